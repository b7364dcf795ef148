import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { PortError } from '../../src/shared/errors.ts';

export interface DynamoClientOptions {
  readonly region: string;
  /** Absent for the region's own endpoint. */
  readonly endpoint?: string;
  /** Absent for those of the runtime. */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** What is left until somebody stops waiting: no call, its repetition included, lasts longer (R23). */
  readonly remainingMs?: () => number;
}

export interface DynamoClient {
  readonly documents: DynamoDBDocumentClient;
  /** Bounds of one call. Throws when no time is left. */
  readonly bounds: () => { readonly abortSignal?: AbortSignal };
}

/** Short enough that two attempts fit into the three seconds a chat waits (R11). */
const CONNECT_MS = 300;
const REQUEST_MS = 800;
const ATTEMPTS = 2;

export const makeDynamoClient = (options: DynamoClientOptions): DynamoClient => {
  const { region, endpoint, credentials, remainingMs } = options;
  const client = new DynamoDBClient({
    region,
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(credentials === undefined ? {} : { credentials }),
    maxAttempts: ATTEMPTS,
    // Without the third setting the SDK only warns when a request takes too long.
    requestHandler: {
      connectionTimeout: CONNECT_MS,
      requestTimeout: REQUEST_MS,
      throwOnRequestTimeout: true,
    },
  });
  return {
    documents: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
    bounds: () => {
      if (remainingMs === undefined) return {};
      const left = Math.floor(remainingMs());
      if (left <= 0) throw new PortError('unreachable', 'deadline');
      return { abortSignal: AbortSignal.timeout(left) };
    },
  };
};
