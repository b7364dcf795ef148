import { idIn } from '../chat/identity.ts';
import type { ConversationRef } from '../chat/identity.ts';
import type { Person } from '../people/person.ts';
import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { Round } from '../pulse/round.ts';
import type { Team } from '../team/team.ts';
import type { OpenForMe } from './home-card.ts';

/** The team somebody means: the channel's they stand in, else their own, else the first one they lead. */
export const makeTeamOf =
  ({ teams }: { readonly teams: AggregateRepository<Team> }) =>
  async (person: Person, from: ConversationRef | undefined): Promise<Team | undefined> => {
    const here = from === undefined ? undefined : await teams.glance(person.tenant, idIn(from));
    if (here !== undefined) return here;
    const own = person.team ?? person.leads[0];
    return own === undefined ? undefined : teams.glance(person.tenant, own);
  };

export type TeamOf = ReturnType<typeof makeTeamOf>;

/** What is open for a person in a team. */
export const makeOpenForMe =
  ({ rounds }: { readonly rounds: AggregateRepository<Round> }) =>
  async (person: Person, team: Team | undefined): Promise<OpenForMe> => {
    if (team === undefined) return { leads: false };
    const leads = team.leads.includes(person.person);
    const round =
      team.currentRound === undefined ? undefined : await rounds.glance(team.tenant, team.currentRound);
    return { team, leads, round: round?.state === 'open' ? round : undefined };
  };
