import type { Calendar } from '../ports/calendar.ts';
import type { Clock } from '../ports/clock.ts';
import type { People } from '../ports/people.ts';
import type { LocalDate } from '../shared/local-date.ts';
import type { Result } from '../shared/result.ts';
import { ok } from '../shared/result.ts';
import { todayOf } from './away.ts';
import type { Person } from './person.ts';
import { readDay } from './read-day.ts';
import type { DayRefusal } from './refusals.ts';

interface Deps {
  readonly people: People;
  readonly calendar: Calendar;
  readonly clock: Clock;
}

export interface Pause {
  /** The last day of it. */
  readonly until: LocalDate;
  readonly today: LocalDate;
}

/**
 * Leaves the person alone up to and including the day that was typed or picked. Nothing says why or since when.
 * Refuses a day that cannot be read, is over, or is more than a year ahead. Idempotent.
 */
export const makeGoAway =
  ({ people, calendar, clock }: Deps) =>
  async (person: Person, typed: string): Promise<Result<Pause, DayRefusal>> => {
    const today = todayOf(person, { now: clock.now(), calendar });
    const until = readDay(typed, today);
    if (!until.ok) return until;
    await people.prefer(person.person, { awayUntil: until.value });
    return ok({ until: until.value, today });
  };

export type GoAway = ReturnType<typeof makeGoAway>;
