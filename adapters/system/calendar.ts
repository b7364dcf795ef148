import { IANAZone } from 'luxon';
import type { Calendar } from '../../src/ports/calendar.ts';
import { minutes } from '../../src/shared/time.ts';
import { makeCalendar } from './wall-clock.ts';

/** For the workers, where a library's size does not matter. */
export const makeSystemCalendar = (): Calendar =>
  makeCalendar({
    isZone: (zone) => IANAZone.isValidZone(zone),
    offsetsOf: (zone) => {
      const rules = IANAZone.create(zone);
      return (instant) => minutes(rules.offset(instant));
    },
  });
