import { BARS_FROM, SHARES_FROM } from './gates.ts';
import type { Counts, Wording } from './result.ts';

export const total = (counts: Counts): number => counts.reduce((sum, count) => sum + count, 0);

/** How many said 4 or 5. */
export const agreeing = (counts: Counts): number => counts[3] + counts[4];

/** All marks within one step: saying which would say it of everybody (R6). */
export const isAlike = (counts: Counts): boolean => {
  const given = counts.flatMap((count, index) => (count > 0 ? [index] : []));
  return Math.max(...given) - Math.min(...given) <= 1;
};

/** Nearly everyone from 4 in 5 who agree, most from 3 in 5, mixed from 2 in 5, few below. */
export const wordingOfShare = (agree: number, of: number): Exclude<Wording, 'alike'> => {
  const fifths = (agree * 5) / of;
  if (fifths >= 4) return 'nearly-everyone';
  if (fifths >= 3) return 'most';
  return fifths >= 2 ? 'mixed' : 'few';
};

export const wordingOf = (counts: Counts): Wording =>
  isAlike(counts) ? 'alike' : wordingOfShare(agreeing(counts), total(counts));

export const showsBars = (counts: Counts): boolean => total(counts) >= BARS_FROM && !isAlike(counts);

/** Whether the share is named beside the bars (R38). */
export const showsShare = (counts: Counts): boolean => total(counts) >= SHARES_FROM;

/** Population variance of the marks: how far apart people are. One division of whole numbers, so that equals come out equal. */
export const spreadOf = (counts: Counts): number => {
  const n = total(counts);
  const sum = counts.reduce((all, count, index) => all + count * index, 0);
  const squares = counts.reduce((all, count, index) => all + count * index ** 2, 0);
  return (n * squares - sum ** 2) / n ** 2;
};
