import type { RoundItem } from '../answers/answer.ts';
import { ROUNDS_COMPARED } from './earlier-rounds.ts';
import { CANNOT_SAY_FROM, WORDS_FROM } from './gates.ts';
import type { ItemResult, ReachedResult, Trend } from './result.ts';
import { agreeing, total, wordingOfShare } from './wording.ts';

/** How many may have agreed, of how many: what a published result leaves open about one of its questions. */
interface Reading {
  readonly agree: number;
  readonly of: number;
}

/** Of `of` people the fewest and the most who fit the word that was published. */
const fitting = (wording: ReturnType<typeof wordingOfShare>, of: number): readonly Reading[] => {
  const fit = Array.from({ length: of + 1 }, (_, agree) => ({ agree, of })).filter(
    ({ agree }) => wordingOfShare(agree, of) === wording,
  );
  return [...fit.slice(0, 1), ...fit.slice(-1)];
};

/**
 * Every reading of what was published about a question, or the ends of them. Exactly one where bars were drawn. Where
 * only a word was said, every count that fits it, for every number of marks that the number of answers allows. None
 * where nothing follows: too few marks, all alike, no number of answers (R7).
 */
const readingsOf = ({ answers }: ReachedResult, item: ItemResult | undefined): readonly Reading[] => {
  if (item?.enough !== true) return [];
  const { wording, counts, cannotSay } = item;
  if (counts !== undefined) return [{ agree: agreeing(counts), of: total(counts) }];
  if (answers === undefined || wording === 'alike') return [];
  const most = answers - (cannotSay ?? 0);
  // That nobody or one to four could not say is not published.
  const least = cannotSay === undefined ? Math.max(WORDS_FROM, most - (CANNOT_SAY_FROM - 1)) : most;
  return Array.from({ length: most - least + 1 }, (_, more) => least + more).flatMap((of) =>
    fitting(wording, of),
  );
};

/** The share is higher by what two people are worth in the smaller of the two rounds; whole numbers, so that equals count. */
const isTwoPeopleMore = (now: Reading, then: Reading): boolean =>
  (now.agree * then.of - then.agree * now.of) * Math.min(now.of, then.of) >= 2 * now.of * then.of;

const isMore = (now: readonly Reading[], then: readonly Reading[]): boolean =>
  now.length > 0 && then.length > 0 && now.every((one) => then.every((other) => isTwoPeopleMore(one, other)));

const itemIn = ({ items }: ReachedResult, { id }: RoundItem): ItemResult | undefined =>
  items.find(({ item }) => item === id);

/**
 * Whether more or fewer people say yes to a question than in each of the three rounds before that asked it in the same
 * words, by at least two people's worth: the difference of the shares of 4 and 5, times the number of marks of the
 * smaller round, is two or more. Nothing where that does not hold of all three.
 *
 * Reads published results alone, and says something only where every reading of them agrees. So it tells nobody what
 * they could not work out from the posts in the channel, and nothing is kept for it (R7, docs/adr/0003).
 */
export const trendOf = (
  item: RoundItem,
  now: ReachedResult,
  before: readonly ReachedResult[],
): Trend | undefined => {
  if (before.length < ROUNDS_COMPARED) return undefined;
  const readings = readingsOf(now, itemIn(now, item));
  const earlier = before.slice(0, ROUNDS_COMPARED).map((result) => readingsOf(result, itemIn(result, item)));
  if (earlier.every((then) => isMore(readings, then))) return 'more';
  return earlier.every((then) => isMore(then, readings)) ? 'fewer' : undefined;
};
