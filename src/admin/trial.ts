import type { PersonRef } from '../chat/identity.ts';
import { inTenant } from '../chat/identity.ts';
import { WORDS_FROM } from '../pulse/results/gates.ts';
import { nextItems } from '../pulse/course/plan-round.ts';
import { promptOf } from '../pulse/items/packs.ts';
import type { Round } from '../pulse/round.ts';
import { roundId } from '../pulse/round.ts';
import { InvariantError } from '../shared/errors.ts';
import { hours, minutes } from '../shared/time.ts';
import type { Instant } from '../shared/time.ts';
import type { Team } from '../team/team.ts';

/** The id of the one trial team of a tenant: a second one cannot be made while it is there. */
export const TRIAL_ID = 'trial';

/** How long a trial takes. */
const OPEN = minutes(10);

/** After the close its players have this long to be reached; then it is deleted in any case. */
const DELIVERED_WITHIN = hours(1);

/** With one answer of their own the players see a result, with none how it is deleted unread. */
export const MADE_UP = WORDS_FROM - 1;

const begunAt = ({ since }: Team): Instant => {
  if (since === undefined) throw new InvariantError('a trial without a beginning');
  return since;
};

export const trialClose = (team: Team): Instant => begunAt(team) + OPEN;

export const trialEnd = (team: Team): Instant => trialClose(team) + DELIVERED_WITHIN;

/** Named after the moment it began, so that an old button never leads into a later trial. */
export const trialRoundId = (team: Team): string => roundId(TRIAL_ID, begunAt(team));

/** Those who answer by themselves: no platform has such people. */
export const madeUpPeople = ({ tenant }: Team): readonly PersonRef[] =>
  Array.from({ length: MADE_UP }, (_, index) => inTenant(tenant, `made-up-${index + 1}`));

export const playersOf = ({ players = [] }: Team): readonly PersonRef[] => players;

/** A round like any other, but that it is short and has no channel. */
export const trialRound = (team: Team): Round => {
  const id = trialRoundId(team);
  const closesAt = trialClose(team);
  const asked = playersOf(team).length + MADE_UP;
  return {
    tenant: team.tenant,
    id,
    version: 1,
    history: [{ command: `open/${id}`, what: 'opened' }],
    outbox: [],
    due: closesAt,
    team: team.id,
    trial: true,
    number: begunAt(team),
    state: 'open',
    home: team.home,
    leads: [],
    language: team.language,
    zone: team.zone,
    items: nextItems(team),
    prompt: promptOf(1),
    opensAt: begunAt(team),
    closesAt,
    asked,
  };
};
