import type { Calendar } from '../../ports/calendar.ts';
import { daysSinceMonday, daysUntil, nextOn, plusDays } from '../../shared/local-date.ts';
import type { LocalDate } from '../../shared/local-date.ts';
import { days } from '../../shared/time.ts';
import type { Instant } from '../../shared/time.ts';
import { openingAt } from '../schedule.ts';
import { openingOf } from '../team.ts';
import type { Opening, Team } from '../team.ts';

/** Whoever is told of a new date has a day until it comes. */
const AHEAD = days(1);

interface Limits {
  readonly now: Instant;
  /** When the open round closes; absent when none is open. */
  readonly closesAt?: Instant | undefined;
  /** No opening before this day. */
  readonly notBefore?: LocalDate | undefined;
}

/** Of a round every week the next one opens as the last one closes; else there is time between the two. */
const isFree = ({ rhythm }: Team, instant: Instant, { now, closesAt = 0 }: Limits): boolean =>
  instant >= now + AHEAD && (rhythm.weeks === 1 ? instant >= closesAt : instant > closesAt);

const later = (a: LocalDate, b: LocalDate | undefined): LocalDate =>
  b !== undefined && daysUntil(a, b) > 0 ? b : a;

/**
 * The next opening under the team's rhythm as it is now, with the number that was planned: the first date after the open
 * round's close that leaves people a day and is not before `notBefore`.
 */
export const replanned = (team: Team, limits: Limits, calendar: Calendar): Opening => {
  const { rhythm, zone } = team;
  const today = calendar.localOf(Math.max(limits.now, limits.closesAt ?? 0), zone);
  const time = { hour: rhythm.hour, minute: rhythm.minute };
  let date = nextOn(later(today, limits.notBefore), rhythm.weekday);
  for (;;) {
    const opening = openingAt(openingOf(team).number, { ...date, ...time }, team, calendar);
    if (isFree(team, opening.instant, limits)) return opening;
    date = plusDays(date, 7);
  }
};

/**
 * The Monday of the week that the next round was planned for, so that another day or hour moves it within that week; not
 * back into a pause.
 */
export const plannedWeek = (team: Team): LocalDate => {
  const { local } = openingOf(team);
  return later(plusDays(local, -daysSinceMonday(local)), afterPause(team));
};

/** The day after a pause that has an end. */
export const afterPause = ({ pausedUntil }: Pick<Team, 'pausedUntil'>): LocalDate | undefined =>
  pausedUntil && plusDays(pausedUntil, 1);
