import { describe, expect, it } from '@jest/globals';
import type { SeenEvents } from '../../src/ports/seen-events.ts';
import { aTenant } from './samples.ts';

export const seenEventsContract = (implementation: string, setUp: () => SeenEvents): void => {
  describe(`seen events: ${implementation}`, () => {
    it('knows an event once it was added, however often, and no other', async () => {
      const seen = setUp();
      const tenant = aTenant();
      expect(await seen.has(tenant, 'Ev1')).toBe(false);
      await seen.add(tenant, 'Ev1', 1_700_000_000_000);
      await seen.add(tenant, 'Ev1', 1_700_000_000_000);
      expect(await seen.has(tenant, 'Ev1')).toBe(true);
      expect(await seen.has(tenant, 'Ev2')).toBe(false);
      expect(await seen.has(aTenant(), 'Ev1')).toBe(false);
    });
  });
};
