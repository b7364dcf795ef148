import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { composeJobs } from './composition.ts';
import { workerConfig } from './config.ts';

const jobs = composeJobs(workerConfig(process.env));

/** Due work from the jobs queue. */
export const handler = (
  event: SQSEvent,
  context: Pick<Context, 'getRemainingTimeInMillis'>,
): Promise<SQSBatchResponse> => jobs(event, () => context.getRemainingTimeInMillis());
