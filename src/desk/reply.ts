import type { Voice } from '../i18n/translate.ts';
import { noticeOf } from './desk-cards.ts';
import type { Card } from '../chat/card.ts';
import type { FieldErrors, Form, Notice } from '../chat/form.ts';

/** What the person sees at once, and alone. Nothing of it stays in the chat for others. */
export type Reply =
  /** Opens for a word or a button. */
  | { readonly kind: 'form'; readonly form: Form }
  /** A dialog to read: opens for a button, takes the place of a submitted form. */
  | { readonly kind: 'notice'; readonly notice: Notice }
  /** A private message: the answer to a typed word. */
  | { readonly kind: 'card'; readonly card: Card }
  /** The submitted form stays open with these beside its fields. */
  | { readonly kind: 'field-errors'; readonly errors: FieldErrors };

export const asCard = (card: Card): Reply => ({ kind: 'card', card });

/** A card to read in a dialog, for places where a message would leave a trace. */
export const asNotice = (say: Voice, card: Card): Reply => ({ kind: 'notice', notice: noticeOf(say, card) });
