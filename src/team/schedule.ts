import type { Calendar } from '../ports/calendar.ts';
import { spread } from '../shared/hash.ts';
import { freeOfHolidays } from '../shared/holidays.ts';
import { nextOn, plusDays, sameDate } from '../shared/local-date.ts';
import type { LocalDateTime } from '../shared/local-date.ts';
import { days } from '../shared/time.ts';
import type { Instant } from '../shared/time.ts';
import type { Opening, Team } from './team.ts';

/** People can read the promise for at least this long before the first round. */
const NOTICE = days(1);

const DAYS_OPEN = 7;
const EXTENSION_DAYS = 7;

/** Teams that leave the time to us open within this many minutes after the hour, so that not all open at once (R17). */
const OFFSET_MINUTES = 15;

/** The minute of a team that chose no time of its own: 0 to 14, always the same for one team. */
export const ownMinute = (team: string): number => spread(team, OFFSET_MINUTES);

/** What dates are counted from. */
export type Plan = Pick<Team, 'rhythm' | 'zone' | 'land' | 'daysOpen'>;

/** On a public holiday nothing opens: the next day that is none takes its place, and the rhythm stays as it was. */
export const openingAt = (
  number: number,
  local: LocalDateTime,
  { zone, land }: Plan,
  calendar: Calendar,
): Opening => {
  const opens = { ...local, ...freeOfHolidays(local, land) };
  const opening = { number, local, instant: calendar.instantOf(opens, zone) };
  return sameDate(opens, local) ? opening : { ...opening, opens };
};

/** The first date of the rhythm at least {@link NOTICE} after `now`. */
export const firstOpening = (plan: Plan, now: Instant, calendar: Calendar): Opening => {
  const { weekday, hour, minute } = plan.rhythm;
  const today = calendar.localOf(now, plan.zone);
  const soonest = openingAt(1, { ...nextOn(today, weekday), hour, minute }, plan, calendar);
  const inAWeek = openingAt(1, { ...plusDays(soonest.local, 7), hour, minute }, plan, calendar);
  return soonest.instant - now >= NOTICE ? soonest : inAWeek;
};

/** The planned opening while it is ahead; else, and for a team that has none yet, the first that leaves {@link NOTICE}. */
export const openingAhead = (
  opening: Opening | undefined,
  plan: Plan,
  now: Instant,
  calendar: Calendar,
): Opening => {
  if (opening === undefined) return firstOpening(plan, now, calendar);
  return opening.instant > now
    ? opening
    : { ...firstOpening(plan, now, calendar), number: opening.number + 1 };
};

const daysLater = (from: LocalDateTime, count: number, { zone, land }: Plan, calendar: Calendar): Instant =>
  calendar.instantOf({ ...from, ...freeOfHolidays(plusDays(from, count), land) }, zone);

/** Whether a round is over by the time the next one of the rhythm opens. */
export const fitsRhythm = ({ rhythm, daysOpen = DAYS_OPEN }: Plan): boolean => daysOpen <= rhythm.weeks * 7;

/** Seven full days later (or as many as the team chose), at the same wall-clock time; on a holiday, the next day that is none. */
export const closeOf = ({ local, opens = local }: Opening, plan: Plan, calendar: Calendar): Instant =>
  daysLater(opens, plan.daysOpen ?? DAYS_OPEN, plan, calendar);

/** When a round that closes at `closesAt` closes if it stays open once more. */
export const extendedClose = (closesAt: Instant, plan: Plan, calendar: Calendar): Instant =>
  daysLater(calendar.localOf(closesAt, plan.zone), EXTENSION_DAYS, plan, calendar);

/**
 * The first date of the rhythm after `opening` and not before `from`, counted from the planned wall-clock times, so that
 * neither clock changes nor holidays nor a start by hand shift it. Dates in between are passed by.
 */
export const openingAfter = (opening: Opening, from: Instant, plan: Plan, calendar: Calendar): Opening => {
  const { local, number } = opening;
  // The date itself comes first: what was started by hand came before its own.
  const after = (dates: number): Opening => {
    const planned = { ...local, ...plusDays(local, dates * plan.rhythm.weeks * 7) };
    return openingAt(number + Math.max(1, dates), planned, plan, calendar);
  };
  let dates = 0;
  let next = after(dates);
  while (next.instant <= opening.instant || next.instant < from) {
    dates += 1;
    next = after(dates);
  }
  return next;
};

/**
 * The date that follows: the first of the rhythm not before `from` (nothing opens while a round is open), and whose days
 * are not over already.
 */
export const nextDate = (
  opening: Opening,
  { from, now }: { readonly from: Instant; readonly now: Instant },
  plan: Plan,
  calendar: Calendar,
): Opening => {
  let next = openingAfter(opening, from, plan, calendar);
  while (closeOf(next, plan, calendar) <= now) next = openingAfter(next, from, plan, calendar);
  return next;
};
