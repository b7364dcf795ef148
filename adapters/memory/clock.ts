import type { Clock } from '../../src/ports/clock.ts';
import type { Instant } from '../../src/shared/time.ts';

export interface SettableClock extends Clock {
  set(now: Instant): void;
  advance(milliseconds: number): void;
}

/** Stands still until it is told the time. */
export const makeSettableClock = (start: Instant): SettableClock => {
  let present = start;
  return {
    now: () => present,
    set: (now) => {
      present = now;
    },
    advance: (milliseconds) => {
      present += milliseconds;
    },
  };
};
