import type { PersonRef } from '../../chat/identity.ts';
import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { Keys } from '../../ports/keys.ts';
import type { People } from '../../ports/people.ts';
import type { Vault } from '../../ports/vault.ts';
import { makeFewShare } from '../roster/few-share.ts';
import type { Round } from '../round.ts';
import { forgetAt, headOf } from '../round.ts';

interface Deps {
  readonly vault: Vault;
  readonly keys: Keys;
  readonly rounds: AggregateRepository<Round>;
  readonly people: People;
}

/** Key and slots first, then the round: a crash between leaves rows that the next run finds and keeps (rule R14). */
export const makeLayOutRound =
  ({ vault, keys, rounds, people }: Deps) =>
  async (round: Round, roster: readonly PersonRef[]): Promise<void> => {
    const ref = { tenant: round.tenant, round: round.id };
    const fewShare = await makeFewShare({ people })(roster, round.language);
    const fresh = keys.newKey();
    const head = { ...headOf(round), fewShare };
    const key = await vault.openKey(ref, { head, key: fresh, forgetAt: forgetAt(round) });
    keys.forget(fresh);
    if (key !== undefined) {
      const slots = roster.map((person) => keys.slotOf(key, person));
      keys.forget(key);
      await vault.openSlots(ref, slots, forgetAt(round));
    }
    await rounds.create(round);
  };

export type LayOutRound = ReturnType<typeof makeLayOutRound>;
