/** 1 = Monday … 7 = Sunday, as ISO 8601 counts. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export interface LocalDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export interface LocalTime {
  readonly hour: number;
  readonly minute: number;
}

/** What a wall clock shows: a date and a time without a zone. */
export type LocalDateTime = LocalDate & LocalTime;

const MS_PER_DAY = 86_400_000;

const dayNumber = ({ year, month, day }: LocalDate): number => Date.UTC(year, month - 1, day) / MS_PER_DAY;

export const plusDays = (date: LocalDate, count: number): LocalDate => {
  const moved = new Date((dayNumber(date) + count) * MS_PER_DAY);
  return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() };
};

/** Days from Monday (0) to Sunday (6); 1970-01-01 was a Thursday. */
export const daysSinceMonday = (date: LocalDate): number => (((dayNumber(date) + 3) % 7) + 7) % 7;

/** The first date on or after `date` that falls on `weekday`. */
export const nextOn = (date: LocalDate, weekday: Weekday): LocalDate =>
  plusDays(date, (weekday - 1 - daysSinceMonday(date) + 7) % 7);
