import type { PersonRef } from '../chat/identity.ts';
import type { Keys } from '../ports/keys.ts';
import type { RoundRef, VaultSlots } from '../ports/vault.ts';

/** `open`: nothing of the person lies there any more. `sealed`: the round was closing already. `none`: not on its roster, or closed. */
export type Withdrawn = 'open' | 'sealed' | 'none';

/**
 * Empties what somebody said in a round that is open; the slot looks as if they had never answered, whether they had or
 * not. Once it is sealed nothing changes: what lies in it counts. Idempotent.
 */
export const makeWithdraw =
  ({ vault, keys }: { readonly vault: VaultSlots; readonly keys: Keys }) =>
  async (person: PersonRef, round: RoundRef): Promise<Withdrawn> => {
    const found = await vault.head(round);
    if (found === undefined) return 'none';
    const slot = keys.slotOf(found.key, person);
    keys.forget(found.key);
    const outcome = await vault.withdraw(round, slot);
    if (outcome === 'withdrawn') return 'open';
    return outcome === 'sealed' ? 'sealed' : 'none';
  };

export type Withdraw = ReturnType<typeof makeWithdraw>;
