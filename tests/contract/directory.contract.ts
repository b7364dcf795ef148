import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ConversationRef, PersonRef, TenantRef } from '../../src/chat/identity.ts';
import type { Profile } from '../../src/people/person.ts';
import type { Channel, Directory } from '../../src/ports/directory.ts';

/** A platform with these channels and people, and nothing else. */
export interface DirectoryWorld {
  readonly channels: readonly { readonly channel: Channel; readonly members: readonly PersonRef[] }[];
  readonly people: readonly Profile[];
}

export interface DirectorySubject {
  readonly directory: Directory;
  readonly tenant: TenantRef;
}

type SetUp = (worldOf: (tenant: TenantRef) => DirectoryWorld) => Promise<DirectorySubject>;

const MEMBERS = 230;

const numbered = (tenant: TenantRef): readonly Profile[] =>
  Array.from({ length: MEMBERS }, (_, index) => ({
    person: `${tenant}:U${index}`,
    tenant,
    kind: 'member',
    language: 'de',
    zone: 'Europe/Berlin',
  }));

const special = (tenant: TenantRef): readonly Profile[] => [
  { person: `${tenant}:UGUEST`, tenant, kind: 'guest', language: 'en', zone: 'Europe/London' },
  { person: `${tenant}:UONE`, tenant, kind: 'channel-guest', language: 'en', zone: 'Europe/London' },
  { person: `${tenant}:UBOT`, tenant, kind: 'bot', language: 'en', zone: 'America/Los_Angeles' },
  { person: `${tenant}:UGONE`, tenant, kind: 'deactivated' },
];

const outsider = (tenant: TenantRef): Profile => ({
  person: `${tenant}:UOUT`,
  tenant,
  kind: 'outsider',
  language: 'en',
  zone: 'Europe/Paris',
});

const channelsOf = (tenant: TenantRef): readonly Channel[] => [
  {
    conversation: `${tenant}:CHOME`,
    name: 'support-team',
    visibility: 'private',
    shared: false,
    archived: false,
  },
  { conversation: `${tenant}:CALL`, name: 'all-hands', visibility: 'public', shared: false, archived: false },
  {
    conversation: `${tenant}:CSHARED`,
    name: 'with-acme',
    visibility: 'private',
    shared: true,
    archived: false,
  },
  { conversation: `${tenant}:COLD`, name: 'old', visibility: 'public', shared: false, archived: true },
];

const world = (tenant: TenantRef): DirectoryWorld => {
  const everybody = [...numbered(tenant), ...special(tenant), outsider(tenant)];
  const members = everybody.filter(({ kind }) => kind !== 'deactivated').map(({ person }) => person);
  return { channels: channelsOf(tenant).map((channel) => ({ channel, members })), people: everybody };
};

export const directoryContract = (implementation: string, setUp: SetUp): void => {
  describe(`directory: ${implementation}`, () => {
    let directory: Directory;
    let tenant: TenantRef;

    beforeEach(async () => {
      ({ directory, tenant } = await setUp(world));
    });

    const everyPage = async (): Promise<readonly Profile[]> => {
      const first = await directory.people(tenant);
      const found = [...first.profiles];
      for (let { next } = first; next !== undefined; ) {
        const page = await directory.people(tenant, next);
        found.push(...page.profiles);
        next = page.next;
      }
      return found;
    };

    const inOrder = (profiles: readonly Profile[]) =>
      [...profiles].sort((a, b) => (a.person < b.person ? -1 : 1));

    it('tells of a channel what it is: private or public, shared, archived', async () => {
      const found = await Promise.all(
        channelsOf(tenant).map(({ conversation }) => directory.channel(conversation)),
      );
      expect(found).toEqual(channelsOf(tenant));
    });

    it('knows nothing of a channel that it may not see', async () => {
      const hidden: ConversationRef = `${tenant}:CHIDDEN`;
      expect(await directory.channel(hidden)).toBeUndefined();
      expect(await directory.members(hidden)).toBeUndefined();
    });

    it('lists everybody in a channel, over all pages, bots and outsiders included', async () => {
      const members = await directory.members(`${tenant}:CHOME`);
      expect([...(members ?? [])].sort()).toEqual([...(world(tenant).channels[0]?.members ?? [])].sort());
    });

    it("lists the tenant's own people page by page, each once, outsiders not", async () => {
      expect(inOrder(await everyPage())).toEqual(inOrder([...numbered(tenant), ...special(tenant)]));
    });

    it('knows a person by name, outsiders included', async () => {
      for (const profile of [...special(tenant), outsider(tenant)]) {
        expect(await directory.person(profile.person)).toEqual(profile);
      }
    });

    it('knows nothing of a person who does not exist', async () => {
      expect(await directory.person(`${tenant}:UNOBODY`)).toBeUndefined();
    });
  });
};
