import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { Logger } from '../src/ports/logger.ts';
import { PortError } from '../src/shared/errors.ts';
import { JOB_ATTEMPTS } from '../src/work/run-job.ts';
import type { RunJob } from '../src/work/run-job.ts';
import type { Job } from '../src/work/job.ts';
import { decodeJob } from './bodies.ts';
import { classOf, mayPass, reasonOf, waitAfter } from './faults.ts';
import type { Postpone } from './local.ts';
import { handlesOf, inOrder } from './records.ts';

interface Deps {
  readonly runJob: RunJob;
  readonly parkJob: (job: Job, reason: string) => Promise<void>;
  readonly postpone: Postpone;
  readonly logger: Logger;
}

/** A job waits at most this long: it may close a round, and people wait for that. */
const LONGEST_SECONDS = 120;

/** What the platform asks for is kept to; all else is tried again soon. */
const waitOf = (error: unknown, tries: number): number => {
  const wait = waitAfter(error, tries);
  return error instanceof PortError && error.fault === 'rate-limited'
    ? wait
    : Math.min(wait, LONGEST_SECONDS);
};

/** No further job is begun with less than this left; closing a round of a thousand takes seconds. */
const LAST_START_MS = 15_000;

/**
 * Runs due work. What may pass (an outage, a limit, another worker) comes again for as long as it takes: a round must
 * close. Only what time cannot heal is parked after eight tries, so that an alarm tells (R17). Another team's jobs in
 * the same batch are not held up.
 */
export const makeJobsHandler = ({ runJob, parkJob, postpone, logger }: Deps) => {
  const park = async (job: Job, error: unknown): Promise<number | 'done'> => {
    try {
      await parkJob(job, reasonOf(error));
      logger.error('job-parked', { job: job.kind, fault: reasonOf(error) });
      return 'done';
    } catch {
      return LONGEST_SECONDS;
    }
  };

  const handle = async (body: string, tries: number): Promise<number | 'done'> => {
    let job: Job | undefined;
    try {
      job = decodeJob(body);
      await runJob(job);
      logger.info('job-done', { job: job.kind });
      return 'done';
    } catch (error) {
      const fields = { ...(job && { job: job.kind }), fault: reasonOf(error) };
      logger.error('job-failed', { ...fields, errorClass: classOf(error), count: tries });
      if (job === undefined || mayPass(error) || tries < JOB_ATTEMPTS) return waitOf(error, tries);
      return park(job, error);
    }
  };

  return (event: SQSEvent, remainingMs: () => number): Promise<SQSBatchResponse> =>
    inOrder(event, async (record, rest) => {
      if (remainingMs() < LAST_START_MS) {
        await postpone(handlesOf([record, ...rest]), 0);
        return 'again';
      }
      const outcome = await handle(record.body, Number(record.attributes.ApproximateReceiveCount));
      if (outcome === 'done') return 'done';
      await postpone(handlesOf([record, ...rest]), outcome);
      return 'again';
    });
};
