import { PortError } from '../src/shared/errors.ts';

/** What of an error may be logged: its class, never its message, which can hold anything (R33). */
export const classOf = (error: unknown): string =>
  error instanceof Error ? error.constructor.name : typeof error;

/** A platform's or our own code for it, else its class. */
export const reasonOf = (error: unknown): string =>
  error instanceof PortError ? error.reason : classOf(error);

/** Whether time or an operator may heal it. All else is our bug, or a no for good. */
export const mayPass = (error: unknown): boolean => error instanceof PortError && error.retryable;

/** Nothing went wrong: the platform set a pace, or another worker is at it. */
export const isWait = (error: unknown): boolean =>
  error instanceof PortError && (error.fault === 'rate-limited' || error.fault === 'conflict');

const LONGEST = 900;

/** Somebody else is at it, or time ran out: that is over soon. */
const LONGEST_CONFLICT = 30;

/**
 * Seconds until the next try: what the platform says, else 4, 16, 64, 256, then a quarter of an hour. Eight tries take
 * an hour and a half: an outage of the platform is over before a message is given up.
 */
export const waitAfter = (error: unknown, tries: number): number => {
  if (error instanceof PortError && error.fault === 'rate-limited') return error.retryAfterSeconds;
  const conflict = error instanceof PortError && error.fault === 'conflict';
  return Math.min(4 ** Math.max(tries, 1), conflict ? LONGEST_CONFLICT : LONGEST);
};
