import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ConversationRef } from '../../src/chat/identity.ts';
import { inTenant } from '../../src/chat/identity.ts';
import type { ChannelClaim, Channels } from '../../src/ports/channels.ts';
import { aTenant } from './samples.ts';

const claimOf = (team: string, since: number): ChannelClaim => ({ team, command: `founds ${team}`, since });

export const channelsContract = (implementation: string, setUp: () => Channels): void => {
  describe(`channels: ${implementation}`, () => {
    let channels: Channels;
    let channel: ConversationRef;

    beforeEach(() => {
      channels = setUp();
      channel = inTenant(aTenant(), 'C1');
    });

    it('knows no claim before there is one', async () => {
      expect(await channels.find(channel)).toBeUndefined();
    });

    it('gives a channel to the first team, and to no other', async () => {
      expect(await channels.claim(channel, claimOf('A', 1))).toBe(true);
      expect(await channels.claim(channel, claimOf('B', 2))).toBe(false);
      expect(await channels.find(channel)).toEqual(claimOf('A', 1));
      expect(await channels.find(inTenant(aTenant(), 'C1'))).toBeUndefined();
    });

    it('gives it to one of two who set up the same team', async () => {
      await channels.claim(channel, claimOf('A', 1));
      expect(await channels.claim(channel, { ...claimOf('A', 2), command: 'another' })).toBe(false);
      expect(await channels.find(channel)).toEqual(claimOf('A', 1));
    });

    it('renews the claim of the same command', async () => {
      await channels.claim(channel, claimOf('A', 1));
      expect(await channels.claim(channel, claimOf('A', 5))).toBe(true);
      expect(await channels.find(channel)).toEqual(claimOf('A', 5));
    });

    it('replaces exactly the claim that is named', async () => {
      await channels.claim(channel, claimOf('A', 1));
      expect(await channels.claim(channel, claimOf('B', 9), claimOf('A', 2))).toBe(false);
      expect(await channels.claim(channel, claimOf('B', 9), claimOf('C', 1))).toBe(false);
      expect(await channels.claim(channel, claimOf('B', 9), claimOf('A', 1))).toBe(true);
      expect(await channels.find(channel)).toEqual(claimOf('B', 9));
    });

    it('frees exactly the claim that is named, however often', async () => {
      await channels.claim(channel, claimOf('A', 1));
      await channels.release(channel, claimOf('A', 2));
      await channels.release(channel, claimOf('B', 1));
      expect(await channels.find(channel)).toEqual(claimOf('A', 1));
      await channels.release(channel, claimOf('A', 1));
      await channels.release(channel, claimOf('A', 1));
      expect(await channels.find(channel)).toBeUndefined();
      expect(await channels.claim(channel, claimOf('B', 3))).toBe(true);
    });

    it('lets exactly the claim that is named be forgotten one day, and another one stay', async () => {
      await channels.claim(channel, claimOf('A', 1));
      await channels.expire(channel, claimOf('A', 2), Date.now() + 1_000_000);
      await channels.expire(channel, claimOf('A', 1), Date.now() + 1_000_000);
      expect(await channels.find(channel)).toEqual(claimOf('A', 1));
      expect(await channels.claim(channel, claimOf('B', 2))).toBe(false);
      expect(await channels.claim(channel, claimOf('B', 2), claimOf('A', 1))).toBe(true);
      expect(await channels.find(channel)).toEqual(claimOf('B', 2));
    });

    it('gives it to exactly one of twenty teams at once', async () => {
      const teams = Array.from({ length: 20 }, (_, index) => `T${index}`);
      const got = await Promise.all(teams.map((team) => channels.claim(channel, claimOf(team, 1))));
      const winner = teams.filter((_, index) => got[index]);
      expect(winner).toHaveLength(1);
      expect(await channels.find(channel)).toEqual(claimOf(String(winner[0]), 1));
    });

    it('replaces a dead claim by exactly one of twenty teams at once', async () => {
      const dead = claimOf('GONE', 1);
      await channels.claim(channel, dead);
      const teams = Array.from({ length: 20 }, (_, index) => `T${index}`);
      const got = await Promise.all(teams.map((team) => channels.claim(channel, claimOf(team, 9), dead)));
      expect(got.filter(Boolean)).toHaveLength(1);
    });
  });
};
