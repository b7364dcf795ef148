/** What of an error may be logged: its class, never its message, which can hold anything (R33). */
export const classOf = (error: unknown): string =>
  error instanceof Error ? error.constructor.name : typeof error;

const LONGEST = 60;

/** Seconds until the next try: 2, 4, 8 … at most 60. */
export const backOff = (tries: number): number => Math.min(2 ** Math.max(tries, 1), LONGEST);
