import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Quiet, QuietPlace } from '../../src/ports/quiet.ts';
import { aTenant } from './samples.ts';

const FORGET_AT = Date.parse('2026-12-08T00:00:00Z');

export const quietContract = (implementation: string, setUp: () => Quiet): void => {
  describe(`quiet: ${implementation}`, () => {
    let quiet: Quiet;
    let week: Omit<QuietPlace, 'key'>;

    beforeEach(() => {
      quiet = setUp();
      week = { tenant: aTenant(), subject: 'slack:T0:U1', week: '2026-11-30' };
    });

    const take = (key: string, limit = 2, at = week) =>
      quiet.take({ ...at, key }, { limit, forgetAt: FORGET_AT });

    it('grants as many places as there are, and no more', async () => {
      expect([await take('a'), await take('b'), await take('c')]).toEqual(['granted', 'granted', 'spent']);
      expect(await take('d', 3)).toBe('granted');
      expect(await take('e', 3)).toBe('spent');
    });

    it('grants exactly two of twenty at once', async () => {
      const keys = Array.from({ length: 20 }, (_, index) => `result/C1-1/lead/${index}`);
      const outcomes = await Promise.all(keys.map((key) => take(key)));
      expect(outcomes.sort()).toEqual([
        'granted',
        'granted',
        ...Array.from({ length: 18 }, () => 'spent' as const),
      ]);
    });

    it('gives a message one place however often it comes, also when all are taken', async () => {
      await Promise.all(Array.from({ length: 20 }, () => take('a')));
      expect(await take('b')).toBe('granted');
      expect([await take('a'), await take('b'), await take('c')]).toEqual(['granted', 'granted', 'spent']);
    });

    it('takes nothing with what it refuses', async () => {
      await take('a');
      expect(await take('hint', 1)).toBe('spent');
      expect(await take('b')).toBe('granted');
    });

    it('has a place again that was given back, once', async () => {
      await take('a');
      await take('b');
      await quiet.giveBack({ ...week, key: 'a' });
      await quiet.giveBack({ ...week, key: 'a' });
      await quiet.giveBack({ ...week, key: 'never taken' });
      expect([await take('c'), await take('d')]).toEqual(['granted', 'spent']);
    });

    it('begins anew after everything was given back', async () => {
      await take('a', 1);
      await quiet.giveBack({ ...week, key: 'a' });
      expect([await take('b', 1), await take('c', 1)]).toEqual(['granted', 'spent']);
    });

    it('gives back where nothing was taken', async () => {
      await quiet.giveBack({ ...week, key: 'a' });
      expect(await take('a')).toBe('granted');
    });

    it('keeps weeks, subjects and tenants apart', async () => {
      await take('a', 1);
      const others = [
        { ...week, week: '2026-12-07' },
        { ...week, subject: 'slack:T0:U2' },
        { ...week, subject: 'C1' },
        { ...week, tenant: aTenant() },
      ];
      for (const other of others) expect(await take('b', 1, other)).toBe('granted');
    });

    it('forgets all weeks of a subject, and nobody else’s', async () => {
      const next = { ...week, week: '2026-12-07' };
      const other = { ...week, subject: 'slack:T0:U10' };
      for (const at of [week, next, other]) await take('a', 1, at);
      await quiet.forget(week.tenant, week.subject);
      await quiet.forget(week.tenant, week.subject);
      expect([await take('b', 1), await take('b', 1, next), await take('b', 1, other)]).toEqual([
        'granted',
        'granted',
        'spent',
      ]);
    });
  });
};
