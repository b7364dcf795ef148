import type { PersonRef } from '../../chat/identity.ts';
import type { AlsoRefusal } from '../refusals.ts';

/** Every way changing a team says no. */
export type ChangeRefusal =
  | { readonly code: 'team-not-found' }
  | { readonly code: 'team-settling' }
  | { readonly code: 'team-ended' }
  | { readonly code: 'not-yours-to-change' }
  | { readonly code: 'no-lead' }
  | { readonly code: 'last-lead' }
  | { readonly code: 'has-lead' }
  | { readonly code: 'lead-not-in-channel'; readonly people: readonly PersonRef[] }
  | { readonly code: 'lead-not-a-member'; readonly people: readonly PersonRef[] }
  | { readonly code: 'channel-unreadable' }
  | { readonly code: 'choice-invalid'; readonly field: string }
  /** Rounds would stay open longer than until the next one. */
  | { readonly code: 'open-beyond-rhythm'; readonly field: 'weeks' | 'days' }
  | { readonly code: 'not-on-the-list' }
  | { readonly code: 'not-taken-off' }
  | { readonly code: 'too-many-people'; readonly most: number; readonly field: string }
  | { readonly code: 'day-over' }
  | { readonly code: 'nothing-to-pause' }
  | AlsoRefusal;
