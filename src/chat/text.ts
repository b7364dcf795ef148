import { isNobody } from './identity.ts';
import type { ConversationRef, PersonRef } from './identity.ts';
import { assertNever } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';

/**
 * A piece of what people read. Never markup: escaping, mentions and local times belong to the renderer,
 * so text that somebody typed cannot mention, link or format.
 */
export type Span =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bold'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'mention'; readonly person: PersonRef }
  | { readonly kind: 'conversation'; readonly conversation: ConversationRef }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  /** Shown in the viewer's own zone where the platform can; `fallback` elsewhere. */
  | {
      readonly kind: 'time';
      readonly instant: Instant;
      readonly style: TimeStyle;
      readonly fallback: string;
    };

export type TimeStyle = 'date' | 'time' | 'date-time';

export type Text = readonly Span[];

export const text = (plain: string): Span => ({ kind: 'text', text: plain });
export const bold = (plain: string): Span => ({ kind: 'bold', text: plain });
export const code = (plain: string): Span => ({ kind: 'code', text: plain });
/** Somebody who was erased has no name any more. */
export const mention = (person: PersonRef): Span =>
  isNobody(person) ? text('–') : { kind: 'mention', person };

const plainSpan = (span: Span): string => {
  switch (span.kind) {
    case 'mention':
    case 'conversation':
      return '…';
    case 'time':
      return span.fallback;
    case 'text':
    case 'bold':
    case 'code':
    case 'link':
      return span.text;
    default:
      return assertNever(span);
  }
};

/** The words alone, for places that take no formatting: labels, notifications. Mentions become `…`. */
export const plain = (spans: Text): string => spans.map(plainSpan).join('');
