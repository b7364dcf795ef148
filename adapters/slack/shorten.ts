import type { Span, Text } from '../../src/chat/text.ts';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * Where to cut so that no emoji, accent or surrogate pair is torn: the start of what stands at `index`. It depends on
 * nothing behind the character there, and looking at all of a long text costs milliseconds.
 */
const cutAt = (text: string, index: number): number =>
  graphemes.segment(text.slice(0, index + 2)).containing(index)?.index ?? 0;

/** At most `max` UTF-16 units; what was cut off is shown as `…`. */
export const shorten = (text: string, max: number): string =>
  text.length <= max ? text : `${text.slice(0, cutAt(text, max - 1))}…`;

/** Slack refuses texts without a visible character; `…` says that there is nothing to say. */
export const visible = (text: string): string => (text.trim() === '' ? '…' : text);

/** Words are measured as they are; mentions by what a name usually takes. */
const lengthOf = (span: Span): number => {
  switch (span.kind) {
    case 'mention':
    case 'conversation':
      return 20;
    case 'time':
      return span.fallback.length;
    default:
      return span.text.length;
  }
};

const shortenSpan = (span: Span, max: number): Span => {
  switch (span.kind) {
    case 'mention':
    case 'conversation':
    case 'time':
      return { kind: 'text', text: '…' };
    default:
      return { ...span, text: shorten(span.text, Math.max(1, max)) };
  }
};

/** {@link shorten} over spans: the first span that does not fit is cut, the rest goes with it. */
export const shortenText = (text: Text, max: number): Text => {
  let left = max;
  const kept: Span[] = [];
  for (const span of text) {
    if (lengthOf(span) > left) return [...kept, shortenSpan(span, left)];
    left -= lengthOf(span);
    kept.push(span);
  }
  return kept;
};
