import type { ConversationRef } from '../../src/chat/identity.ts';
import type { ChannelClaim, Channels } from '../../src/ports/channels.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Instant } from '../../src/shared/time.ts';
import type { Forgetful } from './holdings.ts';
import { forgetTenantIn } from './keys-of-tenant.ts';

const same = (one: ChannelClaim | undefined, other: ChannelClaim | undefined): boolean =>
  one !== undefined && one.command === other?.command && one.since === other.since;

/** Without a `clock` the time never comes at which a claim is forgotten. */
export const makeMemoryChannels = (clock?: Clock): Channels & Forgetful => {
  const claims = new Map<ConversationRef, ChannelClaim>();
  const forgetAt = new Map<ConversationRef, Instant>();
  const standing = (channel: ConversationRef): ChannelClaim | undefined => {
    const until = forgetAt.get(channel);
    const isOver = clock !== undefined && until !== undefined && until <= clock.now();
    return isOver ? undefined : claims.get(channel);
  };
  return {
    forgetTenant: (tenant) => forgetTenantIn(claims, tenant),
    find: async (channel) => structuredClone(standing(channel)),
    claim: async (channel, claim, instead) => {
      const stored = standing(channel);
      if (stored !== undefined && stored.command !== claim.command && !same(stored, instead)) return false;
      claims.set(channel, structuredClone(claim));
      forgetAt.delete(channel);
      return true;
    },
    expire: async (channel, claim, at) => {
      if (same(standing(channel), claim)) forgetAt.set(channel, at);
    },
    release: async (channel, claim) => {
      if (same(standing(channel), claim)) claims.delete(channel);
    },
  };
};
