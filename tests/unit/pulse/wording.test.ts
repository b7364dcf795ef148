import { describe, expect, test } from '@jest/globals';
import type { Counts, Wording } from '../../../src/pulse/results/result.ts';
import { isAlike, showsBars, showsShare, wordingOf } from '../../../src/pulse/results/wording.ts';

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

  test('are not drawn where all are alike, however many answered', () => {
    expect(showsBars([0, 0, 0, 6, 20])).toBe(false);
  });
});
