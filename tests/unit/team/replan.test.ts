import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { makeSystemCalendar } from '../../../adapters/system/calendar.ts';
import { plannedWeek, replanned } from '../../../src/team/change/replan.ts';
import type { Rhythm, Team } from '../../../src/team/team.ts';
import { aTeam, utc } from '../../support/builders.ts';

const calendar = makeSystemCalendar();
const DAY = 86_400_000;

/** Rounds on Thursdays at noon; the second one is planned for 17 December, the first is open until the tenth. */
const team = (rhythm: Partial<Rhythm> = {}, differing: Partial<Team> = {}): Team =>
  aTeam({
    rhythm: { weeks: 2, weekday: 4, hour: 12, minute: 0, ...rhythm },
    nextOpening: {
      number: 2,
      local: { year: 2026, month: 12, day: 17, hour: 12, minute: 0 },
      instant: utc('2026-12-17T11:00:00Z'),
    },
    ...differing,
  });

const closesAt = utc('2026-12-10T11:00:00Z');
const next = (changed: Team, limits: Parameters<typeof replanned>[1]): string =>
  new Date(replanned(changed, limits, calendar).instant).toISOString();

describe('the next opening under another rhythm', () => {
  const friday = utc('2026-12-04T08:00:00Z');

  test.each([
    ['every four weeks', { weeks: 4 } as const, '2026-12-17T11:00:00.000Z'],
    ['every week, which opens as the last one closes', { weeks: 1 } as const, '2026-12-10T11:00:00.000Z'],
    ['on Fridays', { weekday: 5 } as const, '2026-12-11T11:00:00.000Z'],
    [
      'an hour before the close of the open round',
      { weeks: 1, hour: 11 } as const,
      '2026-12-17T10:00:00.000Z',
    ],
    ['an hour after it', { hour: 13 } as const, '2026-12-10T12:00:00.000Z'],
  ])('%s', (_, rhythm, date) => {
    expect(next(team(rhythm), { now: friday, closesAt })).toBe(date);
  });

  test('leaves people a day', () => {
    const limits = { now: utc('2026-12-16T11:00:00Z') };
    expect(next(team(), limits)).toBe('2026-12-17T11:00:00.000Z');
    expect(next(team(), { now: limits.now + 1 })).toBe('2026-12-24T11:00:00.000Z');
  });

  test('keeps to the week that was planned where the weeks stay', () => {
    const changed = team({ weekday: 5, hour: 9 });
    const limits = { now: friday, closesAt, notBefore: plannedWeek(changed) };
    expect(next(changed, limits)).toBe('2026-12-18T08:00:00.000Z');
    expect(next(team({ weekday: 1 }), { ...limits, notBefore: plannedWeek(team()) })).toBe(
      '2026-12-14T11:00:00.000Z',
    );
  });

  test('does not move back into a pause', () => {
    const paused = team({}, { state: 'paused', pausedUntil: { year: 2026, month: 12, day: 16 } });
    expect(next(team({ weekday: 1 }), { now: friday, notBefore: plannedWeek(paused) })).toBe(
      '2026-12-21T11:00:00.000Z',
    );
  });

  test('keeps clear of holidays', () => {
    const limits = { now: utc('2026-12-22T08:00:00Z') };
    expect(next(team({ weekday: 5 }, { land: 'BE' }), limits)).toBe('2026-12-27T11:00:00.000Z');
  });

  test('keeps its number, comes on its day and hour, after the close, and a day ahead', () => {
    const rhythm = fc.record({
      weeks: fc.constantFrom(1, 2, 4),
      weekday: fc.constantFrom(1, 2, 3, 4, 5, 6, 7),
      hour: fc.integer({ min: 6, max: 22 }),
      minute: fc.constantFrom(0, 30),
    });
    const moments = fc.integer({ min: 0, max: 400 * 24 * 60 });
    const zones = fc.constantFrom('Europe/Berlin', 'Australia/Lord_Howe', 'America/New_York');
    const holds = (wanted: Rhythm, minutes: number, open: number, zone: string): void => {
      const now = utc('2026-12-04T08:00:00Z') + minutes * 60_000;
      const closes = now + open * 60_000;
      const opening = replanned(team(wanted, { zone }), { now, closesAt: closes }, calendar);
      expect(opening.number).toBe(2);
      expect(opening.instant).toBeGreaterThanOrEqual(now + DAY);
      expect(opening.instant).toBeGreaterThanOrEqual(closes);
      expect(opening.local).toMatchObject({ hour: wanted.hour, minute: wanted.minute });
      const { year, month, day } = opening.local;
      expect(new Date(Date.UTC(year, month - 1, day)).getUTCDay()).toBe(wanted.weekday % 7);
      // Nothing earlier would have done: a week before it is too soon.
      expect(opening.instant - Math.max(now + DAY, closes)).toBeLessThan(8 * DAY);
    };
    const opens = fc.integer({ min: 0, max: 14 * 24 * 60 });
    fc.assert(fc.property(rhythm, moments, opens, zones, holds));
  });
});
