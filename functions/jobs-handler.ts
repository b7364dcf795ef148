import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { decodeJob } from './bodies.ts';
import type { Logger } from '../src/ports/logger.ts';
import { PortError } from '../src/shared/errors.ts';
import type { Job } from '../src/work/job.ts';
import { JOB_ATTEMPTS } from '../src/work/run-job.ts';
import type { RunJob } from '../src/work/run-job.ts';
import type { Postpone } from './local.ts';
import { backOff, classOf } from './faults.ts';
import { handlesOf, inOrder } from './records.ts';

interface Deps {
  readonly runJob: RunJob;
  readonly parkJob: (job: Job, reason: string) => Promise<void>;
  readonly postpone: Postpone;
  readonly logger: Logger;
}

/** Runs due work. What fails comes again soon; after eight tries its aggregate is parked and an alarm tells (R17). */
export const makeJobsHandler = ({ runJob, parkJob, postpone, logger }: Deps) => {
  const afterFault = async (job: Job, tries: number, error: unknown): Promise<'done' | 'again'> => {
    const reason = error instanceof PortError ? error.reason : classOf(error);
    logger.error('job-failed', { job: job.kind, fault: reason, errorClass: classOf(error), count: tries });
    if (tries < JOB_ATTEMPTS) return 'again';
    await parkJob(job, reason);
    logger.error('job-parked', { job: job.kind, fault: reason });
    return 'done';
  };

  return (event: SQSEvent): Promise<SQSBatchResponse> =>
    inOrder(event, async (record, rest) => {
      const job = decodeJob(record.body);
      const tries = Number(record.attributes.ApproximateReceiveCount);
      try {
        await runJob(job);
        logger.info('job-done', { job: job.kind });
        return 'done';
      } catch (error) {
        const outcome = await afterFault(job, tries, error);
        if (outcome === 'again') await postpone(handlesOf([record, ...rest]), backOff(tries));
        return outcome;
      }
    });
};
