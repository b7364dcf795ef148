import type { RoundItem } from './answer.ts';
import type { EarlierRounds } from './earlier-rounds.ts';
import { isNear } from './guard-roster.ts';
import type { ItemResult, ReachedResult, RoundResult, Trend } from './result.ts';
import type { Round } from './round.ts';
import { ROUNDS_COMPARED, trendOf } from './trend.ts';

/** The same question is the same words: a new version begins anew. */
const asks = (round: Round, { id, version }: RoundItem): boolean =>
  round.items.some((item) => item.id === id && item.version === version);

const resultsOf = (rounds: readonly Round[]): readonly ReachedResult[] =>
  rounds.flatMap(({ result }) => (result?.reached === true ? [result] : []));

/**
 * The result with its words about change: for a question that the three published rounds before asked as well, none of
 * them of a roster that differs by one or two people from today's. A comparison of such a few would be about them.
 */
export const addTrends = async (
  round: Round,
  result: RoundResult,
  { reached, changesSince }: EarlierRounds,
): Promise<RoundResult> => {
  if (!result.reached) return result;
  const published = reached.filter((earlier) => earlier.published === true);
  const comparedWith = (item: RoundItem): readonly Round[] =>
    published.filter((earlier) => asks(earlier, item)).slice(0, ROUNDS_COMPARED);

  const trendIn = async (item: RoundItem | undefined): Promise<Trend | undefined> => {
    const before = item === undefined ? [] : comparedWith(item);
    for (const earlier of before) if (isNear(await changesSince(earlier))) return undefined;
    return item && trendOf(item, result, resultsOf(before));
  };

  const items: ItemResult[] = [];
  for (const one of result.items) {
    const trend = one.enough ? await trendIn(round.items.find(({ id }) => id === one.item)) : undefined;
    items.push(one.enough && trend !== undefined ? { ...one, trend } : one);
  }
  const compared = round.items.some((item) => comparedWith(item).length === ROUNDS_COMPARED);
  return { ...result, items, ...(compared ? { compared } : {}) };
};
