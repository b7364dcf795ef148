/** A moment: whole milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** An IANA time zone name, such as `Europe/Berlin`. */
export type Zone = string;

export const seconds = (n: number): number => n * 1000;
export const minutes = (n: number): number => seconds(60) * n;
export const hours = (n: number): number => minutes(60) * n;
export const days = (n: number): number => hours(24) * n;
