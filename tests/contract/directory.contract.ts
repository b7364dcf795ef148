import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ConversationRef, PersonRef, TenantRef } from '../../src/chat/identity.ts';
import type { Profile } from '../../src/people/person.ts';
import type { Channel, Directory } from '../../src/ports/directory.ts';

/** A tenant to look at, as far as the promises need it. */
export interface DirectoryStage {
  readonly directory: Directory;
  readonly tenant: TenantRef;
  /** Private, not shared, in use. */
  readonly channel: Channel;
  /** Who is in {@link channel}, in any order: also a bot and somebody deactivated. */
  readonly members: readonly PersonRef[];
  /** Shared with another organisation, somebody of which is in it. */
  readonly shared: ConversationRef;
  /** The bot may not see it. */
  readonly hidden: ConversationRef;
  readonly member: Profile;
  readonly bot: PersonRef;
  readonly deactivated: PersonRef;
  readonly outsider: PersonRef;
  readonly unknown: PersonRef;
  readonly close?: () => Promise<void>;
}

const everybody = async ({ directory, tenant }: DirectoryStage): Promise<readonly Profile[]> => {
  const profiles: Profile[] = [];
  let next: string | undefined;
  do {
    const page = await directory.people(tenant, next);
    profiles.push(...page.profiles);
    next = page.next;
  } while (next !== undefined);
  return profiles;
};

export const directoryContract = (
  implementation: string,
  setUp: () => DirectoryStage | Promise<DirectoryStage>,
): void => {
  describe(`directory: ${implementation}`, () => {
    let stage: DirectoryStage;

    beforeEach(async () => {
      stage = await setUp();
    });

    afterEach(async () => {
      await stage.close?.();
    });

    it('knows a channel', async () => {
      expect(await stage.directory.channel(stage.channel.conversation)).toEqual(stage.channel);
    });

    it('knows that a channel is shared with another organisation', async () => {
      expect(await stage.directory.channel(stage.shared)).toMatchObject({ shared: true });
    });

    it('knows nothing of a channel that the bot may not see', async () => {
      expect(await stage.directory.channel(stage.hidden)).toBeUndefined();
      expect(await stage.directory.members(stage.hidden)).toBeUndefined();
    });

    it('lists everybody in a channel, bots and deactivated people too', async () => {
      const members = (await stage.directory.members(stage.channel.conversation)) ?? [];
      expect([...members].sort()).toEqual([...stage.members].sort());
      expect(members).toEqual(expect.arrayContaining([stage.bot, stage.deactivated]));
    });

    it('lists somebody from outside in a shared channel', async () => {
      expect(await stage.directory.members(stage.shared)).toContain(stage.outsider);
    });

    it('lists its own people once each, bots and deactivated ones too, nobody from outside', async () => {
      const profiles = await everybody(stage);
      const persons = profiles.map(({ person }) => person);
      expect(new Set(persons).size).toBe(persons.length);
      expect(profiles).toContainEqual(stage.member);
      expect(profiles.find(({ person }) => person === stage.bot)?.kind).toBe('bot');
      expect(profiles.find(({ person }) => person === stage.deactivated)?.kind).toBe('deactivated');
      expect(persons).not.toContain(stage.outsider);
    });

    it('knows a person, also from outside, and nobody who does not exist', async () => {
      expect(await stage.directory.person(stage.member.person)).toEqual(stage.member);
      expect(await stage.directory.person(stage.outsider)).toMatchObject({ kind: 'outsider' });
      expect(await stage.directory.person(stage.unknown)).toBeUndefined();
    });
  });
};
