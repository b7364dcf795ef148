import type { Calendar } from '../../ports/calendar.ts';
import type { Instant } from '../../shared/time.ts';
import { minutes } from '../../shared/time.ts';
import { closeOf, nextDate } from '../../team/schedule.ts';
import { dueOf } from '../../team/team-due.ts';
import { lastRoundOf, openingOf } from '../../team/team.ts';
import type { Team } from '../../team/team.ts';
import type { RoundItem } from '../answers/answer.ts';
import { chooseItems } from '../items/choose-items.ts';
import { itemsOf, pinnedOf, promptOf } from '../items/packs.ts';
import { reminderTime } from './reminder-time.ts';
import type { Round } from '../round.ts';
import { roundId } from '../round.ts';

/** The post goes out with the round; a crash before that leaves it for the tick. */
const askPost = (team: Team, id: string, opens: Instant): Pick<Round, 'outbox' | 'redriveAt'> =>
  team.asks === 'channel'
    ? {
        outbox: [
          { id: `open/${id}.0`, attempt: 0, message: { kind: 'round-ask', tenant: team.tenant, round: id } },
        ],
        redriveAt: opens + minutes(2),
      }
    : { outbox: [] };

/** The questions that the team's next round asks, or its talk is about. */
export const nextItems = (team: Team): readonly RoundItem[] =>
  chooseItems(itemsOf(team), pinnedOf(team), team.asked);

/** The team's next round, as far as its date and settings say; who is on it is still open. */
export const plannedRound = (team: Team, calendar: Calendar, now: Instant): Round => {
  const opening = openingOf(team);
  const { number, instant } = opening;
  const id = roundId(team.id, number);
  const closesAt = closeOf(opening, team, calendar);
  // A round that opens late has just asked everybody.
  const remindAt = reminderTime({ opensAt: Math.max(instant, now), closesAt }, team, calendar);
  return {
    tenant: team.tenant,
    id,
    version: 1,
    history: [{ command: `open/${id}`, what: 'opened' }],
    ...askPost(team, id, instant),
    due: remindAt ?? closesAt,
    team: team.id,
    number,
    previous: lastRoundOf(team),
    state: 'open',
    home: team.home,
    alsoIn: team.alsoIn,
    leads: team.leads,
    language: team.language,
    zone: team.zone,
    items: nextItems(team),
    prompt: promptOf(number),
    opensAt: instant,
    closesAt,
    remindAt,
    asked: 0,
  };
};

/** Moves the team on to its next date that is not before `from`; see {@link nextDate}. */
export const movedOn = (team: Team, from: Instant, calendar: Calendar, now: Instant): Team => {
  const moved = { ...team, nextOpening: nextDate(openingOf(team), { from, now }, team, calendar) };
  return { ...moved, due: dueOf(moved) };
};

export const countAsked = (team: Team, items: readonly RoundItem[]): Team['asked'] => ({
  ...team.asked,
  ...Object.fromEntries(items.map(({ id }) => [id, (team.asked[id] ?? 0) + 1])),
});
