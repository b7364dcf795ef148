import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { laterAt, lookOf } from '../../../src/pulse/asks/look.ts';
import { days, hours, minutes } from '../../../src/shared/time.ts';
import { CLOSES, TENANT, utc } from '../../support/builders.ts';

describe('later', () => {
  test.each([
    ['2026-12-03T11:00:00Z', '2026-12-03T12:00:00Z'],
    ['2026-12-03T11:14:59Z', '2026-12-03T12:00:00Z'],
    ['2026-12-03T11:15:00Z', '2026-12-03T12:30:00Z'],
    ['2026-12-03T11:44:00Z', '2026-12-03T12:30:00Z'],
    ['2026-12-10T08:50:00Z', '2026-12-10T09:00:00Z'],
  ])('of %s is %s', (now, expected) => {
    expect(laterAt(utc(now), CLOSES)).toBe(utc(expected));
  });

  test.each(['2026-12-10T09:00:00Z', '2026-12-10T11:06:00Z', '2026-12-11T11:00:00Z'])(
    'of %s never is',
    (now) => {
      expect(laterAt(utc(now), CLOSES)).toBeUndefined();
    },
  );

  test.each([
    // Kept free from 12:00 on, and from 12:00 until 14:00.
    ['2026-12-03T10:40:00Z', '2026-12-03T11:30:00Z'],
    ['2026-12-03T11:20:00Z', '2026-12-03T11:30:00Z'],
    ['2026-12-03T11:30:00Z', undefined],
    ['2026-12-03T12:40:00Z', undefined],
    ['2026-12-03T13:10:00Z', '2026-12-03T14:00:00Z'],
  ])('of %s comes sooner where that is kept free, or never: %s', (now, expected) => {
    const isKeptFree = (at: number) => at >= utc('2026-12-03T12:00:00Z') && at < utc('2026-12-03T14:00:00Z');
    expect(laterAt(utc(now), CLOSES, isKeptFree)).toBe(expected === undefined ? undefined : utc(expected));
  });

  test('is about an hour away, on a half hour, and two hours before the close at the latest', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: days(7) }),
        fc.integer({ min: 0, max: hours(1) }),
        (before, odd) => {
          const closesAt = CLOSES + odd;
          const now = closesAt - before;
          const at = laterAt(now, closesAt);
          if (at === undefined) return before < hours(2.5);
          expect(at % minutes(30)).toBe(0);
          expect(at).toBeLessThanOrEqual(closesAt - hours(2));
          expect(at).toBeGreaterThan(now);
          expect(at - now).toBeLessThanOrEqual(minutes(75));
          return before <= hours(3.25) || at - now >= minutes(45);
        },
      ),
    );
  });
});

test('the same moment of the same round is looked for once, whoever wants it', () => {
  expect(lookOf(TENANT, 'C1-1', CLOSES)).toEqual(lookOf(TENANT, 'C1-1', CLOSES));
  expect(lookOf(TENANT, 'C1-1', CLOSES).id).not.toBe(lookOf(TENANT, 'C1-1', CLOSES + 1).id);
});
