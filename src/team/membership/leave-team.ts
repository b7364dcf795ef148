import type { ConversationRef, PersonRef } from '../../chat/identity.ts';
import { canBeAsked } from '../../people/person.ts';
import type { Directory } from '../../ports/directory.ts';
import type { People } from '../../ports/people.ts';
import type { FreePeople } from '../../pulse/roster/free-people.ts';
import type { NoteLeads } from '../leads/note-leads.ts';
import type { NoteMembership } from './note-membership.ts';
import type { TeamIn } from '../team-in.ts';
import { channelsOf } from '../team.ts';
import type { Team } from '../team.ts';

interface Deps {
  readonly teamIn: TeamIn;
  readonly people: Pick<People, 'find' | 'unlead'>;
  readonly directory: Pick<Directory, 'members'>;
  readonly freePeople: FreePeople;
  readonly noteMembership: NoteMembership;
  readonly noteLeads: NoteLeads;
}

/**
 * Somebody left a channel: where it was their team's last one, they are free for another one, and lead it no more; its
 * leads hear of it before the next round, whatever the person had set for themselves. Nothing when the platform says
 * that they are there: the event was an old one. Idempotent.
 */
export const makeLeaveTeam = (deps: Deps) => {
  const { teamIn, people, directory, freePeople, noteMembership, noteLeads } = deps;

  const isStillThere = async (team: Team, person: PersonRef): Promise<boolean> => {
    const members = await Promise.all(channelsOf(team).map((channel) => directory.members(channel)));
    return members.some((present) => present?.includes(person));
  };

  return async (person: PersonRef, conversation: ConversationRef): Promise<void> => {
    const known = await people.find(person);
    const team = known === undefined ? undefined : await teamIn(known.tenant, conversation);
    if (known === undefined || team === undefined || (await isStillThere(team, person))) return;
    const { tenant, id } = team;
    await freePeople(team, [person]);
    if (known.leads.includes(id)) {
      await people.unlead(person, id);
      return noteLeads(tenant, id);
    }
    const isOurs = known.team === undefined || known.team === id;
    const wasAsked = canBeAsked(known) && !team.leads.includes(person) && !team.leftOut?.includes(person);
    if (isOurs && wasAsked) await noteMembership(team, person, 'went');
  };
};

export type LeaveTeam = ReturnType<typeof makeLeaveTeam>;
