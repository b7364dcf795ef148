import { describe, expect, it } from '@jest/globals';
import type { Ids } from '../../src/ports/ids.ts';

export const idsContract = (implementation: string, setUp: () => Ids): void => {
  describe(`ids: ${implementation}`, () => {
    const ids = setUp();
    const made = Array.from({ length: 10_000 }, () => ids.next());

    it('are 32 lower-case hex digits and never repeat', () => {
      expect(made.filter((id) => !/^[0-9a-f]{32}$/u.test(id))).toEqual([]);
      expect(new Set(made).size).toBe(made.length);
    });

    it('hold no order: about every second one is smaller than the one before', () => {
      const falls = made.filter((id, index) => id < (made[index - 1] ?? '')).length;
      expect(falls).toBeGreaterThan(4_500);
      expect(falls).toBeLessThan(5_500);
    });
  });
};
