import type { SeenEvents } from '../../src/ports/seen-events.ts';

/** Ignores `forgetAt`: a process does not live long enough for it to matter. */
export const makeMemorySeenEvents = (): SeenEvents => {
  const seen = new Set<string>();
  return {
    has: async (tenant, eventId) => seen.has(`${tenant}#${eventId}`),
    add: async (tenant, eventId) => {
      seen.add(`${tenant}#${eventId}`);
    },
  };
};
