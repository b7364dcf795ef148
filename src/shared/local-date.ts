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

/** `2026-12-24`. */
export const dateValue = ({ year, month, day }: LocalDate): string =>
  [String(year).padStart(4, '0'), ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-');

/** Whether the calendar has that day: no 31 April, no 29 February but every fourth year. */
export const isDate = ({ year, month, day }: LocalDate): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

/** Reads what {@link dateValue} wrote; undefined for anything else, and for days that do not exist. */
export const readDate = (value: string): LocalDate | undefined => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  return isDate(date) ? date : undefined;
};

export const sameDate = (a: LocalDate, b: LocalDate): boolean => dayNumber(a) === dayNumber(b);

/** How many days `to` comes after `from`; negative when it comes before. */
export const daysUntil = (from: LocalDate, to: LocalDate): number => dayNumber(to) - dayNumber(from);

export const plusDays = (date: LocalDate, count: number): LocalDate => {
  const moved = new Date((dayNumber(date) + count) * MS_PER_DAY);
  return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() };
};

/** Days from Monday (0) to Sunday (6); 1970-01-01 was a Thursday. */
export const daysSinceMonday = (date: LocalDate): number => (((dayNumber(date) + 3) % 7) + 7) % 7;

/** The first date on or after `date` that falls on `weekday`. */
export const nextOn = (date: LocalDate, weekday: Weekday): LocalDate =>
  plusDays(date, (weekday - 1 - daysSinceMonday(date) + 7) % 7);
