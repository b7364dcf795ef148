import { idIn } from '../chat/identity.ts';
import type { PersonRef } from '../chat/identity.ts';
import type { Instant } from '../shared/time.ts';
import type { Aggregate } from '../work/aggregate.ts';

/** What is searched for a person's id, in this order. */
export const SWEPT = ['settings', 'team', 'round', 'asks', 'delivery'] as const;

export type Swept = (typeof SWEPT)[number];

/** How far a search through the tenant got. */
export interface SweepPlace {
  readonly what: Swept;
  /** Where to go on within it. */
  readonly after?: string | undefined;
  /** This search met the person: another one follows, until one meets nobody. */
  readonly met: boolean;
  /** It met something that names the person and could not be mended: somebody has to look, once all else is done. */
  readonly stuck?: boolean | undefined;
}

/** A person who is being erased, or will be. It removes itself at the end, so that nothing is left of them. */
export interface Erasure extends Aggregate {
  readonly person: PersonRef;
  /**
   * `planned`: the person is gone from the platform, and is erased when it is due unless they come back. `begun`: their
   * own row may still be there. `sweeping`: it is gone, and what names them elsewhere is searched for.
   */
  readonly state: 'planned' | 'begun' | 'sweeping';
  readonly place?: SweepPlace | undefined;
}

/** One for each person. */
export const erasureId = (person: PersonRef): string => idIn(person);

export const anErasure = (
  tenant: Erasure['tenant'],
  person: PersonRef,
  { state, due }: { readonly state: Erasure['state']; readonly due: Instant },
): Erasure => ({
  tenant,
  id: erasureId(person),
  version: 1,
  history: [{ command: 'begin', what: state }],
  outbox: [],
  due,
  person,
  state,
});
