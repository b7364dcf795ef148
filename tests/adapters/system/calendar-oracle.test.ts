import { afterEach, describe, expect, it, jest } from '@jest/globals';
import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { makeSystemCalendar } from '../../../adapters/system/calendar.ts';
import type { LocalDateTime } from '../../../src/shared/local-date.ts';

const calendar = makeSystemCalendar();
const zones = Intl.supportedValuesOf('timeZone');

process.stdout.write(`time zone data ${process.versions['tz']}, ${zones.length} zones\n`);

/** What the calendar promises, in the oracle's words: `compatible` takes the first of two, but leaves a gap's length in. */
const expected = (local: LocalDateTime, zone: string): number => {
  const wall = Temporal.PlainDateTime.from(local);
  const answer = wall.toZonedDateTime(zone, { disambiguation: 'compatible' });
  if (answer.toPlainDateTime().equals(wall)) return answer.epochMilliseconds;
  const beforeGap = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  return beforeGap.getTimeZoneTransition('next')?.epochMilliseconds ?? Number.NaN;
};

const localAt = (instant: number, zone: string): LocalDateTime => {
  const { year, month, day, hour, minute } =
    Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  return { year, month, day, hour, minute };
};

const changesOf = (zone: string): readonly number[] => {
  const changes: number[] = [];
  let at = Temporal.ZonedDateTime.from(`2026-01-01T00:00[${zone}]`).getTimeZoneTransition('next');
  while (at !== null && at.year < 2028) {
    changes.push(at.epochMilliseconds);
    at = at.getTimeZoneTransition('next');
  }
  return changes;
};

const MINUTE = 60_000;

/** What wall clocks show, or skip, around a change: every quarter of an hour for three hours to either side. */
const wallTimesAround = (change: number, zone: string): readonly LocalDateTime[] => {
  const wall = Temporal.Instant.fromEpochMilliseconds(change - MINUTE)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime();
  return Array.from({ length: 25 }, (_, step) => {
    const { year, month, day, hour, minute } = wall.add({ minutes: 1 + (step - 12) * 15 });
    return { year, month, day, hour, minute };
  });
};

const around = zones.flatMap((zone) =>
  changesOf(zone).flatMap((change) =>
    wallTimesAround(change, zone).map((local) => ({ zone, local, instant: expected(local, zone) })),
  ),
);

afterEach(() => {
  jest.useRealTimers();
});

describe.each(['2026-07-01T00:00:00Z', '2026-12-01T00:00:00Z'])('the calendar, asked at %s', (present) => {
  it('agrees with the oracle around every clock change of every zone', () => {
    jest.useFakeTimers({ now: Date.parse(present) });
    const differing = around.filter(
      ({ zone, local, instant }) => calendar.instantOf(local, zone) !== instant,
    );
    expect(around.length).toBeGreaterThan(10_000);
    expect(differing).toEqual([]);
  }, 60_000);

  it('agrees with the oracle on any wall time and on any moment', () => {
    jest.useFakeTimers({ now: Date.parse(present) });
    const moment = fc.date({ min: new Date('1975-01-01'), max: new Date('2037-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.constantFrom(...zones), moment, (zone, date) => {
        const shown = localAt(date.getTime(), 'UTC');
        expect(calendar.instantOf(shown, zone)).toBe(expected(shown, zone));
        expect(calendar.localOf(date.getTime(), zone)).toEqual(localAt(date.getTime(), zone));
      }),
      { numRuns: 1000 },
    );
  }, 60_000);
});
