import type { Clock } from '../../src/ports/clock.ts';
import type { SeenEvents } from '../../src/ports/seen-events.ts';
import type { Instant } from '../../src/shared/time.ts';

/** Without a `clock` nothing is ever past its time. */
export const makeMemorySeenEvents = (clock?: Clock): SeenEvents => {
  const seen = new Map<string, Instant>();
  return {
    has: async (tenant, eventId) => {
      const forgetAt = seen.get(`${tenant}#${eventId}`);
      return forgetAt !== undefined && (clock === undefined || forgetAt > clock.now());
    },
    add: async (tenant, eventId, forgetAt) => {
      seen.set(`${tenant}#${eventId}`, forgetAt);
    },
  };
};
