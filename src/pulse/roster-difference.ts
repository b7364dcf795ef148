import { isNobody } from '../chat/identity.ts';
import type { PersonRef } from '../chat/identity.ts';

/** So few changes let anybody subtract one result from the other (R7). */
const FEW = 2;

/** Every place of somebody erased is a place of its own: it may have been anybody. */
const parted = (roster: readonly PersonRef[]) => {
  const known = new Set(roster.filter((person) => !isNobody(person)));
  return { known, erased: roster.filter(isNobody).length };
};

const lacking = (one: ReadonlySet<PersonRef>, other: ReadonlySet<PersonRef>): number =>
  [...one].filter((person) => !other.has(person)).length;

/**
 * Whether two rosters may differ by one or two people. Who was erased may have been anybody of the other roster or
 * nobody of it, so it errs on the safe side: if any answer to that question makes them near, they are.
 */
export const mayBeNear = (before: readonly PersonRef[], now: readonly PersonRef[]): boolean => {
  const [one, other] = [parted(before), parted(now)];
  const left = lacking(one.known, other.known) + one.erased;
  const came = lacking(other.known, one.known) + other.erased;
  const most = left + came;
  // Erased places of one side stand for people of the other, known or erased.
  const same = Math.min(one.erased + other.erased, left, came);
  const least = most - 2 * same;
  return most > 0 && least <= FEW;
};
