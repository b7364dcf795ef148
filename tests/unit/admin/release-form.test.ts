import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { readRelease } from '../../../src/admin/release-form.ts';
import { dateValue, plusDays } from '../../../src/shared/local-date.ts';

const TODAY = { year: 2026, month: 11, day: 30 };

describe('a release form', () => {
  test('is read for today and any day before, never for one ahead', () => {
    fc.assert(
      fc.property(fc.integer({ min: -800, max: 800 }), (days) => {
        const on = plusDays(TODAY, days);
        const read = readRelease({ date: dateValue(on), ground: ' Betriebsvereinbarung ' }, TODAY);
        expect(read).toEqual(
          days > 0
            ? { ok: false, refusal: { code: 'release-date-ahead' } }
            : { ok: true, value: { on, ground: 'Betriebsvereinbarung' } },
        );
      }),
    );
  });

  test.each([
    ['no day', { ground: 'x' }, 'release-date-missing'],
    ['a day that does not exist', { date: '2026-11-31', ground: 'x' }, 'release-date-missing'],
    ['a list where a day belongs', { date: ['2026-11-30'], ground: 'x' }, 'release-date-missing'],
    ['no ground', { date: '2026-11-30' }, 'release-ground-missing'],
    ['blanks as a ground', { date: '2026-11-30', ground: ' \n\t' }, 'release-ground-missing'],
    [
      'a ground of 301 characters',
      { date: '2026-11-30', ground: 'x'.repeat(301) },
      'release-ground-too-long',
    ],
  ])('is refused with %s', (_, values, code) => {
    expect(readRelease(values, TODAY)).toEqual({ ok: false, refusal: { code } });
  });

  test('takes a ground of 300 characters', () => {
    const ground = 'x'.repeat(300);
    expect(readRelease({ date: '2026-11-30', ground }, TODAY)).toMatchObject({ ok: true, value: { ground } });
  });
});
