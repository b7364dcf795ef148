import { describe, expect, it } from '@jest/globals';
import type { Calendar } from '../../src/ports/calendar.ts';
import type { LocalDateTime } from '../../src/shared/local-date.ts';
import { InvariantError } from '../../src/shared/errors.ts';

/** `2026-03-29T02:30` */
const local = (text: string): LocalDateTime => {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = text.split(/\D/u).map(Number);
  return { year, month, day, hour, minute };
};

const utc = (text: string): number => Date.parse(`${text}Z`);

export const calendarContract = (implementation: string, setUp: () => Calendar): void => {
  describe(`calendar: ${implementation}`, () => {
    const calendar = setUp();

    it.each([
      ['Europe/Berlin', '2026-01-15T09:00', '2026-01-15T08:00'],
      ['Europe/Berlin', '2026-07-15T09:00', '2026-07-15T07:00'],
      ['Asia/Kolkata', '2026-07-15T09:00', '2026-07-15T03:30'],
      ['America/New_York', '2024-02-29T23:59', '2024-03-01T04:59'],
      ['Pacific/Auckland', '2026-01-01T00:00', '2025-12-31T11:00'],
      ['UTC', '2026-01-01T00:00', '2026-01-01T00:00'],
    ])('tells when clocks in %s show %s, and what they show then', (zone, wall, instant) => {
      expect(calendar.instantOf(local(wall), zone)).toBe(utc(instant));
      expect(calendar.localOf(utc(instant), zone)).toEqual(local(wall));
    });

    it.each([
      ['Europe/Berlin', '2026-03-29T02:00', '2026-03-29T01:00'],
      ['Europe/Berlin', '2026-03-29T02:30', '2026-03-29T01:00'],
      ['Europe/Berlin', '2026-03-29T02:59', '2026-03-29T01:00'],
      ['Australia/Lord_Howe', '2026-10-04T02:15', '2026-10-03T15:30'],
      ['America/Havana', '2026-03-08T00:30', '2026-03-08T05:00'],
      ['Pacific/Apia', '2011-12-30T12:00', '2011-12-30T10:00'],
    ])('takes the first moment after the gap for a time that %s skips, as %s', (zone, wall, instant) => {
      expect(calendar.instantOf(local(wall), zone)).toBe(utc(instant));
    });

    it.each([
      ['Europe/Berlin', '2026-10-25T02:30', '2026-10-25T00:30'],
      ['America/New_York', '2026-11-01T01:30', '2026-11-01T05:30'],
      ['Australia/Lord_Howe', '2026-04-05T01:45', '2026-04-04T14:45'],
      ['America/Havana', '2026-11-01T00:30', '2026-11-01T04:30'],
    ])('takes the first of the two moments at which clocks in %s show %s', (zone, wall, instant) => {
      expect(calendar.instantOf(local(wall), zone)).toBe(utc(instant));
    });

    it('shows what clocks show, cut to the minute', () => {
      expect(calendar.localOf(utc('2026-07-15T07:00:59.999'), 'Europe/Berlin')).toEqual(
        local('2026-07-15T09:00'),
      );
    });

    it.each(['Europe/Berlin', 'America/Argentina/Buenos_Aires', 'UTC', 'Etc/GMT+5'])('knows %s', (zone) => {
      expect(calendar.knows(zone)).toBe(true);
    });

    it.each(['', 'Berlin', 'Europe/Atlantis', '+02:00', 'UTC+2', 'local', 'system', ' '])(
      'does not know "%s"',
      (zone) => {
        expect(calendar.knows(zone)).toBe(false);
        expect(() => calendar.instantOf(local('2026-01-01T00:00'), zone)).toThrow(InvariantError);
        expect(() => calendar.localOf(0, zone)).toThrow(InvariantError);
      },
    );
  });
};
