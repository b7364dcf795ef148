import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { DateTime } from 'luxon';
import {
  dateValue,
  daysSinceMonday,
  daysUntil,
  isDate,
  nextOn,
  plusDays,
  readDate,
  sameDate,
} from '../../../src/shared/local-date.ts';
import type { LocalDate, Weekday } from '../../../src/shared/local-date.ts';

const date = (): fc.Arbitrary<LocalDate> =>
  fc
    .date({ min: new Date('1950-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
    .map((day) => ({ year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate() }));

const weekday = (): fc.Arbitrary<Weekday> => fc.constantFrom(1, 2, 3, 4, 5, 6, 7);

const luxon = (day: LocalDate): DateTime => DateTime.fromObject(day, { zone: 'utc' });

describe('days later', () => {
  test.each<[LocalDate, number, LocalDate]>([
    [{ year: 2026, month: 12, day: 3 }, 14, { year: 2026, month: 12, day: 17 }],
    [{ year: 2026, month: 12, day: 24 }, 14, { year: 2027, month: 1, day: 7 }],
    [{ year: 2028, month: 2, day: 27 }, 2, { year: 2028, month: 2, day: 29 }],
    [{ year: 2027, month: 3, day: 1 }, -1, { year: 2027, month: 2, day: 28 }],
  ])('than %p by %i is %p', (from, count, expected) => {
    expect(plusDays(from, count)).toEqual(expected);
  });

  test('agree with another calendar', () => {
    fc.assert(
      fc.property(date(), fc.integer({ min: -2000, max: 2000 }), (from, count) => {
        const { year, month, day } = luxon(from).plus({ days: count });
        expect(plusDays(from, count)).toEqual({ year, month, day });
      }),
    );
  });
});

describe('the next of a weekday', () => {
  test('is today on that day', () => {
    const thursday = { year: 2026, month: 12, day: 3 };
    expect(nextOn(thursday, 4)).toEqual(thursday);
    expect(nextOn(thursday, 5)).toEqual({ year: 2026, month: 12, day: 4 });
    expect(nextOn(thursday, 3)).toEqual({ year: 2026, month: 12, day: 9 });
  });

  test('falls on it within a week, before 1970 too', () => {
    fc.assert(
      fc.property(date(), weekday(), (from, wanted) => {
        const found = luxon(nextOn(from, wanted));
        expect(found.weekday).toBe(wanted);
        expect([0, 1, 2, 3, 4, 5, 6]).toContain(found.diff(luxon(from), 'days').days);
      }),
    );
  });

  test('counts from Monday', () => {
    fc.assert(
      fc.property(date(), (day) => {
        expect(daysSinceMonday(day) + 1).toBe(luxon(day).weekday);
      }),
    );
  });
});

describe('a date as text', () => {
  test.each<[string, LocalDate | undefined]>([
    ['2026-12-24', { year: 2026, month: 12, day: 24 }],
    ['2028-02-29', { year: 2028, month: 2, day: 29 }],
    ['2027-02-29', undefined],
    ['2026-04-31', undefined],
    ['2026-00-10', undefined],
    ['2026-1-2', undefined],
    ['24.12.2026', undefined],
    ['', undefined],
  ])('%p is %p', (value, expected) => {
    expect(readDate(value)).toEqual(expected);
  });

  test('is read as it was written', () => {
    fc.assert(
      fc.property(date(), (day) => {
        expect(readDate(dateValue(day))).toEqual(day);
        expect(isDate(day)).toBe(true);
      }),
    );
  });
});

test('days between two dates are the days one has to go', () => {
  fc.assert(
    fc.property(date(), fc.integer({ min: -2000, max: 2000 }), (from, count) => {
      expect(daysUntil(from, plusDays(from, count))).toBe(count);
      expect(sameDate(from, plusDays(from, count))).toBe(count === 0);
    }),
  );
});
