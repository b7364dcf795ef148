import type { ConversationRef, PersonRef } from '../chat/identity.ts';
import { isFullMember } from '../people/person.ts';
import type { Directory } from '../ports/directory.ts';
import type { People } from '../ports/people.ts';
import type { Result } from '../shared/result.ts';
import { ok, refuse } from '../shared/result.ts';
import type { ChangeRefusal } from './change-refusals.ts';

interface Deps {
  readonly directory: Pick<Directory, 'members' | 'person'>;
  readonly people: Pick<People, 'findMany' | 'remember'>;
}

/**
 * Whether these people can lead: full members who are in one of the channels, as the platform says now. They are known
 * from then on.
 */
export const makeCheckLeads =
  ({ directory, people }: Deps) =>
  async (
    channels: readonly ConversationRef[],
    leads: readonly PersonRef[],
  ): Promise<Result<undefined, ChangeRefusal>> => {
    if (leads.length === 0) return ok(undefined);
    const members = await Promise.all(channels.map((channel) => directory.members(channel)));
    if (members.includes(undefined)) return refuse({ code: 'channel-unreadable' });
    const present = new Set(members.flatMap((page) => page ?? []));
    const absent = leads.filter((lead) => !present.has(lead));
    if (absent.length > 0) return refuse({ code: 'lead-not-in-channel', people: absent });
    const known = await people.findMany(leads);
    // They are few: reading a big workspace page by page would take longer than anybody waits.
    const profiles = await Promise.all(
      leads.map(async (lead) => known.find(({ person }) => person === lead) ?? directory.person(lead)),
    );
    const full = profiles.flatMap((one) => (one !== undefined && isFullMember(one) ? [one] : []));
    const strangers = leads.filter((lead) => !full.some(({ person }) => person === lead));
    if (strangers.length > 0) return refuse({ code: 'lead-not-a-member', people: strangers });
    await people.remember(full);
    return ok(undefined);
  };

export type CheckLeads = ReturnType<typeof makeCheckLeads>;
