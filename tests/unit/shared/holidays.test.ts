import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { getHolidays } from 'feiertagejs';
import { LAENDER, freeOfHolidays, isHoliday } from '../../../src/shared/holidays.ts';
import { daysUntil, dateValue, plusDays } from '../../../src/shared/local-date.ts';

const YEARS = Array.from({ length: 12 }, (_, index) => 2024 + index);

const daysOf = (year: number) =>
  Array.from({ length: 366 }, (_, index) => plusDays({ year, month: 1, day: 1 }, index)).filter(
    (date) => date.year === year,
  );

/** A day that is free once; the library does not know it. */
const ONCE = '2028-06-17';

describe('public holidays', () => {
  it.each(LAENDER)('are those of a well-known library in %s, every day of 2024 to 2035', (land) => {
    for (const year of YEARS) {
      const known = new Set(getHolidays(year, land).map(({ dateString }) => dateString));
      const ours = daysOf(year)
        .filter((date) => isHoliday(date, land))
        .map(dateValue);
      expect(ours.filter((day) => !(land === 'BE' && day === ONCE))).toEqual([...known].sort());
    }
  });

  it('know the one day that is free once', () => {
    expect(isHoliday({ year: 2028, month: 6, day: 17 }, 'BE')).toBe(true);
    expect(isHoliday({ year: 2028, month: 6, day: 17 }, 'BB')).toBe(false);
    expect(isHoliday({ year: 2029, month: 6, day: 17 }, 'BE')).toBe(false);
  });

  it('are nowhere where no Land is chosen', () => {
    expect(daysOf(2026).filter((date) => isHoliday(date, undefined))).toEqual([]);
  });

  it('never last so long that a date moves by more than two days', () => {
    fc.assert(
      fc.property(fc.constantFrom(...LAENDER), fc.integer({ min: 0, max: 40_000 }), (land, offset) => {
        const date = plusDays({ year: 2024, month: 1, day: 1 }, offset);
        const free = freeOfHolidays(date, land);
        expect(isHoliday(free, land)).toBe(false);
        const moved = daysUntil(date, free);
        expect(moved).toBeLessThanOrEqual(2);
        for (let day = 0; day < moved; day += 1) expect(isHoliday(plusDays(date, day), land)).toBe(true);
      }),
    );
  });
});
