import { isNobody } from '../../chat/identity.ts';
import type { PersonRef } from '../../chat/identity.ts';

/** So few changes let anybody subtract one result from the other (R7). */
export const FEW = 2;

/** Every place of somebody erased is a place of its own: it may have been anybody. */
const parted = (roster: readonly PersonRef[]) => {
  const known = new Set(roster.filter((person) => !isNobody(person)));
  return { known, erased: roster.filter(isNobody).length };
};

const lacking = (one: ReadonlySet<PersonRef>, other: ReadonlySet<PersonRef>): number =>
  [...one].filter((person) => !other.has(person)).length;

/**
 * How many people came or went between two rosters. Who was erased may have been anybody of the other roster or nobody
 * of it: then the fewest it can have been, and undefined where that could be few.
 */
export const changesBetween = (
  before: readonly PersonRef[],
  now: readonly PersonRef[],
): number | undefined => {
  const [one, other] = [parted(before), parted(now)];
  const left = lacking(one.known, other.known) + one.erased;
  const came = lacking(other.known, one.known) + other.erased;
  const erased = one.erased + other.erased;
  if (erased === 0) return left + came;
  // Erased places of one side stand for people of the other, known or erased.
  const fewest = left + came - 2 * Math.min(erased, left, came);
  return fewest > FEW ? fewest : undefined;
};
