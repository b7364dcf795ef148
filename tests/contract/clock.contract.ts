import { describe, expect, it } from '@jest/globals';
import type { Clock } from '../../src/ports/clock.ts';

export const clockContract = (implementation: string, setUp: () => Clock): void => {
  describe(`clock: ${implementation}`, () => {
    it('tells whole milliseconds and never goes back', () => {
      const clock = setUp();
      const times = Array.from({ length: 100 }, () => clock.now());
      expect(times.every(Number.isSafeInteger)).toBe(true);
      expect(times).toEqual([...times].sort((a, b) => a - b));
    });
  });
};
