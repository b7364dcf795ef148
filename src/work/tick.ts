import type { Clock } from '../ports/clock.ts';
import type { DueIndex } from '../ports/due-index.ts';
import { DUE_SHARDS } from '../ports/due-index.ts';
import type { Queue } from '../ports/queue.ts';
import type { Instant } from '../shared/time.ts';

interface Deps {
  readonly dueIndex: DueIndex;
  readonly queue: Queue;
  readonly clock: Clock;
}

/**
 * Once a minute: queues a job for everything that is due by now, and what earlier ticks missed with it. Writes nothing;
 * a job queued twice is dropped by the queue or finds nothing to do. Answers with how many were queued. A shard that
 * fails does not hold up the others; its fault goes up when they are done.
 */
export const makeTick = ({ dueIndex, queue, clock }: Deps) => {
  const queueShard = async (shard: number, until: Instant): Promise<number> => {
    let queued = 0;
    let next: string | undefined;
    do {
      const page = await dueIndex.due(shard, until, next);
      await queue.enqueueJobs(page.jobs);
      queued += page.jobs.length;
      next = page.next;
    } while (next !== undefined);
    return queued;
  };

  return async (): Promise<number> => {
    const now = clock.now();
    let queued = 0;
    const faults: unknown[] = [];
    for (let shard = 0; shard < DUE_SHARDS; shard += 1) {
      try {
        queued += await queueShard(shard, now);
      } catch (error) {
        faults.push(error);
      }
    }
    if (faults.length > 0) throw faults[0];
    return queued;
  };
};
