import type { Person } from '../../people/person.ts';
import type { Keys } from '../../ports/keys.ts';
import type { RoundRef, VaultSlots } from '../../ports/vault.ts';
import type { Result } from '../../shared/result.ts';
import { ok, refuse } from '../../shared/result.ts';
import type { RoundHead } from './answer.ts';
import { makeExplainClosed, makeExplainNotAsked } from './answer-round.ts';
import type { AnswerRefusal } from '../refusals.ts';

type Deps = { readonly vault: VaultSlots; readonly keys: Keys } & Parameters<typeof makeExplainClosed>[0];

export interface FoundSlot {
  readonly ref: RoundRef;
  readonly slot: string;
  readonly head: RoundHead;
}

/** A person's slot in an open round. Refuses once it is closed, and for anybody not on its roster. */
export const makeFindSlot = (deps: Deps) => {
  const { vault, keys } = deps;
  const explainClosed = makeExplainClosed(deps);
  const explainNotAsked = makeExplainNotAsked(deps);
  return async (person: Person, round: string): Promise<Result<FoundSlot, AnswerRefusal>> => {
    const ref = { tenant: person.tenant, round };
    const found = await vault.head(ref);
    if (found === undefined) return refuse(await explainClosed(ref.tenant, round));
    const slot = keys.slotOf(found.key, person.person);
    keys.forget(found.key);
    if ((await vault.read(ref, slot)) === 'no-slot') return refuse(await explainNotAsked(person, found.head));
    return ok({ ref, slot, head: found.head });
  };
};

export type FindSlot = ReturnType<typeof makeFindSlot>;
