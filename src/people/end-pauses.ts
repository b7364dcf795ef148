import type { Calendar } from '../ports/calendar.ts';
import type { Clock } from '../ports/clock.ts';
import type { People } from '../ports/people.ts';
import type { Zone } from '../shared/time.ts';
import { endedPause, todayOf } from './away.ts';
import type { Person } from './person.ts';

interface Deps {
  readonly people: Pick<People, 'returned'>;
  readonly calendar: Calendar;
  readonly clock: Clock;
}

/**
 * These people without the pauses that are over, which are forgotten here, wherever they are met, and leave nothing.
 * Writes only where there was one. `fallback`: by which clock, where somebody's own is not known. Idempotent.
 */
export const makeEndPauses =
  ({ people, calendar, clock }: Deps) =>
  async (met: readonly Person[], fallback?: Zone): Promise<readonly Person[]> => {
    const now = clock.now();
    const freed: Person[] = [];
    for (const person of met) {
      const ended = endedPause(person, todayOf(person, { now, calendar, fallback }));
      if (ended === undefined) freed.push(person);
      else {
        await people.returned(person.person, ended);
        freed.push({ ...person, settings: { ...person.settings, awayUntil: undefined } });
      }
    }
    return freed;
  };

export type EndPauses = ReturnType<typeof makeEndPauses>;
