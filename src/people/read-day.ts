import { folded } from '../chat/words.ts';
import { daysUntil, isDate } from '../shared/local-date.ts';
import type { LocalDate } from '../shared/local-date.ts';
import type { Result } from '../shared/result.ts';
import { ok, refuse } from '../shared/result.ts';
import type { DayRefusal } from './refusals.ts';

/** Nobody plans a pause further ahead; a slip in the year does. */
const DAYS_MOST = 366;

/** A day without a year is the next one; only so few days ago it is a slip rather than eleven months ahead. */
const JUST_PAST = 31;

/** German and English, folded; a name may be cut after its third letter. */
const MONTHS: readonly (readonly string[])[] = [
  ['januar', 'january'],
  ['februar', 'february'],
  ['maerz', 'march', 'mrz', 'marz'],
  ['april'],
  ['mai', 'may'],
  ['juni', 'june'],
  ['juli', 'july'],
  ['august'],
  ['september'],
  ['oktober', 'october'],
  ['november'],
  ['dezember', 'december'],
];

const monthOf = (typed: string): number => {
  const fits = (name: string): boolean => typed.length >= 3 && name.startsWith(typed);
  return MONTHS.findIndex((names) => names.some(fits)) + 1;
};

interface Parts {
  readonly day: string | undefined;
  readonly month: number;
  readonly year: string | undefined;
}

/** The ways to write a day: `2026-12-24`, `24.12.`, `24.12.2026`, `24. Dezember 2026`, `24 Dec`, `December 24, 2026`. */
const SHAPES: readonly { readonly shape: RegExp; readonly parts: (found: readonly string[]) => Parts }[] = [
  {
    shape: /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
    parts: ([, year, month, day]) => ({ day, month: Number(month), year }),
  },
  {
    shape: /^(\d{1,2})\. ?(\d{1,2})(?:\. ?(\d{4}|\d{2})|\.|)$/,
    parts: ([, day, month, year]) => ({ day, month: Number(month), year }),
  },
  {
    shape: /^(\d{1,2})(?:\.|st|nd|rd|th|) ?(?:of )?([a-z]+)[.,]?(?: (\d{4}))?$/,
    parts: ([, day, month = '', year]) => ({ day, month: monthOf(month), year }),
  },
  {
    shape: /^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th|)(?:,? (\d{4}))?$/,
    parts: ([, month = '', day, year]) => ({ day, month: monthOf(month), year }),
  },
];

const partsOf = (typed: string): Parts | undefined => {
  for (const { shape, parts } of SHAPES) {
    const found = shape.exec(typed);
    if (found !== null) return parts(found);
  }
  return undefined;
};

/** The years that may be meant, the likeliest first: the written one, or this one and, past it, the next. */
const yearsOf = (year: string | undefined, today: LocalDate): readonly number[] => {
  if (year === undefined) return [today.year, today.year + 1];
  return [year.length === 2 ? 2000 + Number(year) : Number(year)];
};

/** Today or later, and at most a year ahead. */
const inReach = (date: LocalDate, today: LocalDate): Result<LocalDate, DayRefusal> => {
  const ahead = daysUntil(today, date);
  if (ahead < 0) return refuse({ code: 'day-past' });
  return ahead > DAYS_MOST ? refuse({ code: 'day-too-far' }) : ok(date);
};

/**
 * Reads a day as somebody typed it, in German or English, with or without *bis* or *until* before it. Refuses what is no
 * day, is over, or is more than a year ahead.
 */
export const readDay = (typed: string, today: LocalDate): Result<LocalDate, DayRefusal> => {
  const parts = partsOf(folded(typed).replace(/^(?:bis(?: zum)?|until|till) /, ''));
  if (parts === undefined) return refuse({ code: 'day-unreadable' });
  const { month, year } = parts;
  const dates = yearsOf(year, today)
    .map((one): LocalDate => ({ year: one, month, day: Number(parts.day) }))
    .filter(isDate);
  const [first] = dates;
  if (first === undefined) return refuse({ code: 'day-unreadable' });
  if (year !== undefined || daysUntil(first, today) <= JUST_PAST) return inReach(first, today);
  return inReach(dates.find((date) => daysUntil(today, date) >= 0) ?? first, today);
};
