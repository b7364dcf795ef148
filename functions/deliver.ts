import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { composeDeliver } from './composition.ts';
import { workerConfig } from './config.ts';

const deliver = composeDeliver(workerConfig(process.env));

/** Messages from the deliveries queue. */
export const handler = (
  event: SQSEvent,
  context: Pick<Context, 'getRemainingTimeInMillis'>,
): Promise<SQSBatchResponse> => deliver(event, () => context.getRemainingTimeInMillis());
