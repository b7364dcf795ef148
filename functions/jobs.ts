import { composeJobs } from './composition.ts';
import { workerConfig } from './config.ts';

/** Due work from the jobs queue. */
export const handler = composeJobs(workerConfig(process.env));
