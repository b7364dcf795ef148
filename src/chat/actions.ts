import type { Language } from '../i18n/language.ts';
import type { Word } from './words.ts';

/** Messages that a whole channel reads. Each can be read in the other language: see `otherLanguageButton`. */
export const SHARED = ['promise', 'result', 'round-ask', 'reminder', 'extension'] as const;

/** One of them, and the id of the record it is rendered from: a team's for `promise`, a round's for `result`. */
export interface SharedMessage {
  readonly what: (typeof SHARED)[number];
  readonly id: string;
}

/** What a button means. An adapter encodes it and decodes exactly the same; it never proves who may do it. */
export type Intent =
  | { readonly kind: 'answer'; readonly round: string }
  | { readonly kind: 'comments'; readonly round: string; readonly page: number }
  | { readonly kind: 'hide-comment'; readonly round: string; readonly page: number }
  | { readonly kind: 'past-result'; readonly round: string }
  | { readonly kind: 'protection' }
  | ({ readonly kind: 'in-language'; readonly language: Language } & SharedMessage)
  /** One's own times and language; a pause. */
  | { readonly kind: 'my-times' }
  | { readonly kind: 'away' }
  | { readonly kind: 'word'; readonly word: Word };

/** What a form is for; comes back with its values. */
export type FormIntent =
  | { readonly kind: 'answer'; readonly round: string }
  | { readonly kind: 'hide-comment'; readonly round: string; readonly page: number }
  | { readonly kind: 'my-times' }
  | { readonly kind: 'away' }
  | { readonly kind: 'set-up-team'; readonly channel: string };
