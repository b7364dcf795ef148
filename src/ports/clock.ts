import type { Instant } from '../shared/time.ts';

export interface Clock {
  /** The present moment. May jump forward, never needs to be exact to the millisecond. */
  now(): Instant;
}
