import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Keys } from '../../src/ports/keys.ts';

export const keysContract = (implementation: string, setUp: () => Keys): void => {
  describe(`keys: ${implementation}`, () => {
    const keys = setUp();
    const person = fc.stringMatching(/^[A-Z0-9]{1,11}$/u).map((id) => `slack:T1:${id}` as const);

    it('makes keys of 32 bytes that never repeat', () => {
      const made = Array.from({ length: 200 }, () => Buffer.from(keys.newKey()).toString('hex'));
      expect(made.every((key) => /^[0-9a-f]{64}$/u.test(key))).toBe(true);
      expect(new Set(made).size).toBe(200);
    });

    it('names slots by HMAC-SHA-256', () => {
      const key = new Uint8Array(32).fill(11);
      // By another implementation: Python's hmac module.
      const slot = 'e575af8027609cb0a20013a16f824819bbf4c3ea32c834855e50d24258520112';
      expect(keys.slotOf(key, 'slack:T1:U1')).toBe(slot);
    });

    it('names a slot the same for the same key and person, and otherwise differently', () => {
      fc.assert(
        fc.property(person, person, (one, other) => {
          const [key, another] = [keys.newKey(), keys.newKey()];
          expect(keys.slotOf(key, one)).toBe(keys.slotOf(Uint8Array.from(key), one));
          expect(keys.slotOf(key, one)).not.toBe(keys.slotOf(another, one));
          expect(keys.slotOf(key, one) === keys.slotOf(key, other)).toBe(one === other);
        }),
      );
    });

    it('fixes an order for one key and label, which no slot gives away', () => {
      fc.assert(
        fc.property(person, fc.string(), (one, label) => {
          const key = keys.newKey();
          expect(keys.orderOf(key, label)).toMatch(/^[0-9a-f]{64}$/u);
          expect(keys.orderOf(key, label)).toBe(keys.orderOf(Uint8Array.from(key), label));
          expect(keys.orderOf(key, one)).not.toBe(keys.slotOf(key, one));
          expect(keys.orderOf(key, label)).not.toBe(keys.orderOf(keys.newKey(), label));
        }),
      );
    });

    it('overwrites a key that is to be forgotten', () => {
      const key = keys.newKey();
      keys.forget(key);
      expect(key).toEqual(new Uint8Array(32));
    });
  });
};
