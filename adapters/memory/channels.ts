import type { ConversationRef } from '../../src/chat/identity.ts';
import type { ChannelClaim, Channels } from '../../src/ports/channels.ts';
import type { Forgetful } from './holdings.ts';
import { forgetTenantIn } from './keys-of-tenant.ts';

const same = (one: ChannelClaim | undefined, other: ChannelClaim | undefined): boolean =>
  one !== undefined && one.command === other?.command && one.since === other.since;

export const makeMemoryChannels = (): Channels & Forgetful => {
  const claims = new Map<ConversationRef, ChannelClaim>();
  return {
    forgetTenant: (tenant) => forgetTenantIn(claims, tenant),
    find: async (channel) => structuredClone(claims.get(channel)),
    claim: async (channel, claim, instead) => {
      const stored = claims.get(channel);
      if (stored !== undefined && stored.command !== claim.command && !same(stored, instead)) return false;
      claims.set(channel, structuredClone(claim));
      return true;
    },
    release: async (channel, claim) => {
      if (same(claims.get(channel), claim)) claims.delete(channel);
    },
  };
};
