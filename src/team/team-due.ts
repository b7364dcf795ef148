import { days } from '../shared/time.ts';
import type { Instant } from '../shared/time.ts';
import type { Opening, Team } from './team.ts';

/** Leads hear of joins and leaves this long before the next round opens. */
const BEFORE = days(1);

type Planned = Pick<
  Team,
  'state' | 'nextOpening' | 'pausedUntil' | 'proposedFor' | 'currentRound' | 'way' | 'wayOn' | 'invited'
>;

/** After rounds below the gate nothing opens before the team has decided which way it goes on (T10). */
export const isDeciding = ({ wayOn }: Pick<Team, 'wayOn'>): boolean =>
  wayOn?.asked === 'below-gate' && wayOn.decided === undefined;

/** In a pause without an end. */
export const isResting = ({ state, pausedUntil }: Pick<Team, 'state' | 'pausedUntil'>): boolean =>
  state === 'paused' && pausedUntil === undefined;

/** The opening that comes by itself; none in a pause without an end, while the team decides, and once it has ended. */
export const comingOpening = (team: Planned): Opening | undefined => {
  const waits = isResting(team) || isDeciding(team);
  return waits || team.state === 'ended' || team.state === 'proposed' ? undefined : team.nextOpening;
};

/**
 * Of the first roster the leads saw the number when they set the team up; every later one may have changed. Where
 * questions come to talk about nobody is asked.
 */
const isLookedAt = ({ currentRound, proposedFor, way }: Planned, { number }: Opening): boolean =>
  currentRound === undefined || proposedFor === number || way === 'talk';

/** A pause with an end is over at the first date after it, also while the team still decides which way it goes on. */
const pauseOver = ({ state, pausedUntil, nextOpening }: Planned): Instant | undefined =>
  state === 'paused' && pausedUntil !== undefined ? nextOpening?.instant : undefined;

/** A day before its opening, where joins and leaves were not told yet, or then. */
const planDue = (team: Planned): Instant | undefined => {
  const opening = comingOpening(team);
  if (opening === undefined) return pauseOver(team);
  return isLookedAt(team, opening) ? opening.instant : opening.instant - BEFORE;
};

/** When the team is looked at next: as it is planned, or when an invitation to lead it lapses. */
export const dueOf = (team: Planned): Instant | undefined => {
  const planned = planDue(team) ?? Number.POSITIVE_INFINITY;
  const due = Math.min(planned, ...(team.invited ?? []).map(({ until }) => until));
  return Number.isFinite(due) ? due : undefined;
};

/** Whether nothing that was planned has come: at most invitations have lapsed. */
export const isBetween = (team: Planned, now: Instant): boolean =>
  (planDue(team) ?? Number.POSITIVE_INFINITY) > now;

/** What is being set up waits for its own next step, and what ended for its people to be freed. */
export const plannedAgain = (team: Team): Team =>
  team.state === 'active' || team.state === 'paused' ? { ...team, due: dueOf(team) } : team;

/** Whether it is only time to tell of joins and leaves: the opening itself is still ahead. */
export const isForecast = (team: Planned, now: Instant): boolean => {
  const opening = comingOpening(team);
  return opening !== undefined && now < opening.instant && !isLookedAt(team, opening);
};
