import type { PersonRef } from '../../chat/identity.ts';

/** What a team can choose when anonymous rounds do not work out for it (T10, T11). */
export const WAYS = ['keep', 'longer', 'talk', 'pause'] as const;

export type Way = (typeof WAYS)[number];

/** The team is asked which way it goes on; the first press decides, and later ones are told so. */
export interface WayOn {
  readonly asked: 'below-gate' | 'too-small';
  /** Of the round that was below the gate, or of the opening that found too few. */
  readonly number: number;
  /** `by` is absent once that person was erased. */
  readonly decided?: { readonly way: Way; readonly by?: PersonRef | undefined } | undefined;
}

/** Where too few can be asked, only talking makes sense. */
export const waysOf = ({ asked }: Pick<WayOn, 'asked'>): readonly Way[] =>
  asked === 'too-small' ? ['talk'] : WAYS;
