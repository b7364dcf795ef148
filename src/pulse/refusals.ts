import type { Instant, Zone } from '../shared/time.ts';

/** Every way the pulse says no. Facts only; the words stand in the catalogues under `refusal.<code>`. */
export type AnswerRefusal =
  | { readonly code: 'mark-missing'; readonly fields: readonly string[] }
  | { readonly code: 'comment-too-long' }
  | { readonly code: 'choice-invalid'; readonly field: string }
  | { readonly code: 'not-on-roster' }
  | { readonly code: 'asked-elsewhere' }
  | { readonly code: 'channel-guests-are-not-asked' }
  | { readonly code: 'taken-off-the-list' }
  | { readonly code: 'round-not-found' }
  | { readonly code: 'round-closed' }
  | { readonly code: 'leads-are-not-asked' }
  | {
      readonly code: 'round-closed-next';
      readonly closed: Instant;
      readonly next: Instant;
      readonly zone: Zone;
    };

export type LaterRefusal =
  | { readonly code: 'too-late-for-later' }
  | { readonly code: 'later-on-a-holiday' }
  | { readonly code: 'later-is-over' }
  | { readonly code: 'pulse-is-off' };

export type HideRefusal =
  | { readonly code: 'hide-not-for-leads' }
  | { readonly code: 'hide-not-for-guests' }
  | { readonly code: 'hide-not-for-you' }
  | { readonly code: 'comment-not-found' }
  | { readonly code: 'round-not-found' };

export type ResultRefusal = { readonly code: 'round-not-found' } | { readonly code: 'result-not-for-you' };
