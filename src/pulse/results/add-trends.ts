import type { RoundItem } from '../answers/answer.ts';
import { ROUNDS_COMPARED } from './earlier-rounds.ts';
import type { EarlierRounds } from './earlier-rounds.ts';
import { isNear } from '../roster/guard-roster.ts';
import type { ItemResult, ReachedResult, RoundResult } from './result.ts';
import type { Round } from '../round.ts';
import { trendOf } from './trend.ts';

/** The same question is the same words: a new version begins anew. */
const asks = (round: Round, { id, version }: RoundItem): boolean =>
  round.items.some((item) => item.id === id && item.version === version);

const resultsOf = (rounds: readonly Round[]): readonly ReachedResult[] =>
  rounds.flatMap(({ result }) => (result?.reached === true ? [result] : []));

/**
 * The result with its words about change: for a question that each of the last three published rounds asked as well,
 * none of them of a roster that differs by one or two people from today's. A comparison of such a few would be about
 * them.
 */
export const addTrends = async (
  round: Round,
  result: RoundResult,
  { reached, changesSince }: EarlierRounds,
): Promise<RoundResult> => {
  if (!result.reached) return result;
  const last = reached.filter(({ published }) => published === true).slice(0, ROUNDS_COMPARED);
  const isCompared = (item: RoundItem): boolean =>
    last.length === ROUNDS_COMPARED && last.every((earlier) => asks(earlier, item));
  const compared = round.items.filter(isCompared);
  if (compared.length === 0) return result;

  const changes = await Promise.all(last.map(changesSince));
  const before = changes.some(isNear) ? [] : resultsOf(last);
  const items = result.items.map((one): ItemResult => {
    const item = compared.find(({ id }) => id === one.item);
    const trend = item && trendOf(item, result, before);
    return one.enough && trend !== undefined ? { ...one, trend } : one;
  });
  return { ...result, items, compared: true };
};
