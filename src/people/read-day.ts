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
  const { day, month, year } = parts;
  const inYear = (one: number): LocalDate => ({ year: one, month, day: Number(day) });
  if (year !== undefined) {
    const date = inYear(year.length === 2 ? 2000 + Number(year) : Number(year));
    return isDate(date) ? inReach(date, today) : refuse({ code: 'day-unreadable' });
  }
  const dates = [today.year - 1, today.year, today.year + 1].map(inYear).filter(isDate);
  const ahead = dates.map((date) => daysUntil(today, date));
  if (ahead.some((days) => days < 0 && days >= -JUST_PAST)) return refuse({ code: 'day-past' });
  const next = dates.find((_, index) => (ahead[index] ?? -1) >= 0);
  return next === undefined ? refuse({ code: 'day-unreadable' }) : inReach(next, today);
};
