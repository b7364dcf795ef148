import type { Instant } from '../shared/time.ts';
import type { Job } from '../work/job.ts';

/** How many shards the due index has; an aggregate's shard is a hash of its id (R17). */
export const DUE_SHARDS = 10;

export interface DuePage {
  readonly jobs: readonly Job[];
  /** Pass to the next call; absent on the last page. */
  readonly next?: string;
}

/** What is due: one sparse index over all tenants, read by the tick alone. Reads only, eventually consistent. */
export interface DueIndex {
  /** Aggregates of one shard whose time is at or before `until`, earliest first, at most 100 a page. */
  due(shard: number, until: Instant, next?: string): Promise<DuePage>;
}
