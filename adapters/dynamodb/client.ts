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
  /** For engines on a developer's machine, which may be busy with everything else. */
  readonly limits?: Limits;
}

interface Limits {
  readonly connectMs: number;
  readonly requestMs: number;
  readonly attempts: number;
}

export interface DynamoClient {
  readonly documents: DynamoDBDocumentClient;
  /** Bounds of one call. Throws when no time is left. */
  readonly bounds: () => { readonly abortSignal?: AbortSignal };
}

/** Short enough that two attempts fit into the three seconds a chat waits (R11). */
const LIMITS: Limits = { connectMs: 300, requestMs: 800, attempts: 2 };

export const makeDynamoClient = (options: DynamoClientOptions): DynamoClient => {
  const { region, endpoint, credentials, remainingMs, limits = LIMITS } = options;
  const client = new DynamoDBClient({
    region,
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(credentials === undefined ? {} : { credentials }),
    maxAttempts: limits.attempts,
    // Without the third setting the SDK only warns when a request takes too long.
    requestHandler: {
      connectionTimeout: limits.connectMs,
      requestTimeout: limits.requestMs,
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
