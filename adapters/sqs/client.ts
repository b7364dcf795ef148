import { SQSClient } from '@aws-sdk/client-sqs';

export interface SqsOptions {
  readonly region: string;
  /** Absent for the region's own. */
  readonly endpoint?: string;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** Bounded like all that happens before an answer: a queue that does not take a message in time is a fault. */
export const makeSqsClient = ({ region, endpoint, credentials }: SqsOptions): SQSClient =>
  new SQSClient({
    region,
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(credentials === undefined ? {} : { credentials }),
    maxAttempts: 2,
    requestHandler: { connectionTimeout: 300, requestTimeout: 1000, throwOnRequestTimeout: true },
  });
