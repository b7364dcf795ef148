import type { Calendar } from '../ports/calendar.ts';
import { daysUntil } from '../shared/local-date.ts';
import type { LocalDate } from '../shared/local-date.ts';
import type { Instant, Zone } from '../shared/time.ts';
import type { Person } from './person.ts';

/** What day it is where the person is; by `fallback` where their zone is not known, or not known here. */
export const todayOf = (
  { zone }: Pick<Person, 'zone'>,
  { now, calendar, fallback = 'UTC' }: { now: Instant; calendar: Calendar; fallback?: Zone | undefined },
): LocalDate => {
  const known = [zone, fallback].find((one) => one !== undefined && calendar.knows(one));
  const { year, month, day } = calendar.localOf(now, known ?? 'UTC');
  return { year, month, day };
};

/** On pause today: the day they named is the last one. */
export const isAway = ({ settings }: Pick<Person, 'settings'>, today: LocalDate): boolean =>
  settings?.awayUntil !== undefined && daysUntil(today, settings.awayUntil) >= 0;

/** The pause that is over and not yet forgotten. */
export const endedPause = (
  { settings }: Pick<Person, 'settings'>,
  today: LocalDate,
): LocalDate | undefined =>
  settings?.awayUntil !== undefined && daysUntil(today, settings.awayUntil) < 0
    ? settings.awayUntil
    : undefined;
