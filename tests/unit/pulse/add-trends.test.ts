import { describe, expect, test } from '@jest/globals';
import { addTrends } from '../../../src/pulse/results/add-trends.ts';
import type { EarlierRounds } from '../../../src/pulse/results/earlier-rounds.ts';
import type { Counts, ReachedResult } from '../../../src/pulse/results/result.ts';
import type { Round } from '../../../src/pulse/round.ts';
import { aClosedRound, anItem, aResult, aRound } from '../../support/builders.ts';

const FEW: Counts = [8, 0, 0, 0, 2];
const MANY: Counts = [2, 0, 0, 0, 8];

const resultOf = (counts: Counts): ReachedResult =>
  aResult({
    answers: 10,
    items: [
      { item: 'a', enough: true, wording: counts === MANY ? 'nearly-everyone' : 'few', counts },
      { item: 'b', enough: true, wording: 'alike' },
      { item: 'c', enough: false },
    ],
  });

const NOW = aRound({ id: 'C1-9' });

interface Past {
  readonly differing?: Partial<Round>;
  readonly changes?: number | undefined;
}

/** The result of today, with the words that these rounds before it allow; the newest first. */
const withTrends = async (
  past: readonly Past[],
  now: ReachedResult = resultOf(MANY),
): Promise<ReachedResult | undefined> => {
  const changes = new Map<string, number | undefined>();
  const reached = past.map((one, index) => {
    const id = `C1-${8 - index}`;
    changes.set(id, 'changes' in one ? one.changes : 0);
    return aClosedRound(resultOf(FEW), { id, ...one.differing });
  });
  const earlier: EarlierRounds = {
    reached,
    more: false,
    changesSince: async ({ id }) => changes.get(id),
  };
  const result = await addTrends(NOW, now, earlier);
  return result.reached ? result : undefined;
};

const trendOfA = async (...past: readonly Past[]) => {
  const [first] = (await withTrends(past))?.items ?? [];
  return first?.enough === true ? first.trend : undefined;
};

describe('a word about change', () => {
  test('comes after three rounds with the same question, and says that they were compared', async () => {
    expect(await withTrends([{}, {}])).toEqual(resultOf(MANY));
    expect(await withTrends([{}, {}, {}])).toEqual({
      ...resultOf(MANY),
      items: [
        { item: 'a', enough: true, wording: 'nearly-everyone', counts: MANY, trend: 'more' },
        { item: 'b', enough: true, wording: 'alike' },
        { item: 'c', enough: false },
      ],
      compared: true,
    });
  });

  test('is about the last three rounds: not when one of them asked something else', async () => {
    const other = { differing: { items: [anItem('x'), anItem('y'), anItem('z')] } };
    expect(await trendOfA({}, other, {}, {})).toBeUndefined();
    expect(await trendOfA({}, {}, {}, other)).toBe('more');
  });

  test('begins anew with a new version of the question', async () => {
    const old = { differing: { items: [{ ...anItem('a'), version: 2 }, anItem('b'), anItem('c')] } };
    expect(await trendOfA({}, {}, old)).toBeUndefined();
    expect(await trendOfA({}, {}, {}, old)).toBe('more');
  });

  test('counts only what stands in the channel', async () => {
    const unpublished = { differing: { published: undefined } };
    expect(await trendOfA({}, unpublished, {})).toBeUndefined();
    expect(await trendOfA({}, unpublished, {}, {})).toBe('more');
  });

  test.each([1, 2])('is not said when %i came or went since one of the three', async (changes) => {
    expect(await trendOfA({}, {}, { changes })).toBeUndefined();
    expect(await trendOfA({ changes }, {}, {})).toBeUndefined();
  });

  test('is not said when nobody can tell any more who was asked', async () => {
    expect(await trendOfA({}, {}, { changes: undefined })).toBeUndefined();
  });

  test('is said again when so many came or went that it is about nobody', async () => {
    expect(await trendOfA({ changes: 3 }, { changes: 4 }, {})).toBe('more');
  });

  test('is no matter of what was four rounds ago', async () => {
    expect(await trendOfA({}, {}, {}, { changes: 1 })).toBe('more');
  });

  test('is not said of a round below the gate', async () => {
    const earlier = { reached: [], more: false, changesSince: async () => 0 };
    expect(await addTrends(NOW, { reached: false }, earlier)).toEqual({ reached: false });
  });
});
