import type { ConversationRef, PersonRef, TenantRef } from '../../src/chat/identity.ts';
import type { Channel, Directory } from '../../src/ports/directory.ts';
import type { Profile } from '../../src/people/person.ts';

export interface MemoryDirectory extends Directory {
  /** The channel exists, with exactly these people in it. */
  setChannel(channel: Channel, members: readonly PersonRef[]): void;
  /** The channel is gone, or the bot may not see it any more. */
  removeChannel(conversation: ConversationRef): void;
  /** The person exists and is like this. */
  setPerson(profile: Profile): void;
}

/** Knows what it was told and nothing else. A page of people holds `pageSize` people. */
export const makeMemoryDirectory = (pageSize = 200): MemoryDirectory => {
  const channels = new Map<
    ConversationRef,
    { readonly channel: Channel; readonly members: readonly PersonRef[] }
  >();
  const profiles = new Map<PersonRef, Profile>();

  // In the order of first mention, which is stable, so pages neither skip nor repeat anybody.
  const ownPeople = (tenant: TenantRef): readonly Profile[] =>
    [...profiles.values()].filter((profile) => profile.tenant === tenant && profile.kind !== 'outsider');

  return {
    channel: async (conversation) => structuredClone(channels.get(conversation)?.channel),
    members: async (conversation) => structuredClone(channels.get(conversation)?.members),
    people: async (tenant, next) => {
      const from = Number(next ?? 0);
      const all = ownPeople(tenant);
      const page = structuredClone(all.slice(from, from + pageSize));
      return all.length > from + pageSize
        ? { profiles: page, next: String(from + pageSize) }
        : { profiles: page };
    },
    person: async (person) => structuredClone(profiles.get(person)),
    setChannel: (channel, members) => {
      channels.set(channel.conversation, structuredClone({ channel, members }));
    },
    removeChannel: (conversation) => {
      channels.delete(conversation);
    },
    setPerson: (profile) => {
      profiles.set(profile.person, structuredClone(profile));
    },
  };
};
