import { idIn } from '../../src/chat/identity.ts';
import type { Span, Text, TimeStyle } from '../../src/chat/text.ts';
import { assertNever } from '../../src/shared/errors.ts';
import type {
  RichTextBlock,
  RichTextElement,
  RichTextList,
  RichTextSection,
  RichTextStyle,
} from './blocks.ts';
import { LIMITS } from './limits.ts';
import { shorten, shortenText } from './shorten.ts';

/**
 * Drawn by the reader's own client, in their zone and language: docs.slack.dev/messaging/formatting-message-text. Never
 * a form with "today" or "tomorrow": it would stand where our sentences expect a date.
 */
const DATE_FORMAT: Readonly<Record<TimeStyle, string>> = {
  date: '{date_long}',
  time: '{time}',
  'date-time': '{date_long}, {time}',
};

const linkOf = (words: string, url: string): RichTextElement => {
  if (url.length > LIMITS.linkUrl) return { type: 'text', text: words === '' ? '…' : words };
  return words === '' ? { type: 'link', url } : { type: 'link', url, text: words };
};

const bare = (span: Span): RichTextElement => {
  switch (span.kind) {
    case 'text':
      return { type: 'text', text: span.text };
    case 'bold':
      return { type: 'text', text: span.text, style: { bold: true } };
    case 'code':
      return { type: 'text', text: span.text, style: { code: true } };
    case 'mention':
      return { type: 'user', user_id: idIn(span.person) };
    case 'conversation':
      return { type: 'channel', channel_id: idIn(span.conversation) };
    case 'link':
      return linkOf(span.text, span.url);
    case 'time': {
      const date = { timestamp: Math.floor(span.instant / 1000), format: DATE_FORMAT[span.style] };
      const fallback = shorten(span.fallback, LIMITS.text);
      return fallback === '' ? { type: 'date', ...date } : { type: 'date', ...date, fallback };
    }
    default:
      return assertNever(span);
  }
};

const styled = (element: RichTextElement, style: RichTextStyle | undefined): RichTextElement =>
  style === undefined ? element : { ...element, style: { ...element.style, ...style } };

/** A text element must hold something; an empty span says nothing and is left out. */
const holdsSomething = (element: RichTextElement): boolean => element.type !== 'text' || element.text !== '';

/**
 * Text elements of rich text are taken literally: no escaping, and no way for what somebody typed to mention, link
 * or format (docs.slack.dev/reference/block-kit/blocks/rich-text-block). Hence no mrkdwn anywhere in this adapter.
 */
export const section = (text: Text, max: number, style?: RichTextStyle): RichTextSection => {
  const elements = shortenText(text, max)
    .map((span) => styled(bare(span), style))
    .filter(holdsSomething);
  return {
    type: 'rich_text_section',
    elements: elements.length > 0 ? elements : [{ type: 'text', text: '…' }],
  };
};

export const richText = (...elements: (RichTextSection | RichTextList)[]): RichTextBlock => ({
  type: 'rich_text',
  elements,
});
