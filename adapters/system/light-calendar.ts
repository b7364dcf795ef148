import type { Calendar } from '../../src/ports/calendar.ts';
import type { OffsetAt } from './wall-clock.ts';
import { makeCalendar } from './wall-clock.ts';

const CLOCK = {
  calendar: 'gregory',
  numberingSystem: 'latn',
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
} as const;

const clockIn = (timeZone: string): Intl.DateTimeFormat | undefined => {
  try {
    return new Intl.DateTimeFormat('en-US', { ...CLOCK, timeZone });
  } catch {
    return undefined;
  }
};

const offsetsOf = (zone: string): OffsetAt => {
  const clock = clockIn(zone);
  return (instant) => {
    const shown = new Map(clock?.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    const part = (type: Intl.DateTimeFormatPartTypes): number => shown.get(type) ?? 0;
    const wall = Date.UTC(
      part('year'),
      part('month') - 1,
      part('day'),
      part('hour'),
      part('minute'),
      part('second'),
    );
    return wall - Math.floor(instant / 1000) * 1000;
  };
};

/**
 * For the function that people wait for, which is small: the runtime's own knowledge of zones, where the library of
 * {@link makeSystemCalendar} would add 70 KB. Both answer the same.
 */
export const makeLightCalendar = (): Calendar =>
  makeCalendar({ isZone: (zone) => clockIn(zone) !== undefined, offsetsOf });
