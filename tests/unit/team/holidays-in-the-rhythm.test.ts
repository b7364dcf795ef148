import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { makeSystemCalendar } from '../../../adapters/system/calendar.ts';
import { reminderTime } from '../../../src/pulse/course/reminder-time.ts';
import { LAENDER, isHoliday } from '../../../src/shared/holidays.ts';
import { daysSinceMonday, daysUntil } from '../../../src/shared/local-date.ts';
import type { Weekday } from '../../../src/shared/local-date.ts';
import { days, hours } from '../../../src/shared/time.ts';
import { closeOf, extendedClose, firstOpening, nextDate } from '../../../src/team/schedule.ts';
import type { Plan } from '../../../src/team/schedule.ts';
import type { Opening, Rhythm } from '../../../src/team/team.ts';
import { utc } from '../../support/builders.ts';

const calendar = makeSystemCalendar();
const iso = (instant: number | undefined): string | undefined =>
  instant === undefined ? undefined : new Date(instant).toISOString();

const plan = (differing: Partial<Plan> = {}): Plan => ({
  rhythm: { weeks: 2, weekday: 4, hour: 12, minute: 7 },
  zone: 'Europe/Berlin',
  land: 'BY',
  ...differing,
});

interface Played {
  readonly opening: Opening;
  readonly closesAt: number;
}

/** One round after the other, as they open and close by themselves. */
const rounds = (given: Plan, now: number, count: number): readonly Played[] => {
  const played: Played[] = [];
  let opening = firstOpening(given, now, calendar);
  while (played.length < count) {
    const closesAt = closeOf(opening, given, calendar);
    played.push({ opening, closesAt });
    opening = nextDate(opening, { from: closesAt, now: opening.instant }, given, calendar);
  }
  return played;
};

describe('an opening on a public holiday', () => {
  // Ascension 2026 is Thursday, 14 May.
  test('moves to the day after, at the same time, and the rhythm stays as it was', () => {
    const found = rounds(plan(), utc('2026-04-28T10:00:00Z'), 3).map(({ opening }) => iso(opening.instant));
    expect(found).toEqual([
      '2026-04-30T10:07:00.000Z',
      '2026-05-15T10:07:00.000Z',
      '2026-05-28T10:07:00.000Z',
    ]);
  });

  test('says at which wall-clock time it opens, beside the date it is counted from', () => {
    const [, moved] = rounds(plan(), utc('2026-04-28T10:00:00Z'), 2);
    expect(moved?.opening.local).toMatchObject({ month: 5, day: 14 });
    expect(moved?.opening.opens).toMatchObject({ month: 5, day: 15, hour: 12, minute: 7 });
  });

  test('opens where no Land was chosen', () => {
    const found = rounds(plan({ land: undefined }), utc('2026-05-11T10:00:00Z'), 1);
    expect(iso(found[0]?.opening.instant)).toBe('2026-05-14T10:07:00.000Z');
  });

  test('leaves out the next date of a weekly rhythm, since the round still has its seven days', () => {
    const weekly = plan({ rhythm: { weeks: 1, weekday: 4, hour: 12, minute: 7 } });
    const found = rounds(weekly, utc('2026-05-11T10:00:00Z'), 2);
    expect(found.map(({ opening, closesAt }) => [iso(opening.instant), iso(closesAt)])).toEqual([
      ['2026-05-15T10:07:00.000Z', '2026-05-22T10:07:00.000Z'],
      ['2026-05-28T10:07:00.000Z', '2026-06-05T10:07:00.000Z'],
    ]);
  });
});

describe('the end of a round', () => {
  test('on Christmas moves behind it', () => {
    const opening = firstOpening(
      plan({ rhythm: { weeks: 2, weekday: 5, hour: 9, minute: 0 } }),
      utc('2026-12-15T10:00:00Z'),
      calendar,
    );
    expect(iso(opening.instant)).toBe('2026-12-18T08:00:00.000Z');
    expect(iso(closeOf(opening, plan(), calendar))).toBe('2026-12-27T08:00:00.000Z');
  });

  test('is ten days after the opening of a team that wants it longer', () => {
    const longer = plan({ land: undefined, daysOpen: 10 });
    const [round] = rounds(longer, utc('2026-12-01T10:00:00Z'), 1);
    expect(iso(round?.closesAt)).toBe('2026-12-13T11:07:00.000Z');
  });

  test('of a round that stays open longer is a week later on the wall clock, across clock changes', () => {
    expect(iso(extendedClose(utc('2027-03-25T11:07:00Z'), plan({ land: undefined }), calendar))).toBe(
      '2027-04-01T10:07:00.000Z',
    );
  });
});

describe('the reminder', () => {
  const remind = (opens: string, closes: string, given = plan()): string | undefined =>
    iso(reminderTime({ opensAt: utc(opens), closesAt: utc(closes) }, given, calendar));

  test.each([
    ['a Thursday', '2026-12-03T11:07:00Z', '2026-12-10T11:07:00Z', '2026-12-08T11:07:00.000Z'],
    ['a Monday', '2026-11-30T11:07:00Z', '2026-12-07T11:07:00Z', '2026-12-03T11:07:00.000Z'],
    // Monday is Easter Monday, Friday Good Friday.
    ['the Tuesday after Easter', '2026-03-31T10:07:00Z', '2026-04-07T10:07:00Z', '2026-04-01T10:07:00.000Z'],
    [
      'the week of a clock change',
      '2027-03-25T11:07:00Z',
      '2027-04-01T10:07:00Z',
      '2027-03-30T10:07:00.000Z',
    ],
  ])('comes two working days before a round ends on %s', (_, opens, closes, expected) => {
    expect(remind(opens, closes)).toBe(expected);
  });

  test('does not come to a round that is over the same day', () => {
    expect(remind('2026-12-03T11:07:00Z', '2026-12-03T11:17:00Z')).toBeUndefined();
  });
});

describe('with any Land, rhythm and zone, over the years', () => {
  const arbitraryRhythm = fc.record({
    weeks: fc.constantFrom<Rhythm['weeks']>(1, 2, 4),
    weekday: fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7),
    hour: fc.integer({ min: 6, max: 22 }),
    minute: fc.integer({ min: 0, max: 59 }),
  });
  const arbitraryPlan = fc.record({
    rhythm: arbitraryRhythm,
    zone: fc.constantFrom('Europe/Berlin', 'Atlantic/Azores', 'Asia/Kolkata', 'America/New_York', 'UTC'),
    land: fc.option(fc.constantFrom(...LAENDER), { nil: undefined }),
    daysOpen: fc.constantFrom(undefined, 10),
  });
  const start = fc.integer({ min: utc('2024-01-01T00:00:00Z'), max: utc('2034-01-01T00:00:00Z') });

  test('nothing opens, reminds or closes on a holiday; no two are open; all have their days', () => {
    fc.assert(
      fc.property(arbitraryPlan, start, (given, now) => {
        const on = (instant: number) => calendar.localOf(instant, given.zone);
        let last = 0;
        for (const { opening, closesAt } of rounds(given, now, 30)) {
          const remindAt = reminderTime({ opensAt: opening.instant, closesAt }, given, calendar);
          const later = extendedClose(closesAt, given, calendar);
          for (const instant of [
            opening.instant,
            closesAt,
            later,
            ...(remindAt === undefined ? [] : [remindAt]),
          ]) {
            expect(isHoliday(on(instant), given.land)).toBe(false);
          }
          expect(opening.instant).toBeGreaterThanOrEqual(last);
          const open = daysUntil(on(opening.instant), on(closesAt));
          expect(open).toBeGreaterThanOrEqual(given.daysOpen ?? 7);
          expect(open).toBeLessThanOrEqual((given.daysOpen ?? 7) + 2);
          expect(daysUntil(on(closesAt), on(later))).toBeGreaterThanOrEqual(7);
          expect(daysSinceMonday(opening.local) + 1).toBe(given.rhythm.weekday);
          const reminders = remindAt === undefined ? [] : [remindAt];
          expect(reminders.filter((instant) => daysSinceMonday(on(instant)) >= 5)).toEqual([]);
          expect(reminders.filter((instant) => instant - opening.instant < days(1))).toEqual([]);
          expect(reminders.filter((instant) => closesAt - instant <= hours(3))).toEqual([]);
          last = closesAt;
        }
      }),
      { numRuns: 60 },
    );
  });
});
