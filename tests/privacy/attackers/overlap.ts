import type { PersonRef } from '../../../src/chat/identity.ts';
import type { Row } from '../../support/pulse-dump.ts';
import { inOrder, orAnybody } from './attacker.ts';
import type { Attacker, Evidence } from './attacker.ts';

const slotsOf = ({ dump, round }: Evidence): readonly string[] =>
  dump.vault
    .filter((row: Row) => String(row['pk']).endsWith(`#${round}`))
    .map(({ sk }) => String(sk))
    .filter((sk) => sk.startsWith('SLOT#'));

/**
 * (7) Knows who wrote what in the round before. Where rows bear the same names, whatever made the order of the comments
 * is the same too: those who wrote then stand in that order again. Else whoever wrote at this place then.
 */
export const overlap: Attacker = {
  name: 'overlap',
  authors: (evidence, chance) => {
    const { before, comments } = evidence;
    if (before === undefined)
      return orAnybody(
        comments.map(() => undefined),
        evidence,
        chance,
      );
    const old = new Set(slotsOf(before.evidence));
    const again = slotsOf(evidence).filter((slot) => old.has(slot)).length;
    const guesses: readonly (PersonRef | undefined)[] =
      again > 0
        ? inOrder(before.authors, comments.length)
        : comments.map((_, index) => before.authors[index]);
    return orAnybody(guesses, evidence, chance);
  },
};
