import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Counts, ItemResult } from '../../../src/pulse/result.ts';
import type { Wording } from '../../../src/pulse/wording.ts';
import { isAlike, mostDivided, showsBars, showsShare, wordingOf } from '../../../src/pulse/wording.ts';

const WORDINGS: readonly Wording[] = ['nearly-everyone', 'most', 'mixed', 'few', 'alike'];

/** Every way in which `n` marks can fall on five steps. */
const everyCounts = (n: number): readonly Counts[] => {
  const upTo = (most: number): readonly number[] => Array.from({ length: most + 1 }, (_, index) => index);
  return upTo(n).flatMap((a) =>
    upTo(n - a).flatMap((b) =>
      upTo(n - a - b).flatMap((c) => upTo(n - a - b - c).map((d): Counts => [a, b, c, d, n - a - b - c - d])),
    ),
  );
};

/** How many of `n` can have agreed when an item is put like this. */
const agreeingUnder = (n: number, wording: Wording): readonly number[] => {
  const fitting = everyCounts(n).filter((counts) => wordingOf(counts) === wording);
  return [...new Set(fitting.map((counts) => counts[3] + counts[4]))].sort((a, b) => a - b);
};

const counts = (): fc.Arbitrary<Counts> =>
  fc
    .tuple(fc.nat(4), fc.nat(4), fc.nat(4), fc.nat(4), fc.nat(4))
    .filter((given) => given.some((count) => count > 0));

const item = (name: string, given: Counts): ItemResult => ({ item: name, enough: true, counts: given });

describe('how an item is put', () => {
  test.each<[Wording, Counts]>([
    ['nearly-everyone', [1, 0, 0, 2, 2]],
    ['most', [1, 1, 0, 1, 2]],
    ['mixed', [1, 2, 0, 1, 1]],
    ['few', [2, 1, 1, 1, 0]],
    ['few', [2, 1, 2, 0, 0]],
    ['nearly-everyone', [2, 0, 0, 4, 4]],
    ['most', [3, 0, 0, 4, 3]],
    ['most', [4, 0, 0, 3, 3]],
    ['mixed', [5, 0, 0, 3, 2]],
    ['mixed', [6, 0, 0, 2, 2]],
    ['few', [7, 0, 0, 2, 1]],
  ])('is %s for %p', (wording, given) => {
    expect(wordingOf(given)).toBe(wording);
  });

  // All agreeing lie within one step, so it is "alike" that covers them; below ten answers "nearly everyone" is all but one.
  test.each<[number, Record<Wording, readonly number[]>]>([
    [5, { 'nearly-everyone': [4], most: [3], mixed: [2], few: [0, 1], alike: [0, 1, 2, 3, 4, 5] }],
    [6, { 'nearly-everyone': [5], most: [4], mixed: [3], few: [0, 1, 2], alike: [0, 1, 2, 3, 4, 5, 6] }],
    [
      7,
      { 'nearly-everyone': [6], most: [5], mixed: [3, 4], few: [0, 1, 2], alike: [0, 1, 2, 3, 4, 5, 6, 7] },
    ],
  ])('with %i answers leaves open how many agreed', (n, agreeing) => {
    expect({
      'nearly-everyone': agreeingUnder(n, 'nearly-everyone'),
      most: agreeingUnder(n, 'most'),
      mixed: agreeingUnder(n, 'mixed'),
      few: agreeingUnder(n, 'few'),
      alike: agreeingUnder(n, 'alike'),
    }).toEqual(agreeing);
  });

  test.each([5, 6, 7])('with %i answers fits more than one way in which the marks fell', (n) => {
    const wordings = everyCounts(n).map(wordingOf);
    for (const wording of WORDINGS) {
      expect(wordings.filter((said) => said === wording).length).toBeGreaterThanOrEqual(2);
    }
  });

  test('is alike exactly when all marks lie within one step', () => {
    expect(isAlike([0, 0, 0, 0, 5])).toBe(true);
    expect(isAlike([0, 2, 3, 0, 0])).toBe(true);
    expect(isAlike([0, 2, 0, 3, 0])).toBe(false);
    expect(isAlike([1, 0, 0, 0, 9])).toBe(false);
  });
});

describe('bars and shares', () => {
  test.each<[Counts, boolean, boolean]>([
    [[1, 0, 0, 0, 6], false, false],
    [[1, 0, 0, 0, 7], true, false],
    [[1, 0, 0, 0, 8], true, false],
    [[1, 0, 0, 0, 9], true, true],
  ])('for %p are %p and %p', (given, drawn, said) => {
    expect(showsBars(given)).toBe(drawn);
    expect(showsShare(given)).toBe(said);
  });

  test('are not made where all are alike, however many answered', () => {
    expect(showsBars([0, 0, 0, 6, 20])).toBe(false);
    expect(showsShare([0, 0, 0, 6, 20])).toBe(false);
  });
});

describe('the item to talk about first', () => {
  test('has the widest spread', () => {
    const found = mostDivided([
      item('a', [1, 1, 1, 1, 1]),
      item('b', [3, 0, 0, 0, 3]),
      item('c', [0, 2, 1, 2, 0]),
    ]);
    expect(found?.item).toBe('b');
  });

  test('is the earlier of equals', () => {
    const found = mostDivided([
      item('a', [0, 1, 3, 1, 0]),
      item('b', [1, 3, 0, 1, 0]),
      item('c', [0, 1, 0, 3, 1]),
    ]);
    expect(found?.item).toBe('b');
  });

  test('is the earlier of two that differ only in the direction of the scale', () => {
    fc.assert(
      fc.property(
        counts().filter((given) => !isAlike(given)),
        ([one, two, three, four, five]) => {
          const found = mostDivided([
            item('a', [one, two, three, four, five]),
            item('b', [five, four, three, two, one]),
          ]);
          expect(found?.item).toBe('a');
        },
      ),
    );
  });

  test('is the earlier of two teams’ worth of the same opinions, one twice as many', () => {
    fc.assert(
      fc.property(
        counts().filter((given) => !isAlike(given)),
        (given) => {
          const [one, two, three, four, five] = given;
          const twice: Counts = [one * 2, two * 2, three * 2, four * 2, five * 2];
          expect(mostDivided([item('a', given), item('b', twice)])?.item).toBe('a');
          expect(mostDivided([item('b', twice), item('a', given)])?.item).toBe('b');
        },
      ),
    );
  });

  test('is none when all are alike or have too few marks', () => {
    const tooFew: ItemResult = { item: 'b', enough: false };
    expect(mostDivided([item('a', [0, 0, 0, 3, 3]), tooFew])).toBeUndefined();
    expect(mostDivided([])).toBeUndefined();
  });
});
