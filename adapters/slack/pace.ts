import type { Instant } from '../../src/shared/time.ts';

/** True while fewer than `most` were let through within the current stretch of `per` milliseconds. Knows nobody. */
export const makePace = (most: number, per: number, now: () => Instant): (() => boolean) => {
  let begun = -Infinity;
  let count = 0;
  return () => {
    if (now() - begun >= per) {
      begun = now();
      count = 0;
    }
    count += 1;
    return count <= most;
  };
};
