import { idIn } from '../chat/identity.ts';
import type { ConversationRef, PersonRef, TenantRef } from '../chat/identity.ts';
import type { Identify } from '../people/identify.ts';
import { canBeAsked } from '../people/person.ts';
import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { Directory } from '../ports/directory.ts';
import type { People } from '../ports/people.ts';
import type { Team } from './team.ts';

interface Deps {
  readonly teams: AggregateRepository<Team>;
  readonly people: People;
  readonly identify: Identify;
  readonly directory: Pick<Directory, 'members'>;
}

/**
 * Somebody came into a channel: where it is a team's, they belong to it from now on and are asked from the next round on
 * (R27). Nothing for leads, for people of another team, and for whoever is not asked. Idempotent.
 */
export const makeJoinTeam =
  ({ teams, people, identify, directory }: Deps) =>
  async ({
    tenant,
    person,
    conversation,
  }: {
    readonly tenant: TenantRef;
    readonly person: PersonRef;
    readonly conversation: ConversationRef;
  }): Promise<void> => {
    const team = await teams.glance(tenant, idIn(conversation));
    if (team?.state !== 'active' || team.leads.includes(person)) return;
    // The event may be an old one: the platform is asked who is there now.
    if (!(await directory.members(conversation))?.includes(person)) return;
    const profile = await identify({ tenant, person, outsider: false });
    if (profile !== undefined && canBeAsked(profile)) await people.join(person, team.id);
  };

export type JoinTeam = ReturnType<typeof makeJoinTeam>;
