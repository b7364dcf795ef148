import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { DateTime } from 'luxon';
import { makeSystemCalendar } from '../../../adapters/system/calendar.ts';
import type { OwnAsks } from '../../../src/people/own-settings.ts';
import { planAsks } from '../../../src/pulse/asks/plan-asks.ts';
import type { PlannedAsk } from '../../../src/pulse/asks/plan-asks.ts';
import type { Land } from '../../../src/shared/holidays.ts';
import type { Weekday } from '../../../src/shared/local-date.ts';
import { days, hours } from '../../../src/shared/time.ts';
import type { Instant } from '../../../src/shared/time.ts';
import { aPerson, aRound, OPENS, personRef, utc } from '../../support/builders.ts';

const calendar = makeSystemCalendar();

const at = (weekday: Weekday, hour: number, minute = 0): OwnAsks => ({ kind: 'at', weekday, hour, minute });

const asking = (id: string, asks: OwnAsks | undefined, zone: string | undefined = 'Europe/Berlin') =>
  aPerson(id, { zone, settings: { asks } });

const plan = (
  people: ReturnType<typeof asking>[],
  { round = aRound(), land }: { round?: { opensAt: Instant; closesAt: Instant }; land?: Land } = {},
): readonly PlannedAsk[] => planAsks(people, { round, land, calendar });

const when = (asked: readonly PlannedAsk[], id: string): string | undefined => {
  const found = asked.filter(({ people }) => people.includes(personRef(id)));
  return found.length === 1 ? new Date(found[0]?.instant ?? 0).toISOString() : undefined;
};

describe('the plan of a round', () => {
  test('asks everybody without a time of their own when it opens, in the order of ids', () => {
    const ways = [undefined, { kind: 'now' }, { kind: 'channel' }] as const;
    const people = ways.map((asks, index) => asking(`P${3 - index}`, asks));
    expect(plan(people)).toEqual([{ instant: OPENS, people: ['P1', 'P2', 'P3'].map(personRef) }]);
  });

  test('says nothing of who is away', () => {
    const settings = { awayUntil: { year: 2026, month: 12, day: 24 } };
    const away = [asking('P1', undefined), aPerson('P2', { settings })];
    expect(plan(away)).toEqual(plan([asking('P1', undefined), asking('P2', undefined)]));
  });

  // The round is open from Thursday, 12:07, to Thursday, 12:07.
  test.each<[string, OwnAsks, string]>([
    ['the same evening', at(4, 22, 30), '2026-12-03T21:30:00.000Z'],
    ['the night after', at(5, 0, 30), '2026-12-03T23:30:00.000Z'],
    ['Wednesday', at(3, 22, 30), '2026-12-09T21:30:00.000Z'],
    ['the last hour but one', at(4, 11, 0), '2026-12-10T10:00:00.000Z'],
    ['the last hour: when it opens', at(4, 11, 30), '2026-12-03T11:07:00.000Z'],
    ['a time that is over: when it opens', at(4, 12, 0), '2026-12-03T11:07:00.000Z'],
  ])('asks at an own time on %s', (_, asks, expected) => {
    expect(when(plan([asking('P1', asks)]), 'P1')).toBe(expected);
  });

  test('goes by the clock of the person', () => {
    const people = [asking('P1', at(1, 9), 'America/New_York'), asking('P2', at(1, 9), 'Asia/Kolkata')];
    expect(when(plan(people), 'P1')).toBe('2026-12-07T14:00:00.000Z');
    expect(when(plan(people), 'P2')).toBe('2026-12-07T03:30:00.000Z');
  });

  test('asks whose clock nobody knows when it opens', () => {
    const people = [asking('P1', at(1, 9), 'Mars/Olympus'), { ...asking('P2', at(1, 9)), zone: undefined }];
    expect(people.map(({ person }) => when(plan(people), person.slice(-2)))).toEqual([
      '2026-12-03T11:07:00.000Z',
      '2026-12-03T11:07:00.000Z',
    ]);
  });

  test('keeps public holidays free', () => {
    const round = { opensAt: utc('2026-12-24T11:00:00Z'), closesAt: utc('2026-12-31T11:00:00Z') };
    const people = [asking('P1', at(5, 9)), asking('P2', at(1, 9))];
    const opens = '2026-12-24T11:00:00.000Z';
    expect(when(plan(people, { round }), 'P1')).toBe('2026-12-25T08:00:00.000Z');
    expect(when(plan(people, { round, land: 'NW' }), 'P1')).toBe(opens);
    expect(when(plan(people, { round, land: 'NW' }), 'P2')).toBe('2026-12-28T08:00:00.000Z');
  });

  test('stays inside a round of ten minutes', () => {
    const round = { opensAt: OPENS, closesAt: OPENS + hours(1) / 6 };
    expect(when(plan([asking('P1', at(4, 12, 15))], { round }), 'P1')).toBe('2026-12-03T11:07:00.000Z');
  });

  test('puts at most 250 people into one batch', () => {
    const many = Array.from({ length: 600 }, (_, index) =>
      asking(`P${index}`, index < 300 ? at(1, 9) : undefined),
    );
    expect(plan(many).map(({ people }) => people.length)).toEqual([250, 50, 250, 50]);
  });
});

const first = (instants: readonly Instant[]): Instant => instants[0] ?? 0;

/** Half an hour or an hour later on the clock: what a skipped time becomes. */
const afterGap = (
  { hour, minute }: { readonly hour: number; readonly minute: number },
  zone: string,
  opensAt: Instant,
): Instant => {
  const start = DateTime.fromMillis(opensAt, { zone }).startOf('day');
  const found = Array.from({ length: 9 }, (_, day) => start.plus({ days: day }))
    .map((day) => ({ day, asked: day.set({ hour, minute }) }))
    .find(({ asked }) => asked.hour !== hour || asked.minute !== minute);
  const before = found?.day.set({ hour: 0 }).toMillis() ?? 0;
  // The first moment after the change of that day.
  const offset = DateTime.fromMillis(before, { zone }).offset;
  const quarters = Array.from({ length: 96 }, (_, quarter) => before + quarter * 900_000);
  return quarters.find((instant) => DateTime.fromMillis(instant, { zone }).offset !== offset) ?? 0;
};

describe('any roster and any round', () => {
  const ZONES = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'UTC'];
  const anAsk = fc.oneof(
    fc.record({
      kind: fc.constant('at' as const),
      weekday: fc.constantFrom<Weekday[]>(1, 2, 3, 4, 5, 6, 7),
      hour: fc.integer({ min: 0, max: 23 }),
      minute: fc.constantFrom(0, 30),
    }),
    fc.constantFrom<(OwnAsks | undefined)[]>({ kind: 'now' }, { kind: 'channel' }, undefined),
  );
  const people = fc
    .array(fc.tuple(anAsk, fc.constantFrom(...ZONES)), { minLength: 1, maxLength: 30 })
    .map((given) => given.map(([asks, zone], index) => asking(`P${index}`, asks, zone)));
  /** Around the clock changes of both hemispheres as often as not. */
  const opens = fc.oneof(
    fc
      .integer({ min: 0, max: 365 * 24 * 4 })
      .map((quarter) => utc('2026-01-01T00:00:00Z') + quarter * 900_000),
    fc
      .tuple(
        fc.constantFrom(
          '2026-03-29T01:00:00Z',
          '2026-10-25T01:00:00Z',
          '2026-03-08T07:00:00Z',
          '2026-04-04T15:00:00Z',
        ),
        fc.integer({ min: 0, max: 7 * 24 * 4 }),
      )
      .map(([change, quarters]) => utc(change) - quarters * 900_000),
  );

  test('ask everybody once, inside the round, and not in its last hour', () => {
    fc.assert(
      fc.property(people, opens, (roster, opensAt) => {
        const round = { opensAt, closesAt: opensAt + days(7) };
        const asked = plan(roster, { round });
        expect(asked.flatMap((batch) => batch.people).sort()).toEqual(
          roster.map(({ person }) => person).sort(),
        );
        for (const { instant } of asked) {
          expect(instant).toBeGreaterThanOrEqual(opensAt);
          expect(instant).toBeLessThanOrEqual(round.closesAt - hours(1));
        }
        expect(asked.map(({ instant }) => instant)).toEqual(
          asked.map(({ instant }) => instant).sort((a, b) => a - b),
        );
      }),
    );
  });

  interface Shown {
    readonly weekday: number;
    readonly hour: number;
    readonly minute: number;
  }

  const shownAt = (instant: Instant, zone: string): Shown => {
    const { weekday, hour, minute } = DateTime.fromMillis(instant, { zone });
    return { weekday, hour, minute };
  };

  const sameClock = (one: Shown, other: Shown): boolean =>
    one.weekday === other.weekday && one.hour === other.hour && one.minute === other.minute;

  /** Every half hour on a clock that comes while people may be asked. */
  const halfHours = (opensAt: Instant): readonly Instant[] => {
    const start = Math.ceil(opensAt / hours(0.5)) * hours(0.5);
    const all = Array.from({ length: 7 * 48 }, (_, half) => start + hours(half / 2));
    return all.filter((instant) => instant <= opensAt + days(7) - hours(1));
  };

  test('ask at an own time, as its clock shows it, whenever that comes: whatever was set forward or back', () => {
    const ownTime = anAsk.filter((asks) => asks?.kind === 'at');
    fc.assert(
      fc.property(ownTime, fc.constantFrom(...ZONES), opens, (asks, zone, opensAt) => {
        if (asks?.kind !== 'at') throw new RangeError('an own time');
        const comes = halfHours(opensAt).filter((instant) => sameClock(shownAt(instant, zone), asks));
        const round = { opensAt, closesAt: opensAt + days(7) };
        const [asked] = plan([asking('P1', asks, zone)], { round });
        // Where a clock is set back over the time, it comes twice and the first counts; where it is set forward over
        // it, it never comes, and the moment after it counts.
        const moved = [first(comes), opensAt, afterGap(asks, zone, opensAt)];
        expect(comes.length === 0 ? moved : [first(comes)]).toContain(asked?.instant);
      }),
      { numRuns: 200 },
    );
  });
});
