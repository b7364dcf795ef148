import type { ConversationRef, PersonRef } from '../../chat/identity.ts';
import { isFullMember } from '../../people/person.ts';
import type { Profile } from '../../people/person.ts';
import type { Directory } from '../../ports/directory.ts';
import type { People } from '../../ports/people.ts';
import type { Result } from '../../shared/result.ts';
import { ok, refuse } from '../../shared/result.ts';
import type { ChangeRefusal } from '../change/change-refusals.ts';

interface Deps {
  readonly directory: Pick<Directory, 'members' | 'person'>;
  readonly people: Pick<People, 'findMany' | 'remember'>;
}

type NoLead = Extract<ChangeRefusal, { readonly people: readonly PersonRef[] }>;

/** The profiles of people who shall lead: full members who are among those `present`, as the platform says now. */
export const makeLeadProfiles =
  ({
    directory,
    people,
  }: {
    readonly directory: Pick<Directory, 'person'>;
    readonly people: Pick<People, 'findMany'>;
  }) =>
  async (
    leads: readonly PersonRef[],
    present: ReadonlySet<PersonRef>,
  ): Promise<Result<readonly Profile[], NoLead>> => {
    const absent = leads.filter((lead) => !present.has(lead));
    if (absent.length > 0) return refuse({ code: 'lead-not-in-channel', people: absent });
    const known = await people.findMany(leads);
    // They are few: reading a big workspace page by page would take longer than anybody waits.
    const profiles = await Promise.all(
      leads.map(async (lead) => known.find(({ person }) => person === lead) ?? directory.person(lead)),
    );
    const full = profiles.flatMap((one) => (one !== undefined && isFullMember(one) ? [one] : []));
    const strangers = leads.filter((lead) => !full.some(({ person }) => person === lead));
    return strangers.length > 0 ? refuse({ code: 'lead-not-a-member', people: strangers }) : ok(full);
  };

/**
 * Whether these people can lead: full members who are in one of the channels, the team's home first, as the platform says
 * now; a further channel that cannot be read is left out. They are known from then on.
 */
export const makeCheckLeads = (deps: Deps) => {
  const { directory, people } = deps;
  const leadProfiles = makeLeadProfiles(deps);
  return async (
    channels: readonly ConversationRef[],
    leads: readonly PersonRef[],
  ): Promise<Result<undefined, ChangeRefusal>> => {
    if (leads.length === 0) return ok(undefined);
    const [home, ...further] = await Promise.all(channels.map((channel) => directory.members(channel)));
    if (home === undefined) return refuse({ code: 'channel-unreadable' });
    const members = new Set([...home, ...further.flatMap((page) => page ?? [])]);
    const profiles = await leadProfiles(leads, members);
    if (!profiles.ok) return profiles;
    await people.remember(profiles.value);
    return ok(undefined);
  };
};

export type CheckLeads = ReturnType<typeof makeCheckLeads>;
