import type { Calendar } from '../../src/ports/calendar.ts';
import { InvariantError } from '../../src/shared/errors.ts';
import type { LocalDateTime } from '../../src/shared/local-date.ts';
import { days } from '../../src/shared/time.ts';
import type { Instant } from '../../src/shared/time.ts';

/** How far wall clocks are ahead of Greenwich at a moment, in milliseconds. */
export type OffsetAt = (instant: Instant) => number;

/** The rules of zones, wherever they come from. */
export interface Zones {
  readonly isZone: (zone: string) => boolean;
  readonly offsetsOf: (zone: string) => OffsetAt;
}

/** The moment within (before, after] from which on the zone has another offset than at `before`. */
const changeBetween = (offsetAt: OffsetAt, before: Instant, after: Instant): Instant => {
  let low = before;
  let high = after;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle) === offsetAt(before)) low = middle;
    else high = middle;
  }
  return high;
};

/**
 * Tries the offsets of the day before and of the day after: where both fit, the time happens twice; where none does,
 * it is skipped. A library's own answer for a time that happens twice may depend on the present day (R26), so only
 * offsets are asked for.
 */
const instantOf = ({ year, month, day, hour, minute }: LocalDateTime, offsetAt: OffsetAt): Instant => {
  const wall = Date.UTC(year, month - 1, day, hour, minute);
  const offsets = [offsetAt(wall - days(1)), offsetAt(wall + days(1))];
  const fitting = offsets
    .map((offset) => wall - offset)
    .filter((instant) => wall - offsetAt(instant) === instant);
  if (fitting.length > 0) return Math.min(...fitting);
  const around = offsets.map((offset) => wall - offset);
  return changeBetween(offsetAt, Math.min(...around) - 1, Math.max(...around));
};

/** A calendar over the rules of zones. */
export const makeCalendar = ({ isZone, offsetsOf }: Zones): Calendar => {
  /** Bare offsets (`+02:00`) are taken for zones as well; they have no rules. */
  const knows = (zone: string): boolean => /^[A-Za-z]/u.test(zone) && isZone(zone);
  const rules = (zone: string): OffsetAt => {
    if (!knows(zone)) throw new InvariantError('a time zone is unknown to this runtime');
    return offsetsOf(zone);
  };
  return {
    instantOf: (local, zone) => instantOf(local, rules(zone)),
    localOf: (instant, zone) => {
      const wall = new Date(instant + rules(zone)(instant));
      return {
        year: wall.getUTCFullYear(),
        month: wall.getUTCMonth() + 1,
        day: wall.getUTCDate(),
        hour: wall.getUTCHours(),
        minute: wall.getUTCMinutes(),
      };
    },
    knows,
  };
};
