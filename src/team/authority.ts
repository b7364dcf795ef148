import type { IsAdmin } from '../admin/is-admin.ts';
import type { ConversationRef } from '../chat/identity.ts';
import { isFullMember } from '../people/person.ts';
import type { Person } from '../people/person.ts';
import type { People } from '../ports/people.ts';
import { channelsOf } from './team.ts';
import type { Team } from './team.ts';

/** Leads it at this moment: named by the team, in its channel as far as we heard, and a full member. */
export const leadsIt = (person: Person, team: Pick<Team, 'id' | 'leads'>): boolean =>
  team.leads.includes(person.person) && person.leads.includes(team.id) && isFullMember(person);

/** Who leads it at this moment. Nobody is left where all are gone from the channel or deactivated. */
export const makeLeadsOf =
  ({ people }: { readonly people: Pick<People, 'findMany'> }) =>
  async (team: Pick<Team, 'id' | 'leads'>): Promise<readonly Person[]> => {
    const known = await people.findMany(team.leads);
    const present = team.leads.flatMap((lead) => known.find(({ person }) => person === lead) ?? []);
    return present.filter((person) => leadsIt(person, team));
  };

export type LeadsOf = ReturnType<typeof makeLeadsOf>;

/** Who belongs to the team: its leads and people, and whoever stands in its channel and has no other team. */
export const isOfTeam = (person: Person, team: Team, from: ConversationRef | undefined): boolean =>
  leadsIt(person, team) ||
  person.team === team.id ||
  (person.team === undefined && from !== undefined && channelsOf(team).includes(from));

/** Whether somebody may change a team: its leads may, and admins. Asked at every click, never taken from a form. */
export const makeMayChange =
  ({ isAdmin }: { readonly isAdmin: IsAdmin }) =>
  async (person: Person, team: Pick<Team, 'id' | 'leads'>): Promise<boolean> =>
    leadsIt(person, team) || (await isAdmin(person));

export type MayChange = ReturnType<typeof makeMayChange>;
