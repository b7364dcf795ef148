import type { EarlierRounds } from '../results/earlier-rounds.ts';
import { FEW } from './roster-difference.ts';
import type { Round } from '../round.ts';

/** Whether so few people came or went that two results must not be compared; unknown is as bad. */
export const isNear = (changes: number | undefined): boolean =>
  changes === undefined || (changes > 0 && changes <= FEW);

/** What was published last, and whatever reached the gate since then and may still come to stand in the channel. */
const comparable = (reached: readonly Round[]): readonly Round[] => {
  const published = reached.findIndex((round) => round.published === true);
  return published < 0 ? reached : reached.slice(0, published + 1);
};

/**
 * Whether the roster differs by one or two people from that of the last published round, or of one since then whose result
 * may still come to stand in the channel, so that two results could be subtracted. Where an earlier roster is not kept
 * any more it counts as different: rather one round in words.
 */
export const isGuarded = async ({ reached, more, changesSince }: EarlierRounds): Promise<boolean> => {
  for (const earlier of comparable(reached)) {
    if (isNear(await changesSince(earlier))) return true;
  }
  return more && !reached.some((round) => round.published === true);
};
