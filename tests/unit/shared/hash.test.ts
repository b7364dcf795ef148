import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { spread } from '../../../src/shared/hash.ts';

describe('a spread', () => {
  // Published test vectors of 32-bit FNV-1a.
  test.each([
    ['', 0x811c9dc5],
    ['a', 0xe40c292c],
    ['foobar', 0xbf9cf968],
  ])('of %p is the known hash', (text, hash) => {
    expect(spread(text, 2 ** 32)).toBe(hash);
  });

  test('is one of the buckets, always the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 100 }), (text, buckets) => {
        const found = spread(text, buckets);
        expect(Number.isInteger(found) && found >= 0 && found < buckets).toBe(true);
        expect(spread(text, buckets)).toBe(found);
      }),
    );
  });

  test('leaves no bucket of ten much emptier than another', () => {
    const filled = Array.from({ length: 10 }, () => 0);
    for (let team = 0; team < 10_000; team += 1) {
      const bucket = spread(`C0${team}ABC`, 10);
      filled[bucket] = (filled[bucket] ?? 0) + 1;
    }
    expect(Math.min(...filled)).toBeGreaterThan(850);
    expect(Math.max(...filled)).toBeLessThan(1150);
  });
});
