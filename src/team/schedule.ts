import type { Calendar } from '../ports/calendar.ts';
import { spread } from '../shared/hash.ts';
import { nextOn, plusDays } from '../shared/local-date.ts';
import type { LocalDateTime } from '../shared/local-date.ts';
import { days } from '../shared/time.ts';
import type { Instant, Zone } from '../shared/time.ts';
import type { Opening, Rhythm, Team } from './team.ts';

/** People can read the promise for at least this long before the first round. */
const NOTICE = days(1);

const DAYS_OPEN = 7;

/** Teams that leave the time to us open within this many minutes after the hour, so that not all open at once (R17). */
const OFFSET_MINUTES = 15;

/** The minute of a team that chose no time of its own: 0 to 14, always the same for one team. */
export const ownMinute = (team: string): number => spread(team, OFFSET_MINUTES);

const at = (number: number, local: LocalDateTime, zone: Zone, calendar: Calendar): Opening => ({
  number,
  local,
  instant: calendar.instantOf(local, zone),
});

/** The first date of the rhythm at least {@link NOTICE} after `now`. */
export const firstOpening = (rhythm: Rhythm, zone: Zone, now: Instant, calendar: Calendar): Opening => {
  const today = calendar.localOf(now, zone);
  const time = { hour: rhythm.hour, minute: rhythm.minute };
  const soonest = at(1, { ...nextOn(today, rhythm.weekday), ...time }, zone, calendar);
  const inAWeek = at(1, { ...plusDays(soonest.local, 7), ...time }, zone, calendar);
  return soonest.instant - now >= NOTICE ? soonest : inAWeek;
};

/** The next date of the rhythm, counted from the planned wall-clock time, so that clock changes never shift it. */
export const openingAfter = (opening: Opening, rhythm: Rhythm, zone: Zone, calendar: Calendar): Opening => {
  const { hour, minute } = opening.local;
  const date = plusDays(opening.local, rhythm.weeks * 7);
  return at(opening.number + 1, { ...date, hour, minute }, zone, calendar);
};

/** The planned opening while it is ahead; else, and for a team that has none yet, the first that leaves {@link NOTICE}. */
export const openingAhead = (
  opening: Opening | undefined,
  { rhythm, zone }: Pick<Team, 'rhythm' | 'zone'>,
  now: Instant,
  calendar: Calendar,
): Opening => {
  if (opening === undefined) return firstOpening(rhythm, zone, now, calendar);
  return opening.instant > now
    ? opening
    : { ...firstOpening(rhythm, zone, now, calendar), number: opening.number + 1 };
};

/** Seven full days later at the same wall-clock time. */
export const closeOf = (opening: Opening, zone: Zone, calendar: Calendar): Instant => {
  const { hour, minute } = opening.local;
  return calendar.instantOf({ ...plusDays(opening.local, DAYS_OPEN), hour, minute }, zone);
};
