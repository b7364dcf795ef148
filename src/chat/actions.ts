import type { Word } from './words.ts';

/** What a button means. An adapter encodes it and decodes exactly the same; it never proves who may do it. */
export type Intent =
  | { readonly kind: 'answer'; readonly round: string }
  | { readonly kind: 'comments'; readonly round: string; readonly page: number }
  | { readonly kind: 'protection' }
  | { readonly kind: 'word'; readonly word: Word };

/** What a form is for; comes back with its values. */
export type FormIntent =
  | { readonly kind: 'answer'; readonly round: string }
  | { readonly kind: 'set-up-team'; readonly channel: string };
