import type { ConversationRef, PersonRef, TenantRef } from '../../chat/identity.ts';
import type { Identify } from '../../people/identify.ts';
import { canBeAsked, isFullMember } from '../../people/person.ts';
import type { Directory } from '../../ports/directory.ts';
import type { NoteLeads } from '../leads/note-leads.ts';
import type { NoteMembership } from './note-membership.ts';
import type { LeadAgain } from '../leads/take-lead.ts';
import type { TeamIn } from '../team-in.ts';

interface Deps {
  readonly teamIn: TeamIn;
  readonly leadAgain: LeadAgain;
  readonly identify: Identify;
  readonly directory: Pick<Directory, 'members'>;
  readonly noteMembership: NoteMembership;
  readonly noteLeads: NoteLeads;
}

/**
 * Somebody came into a channel: where it is a team's, its leads hear of it before the next round, and from that one on
 * they belong to it (R27); a lead who is back leads again, unless they lead enough others by now. Nothing for people of another team, and for whoever is not
 * asked. Idempotent.
 */
export const makeJoinTeam =
  ({ teamIn, leadAgain, identify, directory, noteMembership, noteLeads }: Deps) =>
  async ({
    tenant,
    person,
    conversation,
  }: {
    readonly tenant: TenantRef;
    readonly person: PersonRef;
    readonly conversation: ConversationRef;
  }): Promise<void> => {
    const team = await teamIn(tenant, conversation);
    if (team === undefined || team.state === 'ended') return;
    // The event may be an old one: the platform is asked who is there now.
    if (!(await directory.members(conversation))?.includes(person)) return;
    const profile = await identify({ tenant, person, outsider: false });
    if (profile === undefined) return;
    if (team.leads.includes(person)) {
      if (!isFullMember(profile)) return;
      await leadAgain(profile, team.id);
      return noteLeads(tenant, team.id);
    }
    const isOurs = profile.team === undefined || profile.team === team.id;
    const isAsked = canBeAsked(profile) && !team.leftOut?.includes(person);
    if (isOurs && isAsked) await noteMembership(team, person, 'came');
  };

export type JoinTeam = ReturnType<typeof makeJoinTeam>;
