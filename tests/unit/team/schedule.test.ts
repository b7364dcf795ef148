import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { makeSystemCalendar } from '../../../adapters/system/calendar.ts';
import type { Weekday } from '../../../src/shared/local-date.ts';
import { daysSinceMonday } from '../../../src/shared/local-date.ts';
import { days } from '../../../src/shared/time.ts';
import { closeOf, firstOpening, openingAfter, openingAhead, ownMinute } from '../../../src/team/schedule.ts';
import type { Opening, Rhythm } from '../../../src/team/team.ts';
import { utc } from '../../support/builders.ts';

const calendar = makeSystemCalendar();
const BERLIN = 'Europe/Berlin';
const EVERY_TWO_WEEKS: Rhythm = { weeks: 2, weekday: 4, hour: 12, minute: 7 };

const PLAN = { rhythm: EVERY_TWO_WEEKS, zone: BERLIN };

const iso = (instant: number): string => new Date(instant).toISOString();
const first = (now: string, rhythm = EVERY_TWO_WEEKS, zone = BERLIN): string =>
  iso(firstOpening({ rhythm, zone }, utc(now), calendar).instant);

/** The openings of a rhythm, from the first one after `now`. */
const openings = (rhythm: Rhythm, zone: string, now: number, count: number): readonly Opening[] => {
  const found = [firstOpening({ rhythm, zone }, now, calendar)];
  for (let last = found[0]; last !== undefined && found.length < count; last = found.at(-1)) {
    found.push(openingAfter(last, last.instant, { rhythm, zone }, calendar));
  }
  return found;
};

const rhythm = (): fc.Arbitrary<Rhythm> =>
  fc.record({
    weeks: fc.constantFrom<Rhythm['weeks']>(1, 2, 4),
    weekday: fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7),
    hour: fc.integer({ min: 6, max: 22 }),
    minute: fc.integer({ min: 0, max: 59 }),
  });

const zone = (): fc.Arbitrary<string> =>
  fc.constantFrom(BERLIN, 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'Pacific/Apia', 'UTC');

const instant = (): fc.Arbitrary<number> =>
  fc.integer({ min: utc('2026-01-01T00:00:00Z'), max: utc('2030-01-01T00:00:00Z') });

describe('the first opening', () => {
  test.each([
    ['2026-12-01T10:00:00Z', '2026-12-03T11:07:00.000Z'],
    ['2026-12-02T11:07:00Z', '2026-12-03T11:07:00.000Z'],
    ['2026-12-02T11:07:01Z', '2026-12-10T11:07:00.000Z'],
    ['2026-12-03T10:00:00Z', '2026-12-10T11:07:00.000Z'],
    ['2026-12-03T12:00:00Z', '2026-12-10T11:07:00.000Z'],
    // Friday has begun in Berlin, not yet in Greenwich.
    ['2026-12-03T23:30:00Z', '2026-12-10T11:07:00.000Z'],
  ])('of a team set up at %s is at %s', (now, expected) => {
    expect(first(now)).toBe(expected);
  });

  test('is number one, with its wall-clock time', () => {
    expect(firstOpening(PLAN, utc('2026-12-01T10:00:00Z'), calendar)).toEqual({
      number: 1,
      local: { year: 2026, month: 12, day: 3, hour: 12, minute: 7 },
      instant: utc('2026-12-03T11:07:00Z'),
    });
  });

  test('is a day ahead at least, and the soonest such date of the rhythm', () => {
    fc.assert(
      fc.property(rhythm(), zone(), instant(), (given, where, now) => {
        const { local, instant: opens } = firstOpening({ rhythm: given, zone: where }, now, calendar);
        expect(opens - now).toBeGreaterThanOrEqual(days(1));
        // A clock change can make the eight days in between an hour longer.
        expect(opens - now).toBeLessThan(days(8) + 3_600_001);
        expect(daysSinceMonday(local) + 1).toBe(given.weekday);
        expect([local.hour, local.minute]).toEqual([given.hour, given.minute]);
      }),
    );
  });
});

describe('the next openings', () => {
  test('keep the wall-clock time when clocks go forward', () => {
    const found = openings(EVERY_TWO_WEEKS, BERLIN, utc('2027-03-09T10:00:00Z'), 3);
    expect(found.map((opening) => iso(opening.instant))).toEqual([
      '2027-03-11T11:07:00.000Z',
      '2027-03-25T11:07:00.000Z',
      '2027-04-08T10:07:00.000Z',
    ]);
    expect(found.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  test('keep the wall-clock time when clocks go back', () => {
    const found = openings(EVERY_TWO_WEEKS, BERLIN, utc('2026-10-13T10:00:00Z'), 3);
    expect(found.map((opening) => iso(opening.instant))).toEqual([
      '2026-10-15T10:07:00.000Z',
      '2026-10-29T11:07:00.000Z',
      '2026-11-12T11:07:00.000Z',
    ]);
  });

  test('come back to the wall-clock time after a date on which clocks skip it', () => {
    const early: Rhythm = { weeks: 1, weekday: 7, hour: 2, minute: 30 };
    const found = openings(early, BERLIN, utc('2027-03-19T10:00:00Z'), 3);
    expect(found.map((opening) => iso(opening.instant))).toEqual([
      '2027-03-21T01:30:00.000Z',
      '2027-03-28T01:00:00.000Z',
      '2027-04-04T00:30:00.000Z',
    ]);
  });

  test.each([
    [1, '2026-12-10T11:07:00.000Z'],
    [2, '2026-12-17T11:07:00.000Z'],
    [4, '2026-12-31T11:07:00.000Z'],
  ] as const)('of a rhythm of %i weeks follow after as many', (weeks, expected) => {
    const [, second] = openings({ ...EVERY_TWO_WEEKS, weeks }, BERLIN, utc('2026-12-01T10:00:00Z'), 2);
    expect(second && iso(second.instant)).toBe(expected);
  });

  test('show the same wall clock for a year, in every zone', () => {
    fc.assert(
      fc.property(rhythm(), zone(), instant(), (given, where, now) => {
        for (const opening of openings(given, where, now, 53)) {
          expect(calendar.localOf(opening.instant, where)).toEqual(opening.local);
          expect([opening.local.hour, opening.local.minute]).toEqual([given.hour, given.minute]);
          expect(daysSinceMonday(opening.local) + 1).toBe(given.weekday);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('the opening of a team that is being settled', () => {
  const planned = firstOpening(PLAN, utc('2026-12-01T10:00:00Z'), calendar);
  const ahead = (opening: Opening | undefined, now: string): string => {
    const found = openingAhead(opening, PLAN, utc(now), calendar);
    return `${found.number} at ${iso(found.instant)}`;
  };

  test('is the first one while none is planned', () => {
    expect(ahead(undefined, '2026-12-01T10:00:00Z')).toBe('1 at 2026-12-03T11:07:00.000Z');
  });

  test('stays the planned one until its moment', () => {
    expect(ahead(planned, '2026-12-03T11:06:59Z')).toBe('1 at 2026-12-03T11:07:00.000Z');
  });

  test('is another one, a day ahead at least, once that has come', () => {
    expect(ahead(planned, '2026-12-03T11:07:00Z')).toBe('2 at 2026-12-10T11:07:00.000Z');
  });
});

describe('the close', () => {
  const opening = (local: Opening['local']): Opening => ({
    number: 1,
    local,
    instant: calendar.instantOf(local, BERLIN),
  });

  test.each([
    ['forward', { year: 2027, month: 3, day: 25, hour: 12, minute: 7 }, '2027-04-01T10:07:00.000Z'],
    ['back', { year: 2026, month: 10, day: 22, hour: 12, minute: 7 }, '2026-10-29T11:07:00.000Z'],
    ['nowhere', { year: 2026, month: 12, day: 3, hour: 12, minute: 7 }, '2026-12-10T11:07:00.000Z'],
  ])('is at the same time seven days later when clocks go %s', (_, local, expected) => {
    expect(iso(closeOf(opening(local), PLAN, calendar))).toBe(expected);
  });
});

describe('the minute of a team that chose none', () => {
  test('is one of the first fifteen, and always the same', () => {
    fc.assert(
      fc.property(fc.string(), (team) => {
        expect(Array.from({ length: 15 }, (_, index) => index)).toContain(ownMinute(team));
        expect(ownMinute(team)).toBe(ownMinute(team));
      }),
    );
  });

  test('is known for a known team', () => {
    expect(ownMinute('a')).toBe(10);
  });

  test('differs between teams', () => {
    const minutes = new Set(Array.from({ length: 200 }, (_, index) => ownMinute(`C0${index}`)));
    expect(minutes.size).toBe(15);
  });
});
