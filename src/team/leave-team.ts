import { idIn } from '../chat/identity.ts';
import type { ConversationRef, PersonRef } from '../chat/identity.ts';
import type { Directory } from '../ports/directory.ts';
import type { People } from '../ports/people.ts';

interface Deps {
  readonly people: People;
  readonly directory: Pick<Directory, 'members'>;
}

/**
 * Somebody left a channel: where it was their team's, they are free for another one, and lead it no more. Nothing when
 * the platform says that they are there: the event was an old one. Idempotent.
 */
export const makeLeaveTeam =
  ({ people, directory }: Deps) =>
  async (person: PersonRef, conversation: ConversationRef): Promise<void> => {
    const team = idIn(conversation);
    const known = await people.find(person);
    if (known?.team !== team && !known?.leads.includes(team)) return;
    if ((await directory.members(conversation))?.includes(person)) return;
    await people.leave(person, team);
    await people.unlead(person, team);
  };

export type LeaveTeam = ReturnType<typeof makeLeaveTeam>;
