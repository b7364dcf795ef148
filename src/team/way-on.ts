import type { PersonRef } from '../chat/identity.ts';

/** What a team can choose when anonymous rounds do not work out for it (T10, T11); `rounds` leads back to them. */
export type Way = 'keep' | 'longer' | 'talk' | 'pause' | 'rounds';

/** The team is asked which way it goes on; the first press decides, and later ones are told so. */
export interface WayOn {
  readonly asked: 'below-gate' | 'too-small';
  /** Of the round that was below the gate, or of the opening that found too few. */
  readonly number: number;
  readonly decided?: { readonly way: Way; readonly by: PersonRef } | undefined;
}
