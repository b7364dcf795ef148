import type { Clock } from '../src/ports/clock.ts';
import type { DueIndex } from '../src/ports/due-index.ts';
import { DUE_SHARDS } from '../src/ports/due-index.ts';
import type { Instant } from '../src/shared/time.ts';
import type { Job } from '../src/work/job.ts';

export interface JumpingClock extends Clock {
  /** From now on it is `instant`, and time goes on from there. Never goes back. */
  jumpTo(instant: Instant): void;
  /** Milliseconds it is ahead of the wall's. */
  ahead(): number;
}

/** Runs like the wall clock, some time ahead of it. */
export const makeJumpingClock = (wall: () => number = Date.now, from = 0): JumpingClock => {
  let ahead = from;
  const now = () => wall() + ahead;
  return {
    now,
    jumpTo: (instant) => {
      ahead += Math.max(0, instant - now());
    },
    ahead: () => ahead,
  };
};

const EVER = Number.MAX_SAFE_INTEGER;

/** What is planned next, due things that nobody has taken up yet included. */
export const nextDue = async (index: DueIndex): Promise<Job | undefined> => {
  const shards = Array.from({ length: DUE_SHARDS }, (_, shard) => index.due(shard, EVER));
  const first = (await Promise.all(shards)).flatMap(({ jobs }) => jobs.slice(0, 1));
  return first.sort((a, b) => a.due - b.due)[0];
};

export interface JumpParts {
  readonly clock: JumpingClock;
  readonly next: () => Promise<Job | undefined>;
  /** One tick of the minute. */
  readonly tick: () => Promise<void>;
  /** Works on the queues until nothing more can be taken from them. */
  readonly drain: () => Promise<void>;
  /** Whether messages wait that only time makes visible again. */
  readonly waiting: () => boolean;
}

const MINUTE = 60_000;

/** Ticks without any progress after which a jump gives up: whatever it is, time alone does not help. */
const PATIENCE = 15;

/**
 * Moves time to `target` through every due moment on the way: clock there, tick, drain (R37). What fails and is put
 * back, a rate limit for instance, gets its minutes as well. False when something due stays undone.
 */
export const jump = async (parts: JumpParts, target: Instant): Promise<boolean> => {
  const { clock, next, tick, drain, waiting } = parts;
  let stuck = 0;
  let last: string | undefined;
  for (;;) {
    const due = await next();
    const pending = (due !== undefined && due.due <= target) || waiting();
    if (!pending) break;
    const here = due && `${due.kind}/${due.id}/${due.due}`;
    stuck = here === last ? stuck + 1 : 0;
    if (stuck > PATIENCE) return false;
    last = here;
    // The second time round the due moment has passed and only a retry is missing.
    clock.jumpTo(
      stuck === 0 && due ? Math.min(due.due, Math.max(target, clock.now())) : clock.now() + MINUTE,
    );
    await tick();
    await drain();
  }
  clock.jumpTo(target);
  return true;
};
