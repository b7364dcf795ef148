import type { Person } from '../../people/person.ts';
import type { Clock } from '../../ports/clock.ts';
import type { VaultSlots } from '../../ports/vault.ts';
import type { Result } from '../../shared/result.ts';
import { ok } from '../../shared/result.ts';
import type { FindSlot } from '../answers/find-slot.ts';
import type { AnswerRefusal } from '../refusals.ts';

interface Deps {
  readonly findSlot: FindSlot;
  readonly vault: VaultSlots;
  readonly clock: Clock;
}

/**
 * The person is not asked once more in this round. Takes back a *Later* that is still ahead and leaves nothing else.
 * Refuses when the round is closed, and for anybody not on its roster. Idempotent.
 */
export const makeNotThisRound =
  ({ findSlot, vault, clock }: Deps) =>
  async (person: Person, round: string): Promise<Result<undefined, AnswerRefusal>> => {
    const found = await findSlot(person, round);
    if (!found.ok) return found;
    await vault.notLater(found.value.ref, found.value.slot, clock.now());
    return ok(undefined);
  };

export type NotThisRound = ReturnType<typeof makeNotThisRound>;
