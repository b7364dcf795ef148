import type { ConversationRef } from '../chat/identity.ts';
import type { Person } from '../people/person.ts';
import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { Round } from '../pulse/round.ts';
import type { TeamIn } from '../team/team-in.ts';
import { lastRoundOf } from '../team/team.ts';
import type { Team } from '../team/team.ts';
import type { OpenForMe } from './home-card.ts';
import type { TeamsOfPerson } from './which-team.ts';

/** Nobody leads it yet, or nothing came of it. */
const isOnlyProposed = (team: Team): boolean =>
  team.state === 'proposed' || (team.state === 'ended' && lastRoundOf(team) === undefined);

/** The team somebody means: the channel's they stand in, else their own, else the first one they lead. */
export const makeTeamOf =
  ({ teams, teamIn }: { readonly teams: AggregateRepository<Team>; readonly teamIn: TeamIn }) =>
  async (person: Person, from: ConversationRef | undefined): Promise<Team | undefined> => {
    const id = person.team ?? person.leads[0];
    const [here, own] = await Promise.all([
      from === undefined ? undefined : teamIn(person.tenant, from),
      id === undefined ? undefined : teams.glance(person.tenant, id),
    ]);
    return here === undefined || isOnlyProposed(here) ? own : here;
  };

export type TeamOf = ReturnType<typeof makeTeamOf>;

interface Deps {
  readonly rounds: AggregateRepository<Round>;
  readonly isAsked: (person: Person, round: string) => Promise<boolean>;
  readonly teamsOf: TeamsOfPerson;
}

/** What is open for a person in a team: its round, while it is open and they are asked in it or lead the team. */
export const makeOpenForMe =
  ({ rounds, isAsked, teamsOf }: Deps) =>
  async (person: Person, team: Team | undefined): Promise<OpenForMe> => {
    if (team === undefined) return { leads: false };
    const leads = team.leads.includes(person.person);
    const own = person.leads.length === 0 ? [] : await teamsOf(person);
    const others = own.filter(({ id }) => id !== team.id);
    const current = team.currentRound;
    if (current === undefined) return { team, leads, others };
    const [round, concerned] = await Promise.all([
      rounds.glance(team.tenant, current),
      leads || isAsked(person, current),
    ]);
    return { team, leads, others, round: round?.state === 'open' && concerned ? round : undefined };
  };
