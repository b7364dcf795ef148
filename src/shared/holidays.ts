import { dateValue, nextOn, plusDays } from './local-date.ts';
import type { LocalDate } from './local-date.ts';

/** The sixteen German Länder by their usual letters (ISO 3166-2). */
export const LAENDER = [
  'BW',
  'BY',
  'BE',
  'BB',
  'HB',
  'HH',
  'HE',
  'MV',
  'NI',
  'NW',
  'RP',
  'SL',
  'SN',
  'ST',
  'SH',
  'TH',
] as const;

export type Land = (typeof LAENDER)[number];

/** Easter Sunday of a year from 1583 on (the anonymous Gregorian reckoning; its letters have no better names). */
const easter = (year: number): LocalDate => {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  return plusDays({ year, month: 3, day: 22 }, h + l - 7 * m);
};

interface Holiday {
  /** `12-25`, or how many days after Easter Sunday. */
  readonly on: string | number | ((year: number) => LocalDate);
  /** Everywhere unless said. */
  readonly in?: readonly Land[];
}

const CATHOLIC: readonly Land[] = ['BW', 'BY', 'NW', 'RP', 'SL'];

/**
 * The public holidays by law. What differs inside a Land is taken as its greater part has it: the Assumption counts in
 * all of Bavaria, Corpus Christi nowhere in Saxony and Thuringia, Augsburg's Peace Festival not at all.
 */
const HOLIDAYS: readonly Holiday[] = [
  { on: '01-01' },
  { on: '01-06', in: ['BW', 'BY', 'ST'] },
  { on: '03-08', in: ['BE', 'MV'] },
  { on: -2 },
  { on: 0, in: ['BB'] },
  { on: 1 },
  { on: '05-01' },
  { on: 39 },
  { on: 49, in: ['BB'] },
  { on: 50 },
  { on: 60, in: [...CATHOLIC, 'HE'] },
  { on: '08-15', in: ['BY', 'SL'] },
  { on: '09-20', in: ['TH'] },
  { on: '10-03' },
  { on: '10-31', in: ['BB', 'HB', 'HH', 'MV', 'NI', 'SH', 'SN', 'ST', 'TH'] },
  { on: '11-01', in: CATHOLIC },
  // The Wednesday before 23 November.
  { on: (year) => nextOn({ year, month: 11, day: 16 }, 3), in: ['SN'] },
  { on: '12-25' },
  { on: '12-26' },
];

/** Days that are free once: 75 years after the uprising. */
const ONCE: readonly { readonly on: string; readonly in: Land }[] = [{ on: '2028-06-17', in: 'BE' }];

const dayOf = ({ on }: Holiday, year: number): string => {
  if (typeof on === 'string') return `${year}-${on}`;
  return dateValue(typeof on === 'number' ? plusDays(easter(year), on) : on(year));
};

/** Whether the day is a public holiday there; never where no Land is chosen. From the laws as they are since 2023. */
export const isHoliday = (date: LocalDate, land: Land | undefined): boolean => {
  if (land === undefined) return false;
  const day = dateValue(date);
  return (
    HOLIDAYS.some((one) => (one.in?.includes(land) ?? true) && dayOf(one, date.year) === day) ||
    ONCE.some((one) => one.in === land && one.on === day)
  );
};

/** The day itself, or the first after it that is no public holiday there. */
export const freeOfHolidays = (date: LocalDate, land: Land | undefined): LocalDate =>
  isHoliday(date, land) ? freeOfHolidays(plusDays(date, 1), land) : date;
