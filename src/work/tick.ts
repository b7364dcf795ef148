import type { Clock } from '../ports/clock.ts';
import type { DueIndex } from '../ports/due-index.ts';
import { DUE_SHARDS } from '../ports/due-index.ts';
import type { Queue } from '../ports/queue.ts';

/**
 * Once a minute: queues a job for everything that is due by now, and what earlier ticks missed with it. Writes nothing;
 * a job queued twice is dropped by the queue or finds nothing to do. Answers with how many were queued.
 */
export const makeTick =
  ({
    dueIndex,
    queue,
    clock,
  }: {
    readonly dueIndex: DueIndex;
    readonly queue: Queue;
    readonly clock: Clock;
  }) =>
  async (): Promise<number> => {
    const now = clock.now();
    let queued = 0;
    for (let shard = 0; shard < DUE_SHARDS; shard += 1) {
      let next: string | undefined;
      do {
        const page = await dueIndex.due(shard, now, next);
        await queue.enqueueJobs(page.jobs);
        queued += page.jobs.length;
        next = page.next;
      } while (next !== undefined);
    }
    return queued;
  };
