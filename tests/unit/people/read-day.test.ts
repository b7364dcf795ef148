import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { dayText } from '../../../src/i18n/dates.ts';
import { readDay } from '../../../src/people/read-day.ts';
import { dateValue, daysUntil, isDate, plusDays } from '../../../src/shared/local-date.ts';
import type { LocalDate } from '../../../src/shared/local-date.ts';

/** Thursday. */
const TODAY: LocalDate = { year: 2026, month: 12, day: 3 };

const read = (typed: string, today = TODAY): string => {
  const day = readDay(typed, today);
  return day.ok ? dateValue(day.value) : day.refusal.code;
};

describe('a day', () => {
  test.each([
    '24.12.',
    '24.12',
    ' 24. 12. ',
    '24.12.26',
    '24.12.2026',
    '24. 12. 2026',
    'bis 24.12.',
    'bis zum 24.12.',
    'BIS 24. Dezember',
    '24. Dez.',
    '24 dez 2026',
    '24.Dezember 2026',
    'until 24 Dec',
    'till 24 December 2026',
    '24th December',
    '24th of December 2026',
    'December 24',
    'Dec 24th, 2026',
    '2026-12-24',
    'until 2026-12-24',
  ])('typed as %p is the 24th of December', (typed) => {
    expect(read(typed)).toBe('2026-12-24');
  });

  test.each([
    ['3.12.', '2026-12-03'],
    ['6.1.', '2027-01-06'],
    ['1. März', '2027-03-01'],
    ['1. Maerz', '2027-03-01'],
    ['1 mrz', '2027-03-01'],
    ['2 Jan 2027', '2027-01-02'],
    ['31. Oktober', '2027-10-31'],
    ['4.12.2027', '2027-12-04'],
  ])('typed as %p is %s: without a year it is the next one', (typed, expected) => {
    expect(read(typed)).toBe(expected);
  });

  test('that was a few days ago is over, with or without its year', () => {
    expect(['2.12.', '3.11.', '2.12.2026', '2026-12-02', '1 Jan 2026'].map((typed) => read(typed))).toEqual(
      Array.from({ length: 5 }, () => 'day-past'),
    );
    expect(read('1.11.')).toBe('2027-11-01');
  });

  test('in January, of a day in December, is over too', () => {
    expect(read('30.12.', { year: 2027, month: 1, day: 2 })).toBe('day-past');
  });

  test('more than a year ahead is too far', () => {
    expect(['5.12.2027', '2028-01-01', '24.12.2126'].map((typed) => read(typed))).toEqual([
      'day-too-far',
      'day-too-far',
      'day-too-far',
    ]);
  });

  test.each([
    '',
    'morgen',
    'bis',
    '31.4.',
    '29.2.',
    '0.12.',
    '24.13.',
    '24/12',
    '12/24/2026',
    '24',
    '24 xx',
    '24 ma',
    '24.12. und dann',
    '24.12.2026.1',
    '20261224',
    '99999999999999999999.1.',
  ])('typed as %p is none', (typed) => {
    expect(read(typed)).toBe('day-unreadable');
  });
});

const day = (): fc.Arbitrary<LocalDate> =>
  fc.integer({ min: 0, max: 20_000 }).map((count) => plusDays({ year: 2020, month: 1, day: 1 }, count));

describe('any day within a year', () => {
  /** As Rahmen writes it, as people write it. */
  const ways = (date: LocalDate): readonly string[] => [
    dateValue(date),
    `${date.day}.${date.month}.${date.year}`,
    `bis ${date.day}. ${date.month}. ${date.year}`,
    ...(['de', 'en'] as const).map((language) =>
      dayText(date, language, 'with-year').replace(/^\p{L}+,? /u, ''),
    ),
  ];

  test('is read however it is written', () => {
    fc.assert(
      fc.property(day(), fc.integer({ min: 0, max: 366 }), (today, ahead) => {
        const date = plusDays(today, ahead);
        for (const typed of ways(date)) expect([typed, read(typed, today)]).toEqual([typed, dateValue(date)]);
      }),
    );
  });

  test('is read without its year as well, up to eleven months ahead', () => {
    fc.assert(
      fc.property(day(), fc.integer({ min: 0, max: 333 }), (today, ahead) => {
        const date = plusDays(today, ahead);
        expect(read(`${date.day}.${date.month}.`, today)).toBe(dateValue(date));
      }),
    );
  });
});

test('whatever is typed ends as a day within a year, or as a refusal', () => {
  const letters = fc.constantFrom(...'0123456789.,- abcdefmnozri'.split(''), 'bis ', 'Dez', 'Mai', 'ü', '２');
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: letters, maxLength: 14 })), day(), (typed, today) => {
      const found = readDay(typed, today);
      if (!found.ok) return;
      expect(isDate(found.value)).toBe(true);
      expect(daysUntil(today, found.value)).toBeGreaterThanOrEqual(0);
      expect(daysUntil(today, found.value)).toBeLessThanOrEqual(366);
    }),
    { numRuns: 1000 },
  );
});
