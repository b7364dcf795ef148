import { assertNever } from '../../../src/shared/errors.ts';
import type { RichInline, RichTextElement } from '../../slack/blocks/rich-text.ts';
import type { Child } from '../dom.ts';
import { el } from '../dom.ts';
import { slackDate } from '../dates.ts';
import type { Page } from '../store.ts';
import { link, mention } from './mrkdwn.ts';

const styled = (
  content: Child,
  style: {
    bold?: boolean | undefined;
    italic?: boolean | undefined;
    strike?: boolean | undefined;
    code?: boolean | undefined;
  } = {},
): Child => {
  let child = content;
  if (style.code) child = el('code', {}, child);
  if (style.strike) child = el('s', {}, child);
  if (style.italic) child = el('em', {}, child);
  return style.bold ? el('strong', {}, child) : child;
};

/** Mentions show names, dates the viewer's own time. Emoji stay names: no picture is loaded. */
const bare = (inline: RichInline, { state, reader }: Page): Child => {
  switch (inline.type) {
    case 'text':
      return inline.text;
    case 'link':
      return link(inline.url, inline.text ?? inline.url);
    case 'user':
      return mention('@', state.names[inline.user_id] ?? inline.user_id);
    case 'usergroup':
      return mention('@', inline.usergroup_id);
    case 'channel':
      return mention('#', state.names[inline.channel_id] ?? inline.channel_id);
    case 'broadcast':
      return mention('@', inline.range);
    case 'emoji':
      return `:${inline.name}:`;
    case 'date': {
      const iso = new Date(inline.timestamp * 1000).toISOString();
      return el(
        'time',
        { attributes: { datetime: iso } },
        slackDate(reader, inline.format, inline.timestamp),
      );
    }
    default:
      return assertNever(inline);
  }
};

const inlines = (elements: readonly RichInline[], page: Page): Child[] =>
  elements.map((inline) => styled(bare(inline, page), 'style' in inline ? inline.style : {}));

/** Sections keep their line breaks; empty ones are the blank lines an app put in. */
const richTextElement = (element: RichTextElement, page: Page): HTMLElement => {
  switch (element.type) {
    case 'rich_text_section':
      return el('p', {}, ...inlines(element.elements, page));
    case 'rich_text_list':
      return el(
        element.style === 'ordered' ? 'ol' : 'ul',
        {},
        ...element.elements.map((item) => el('li', {}, ...inlines(item.elements, page))),
      );
    case 'rich_text_quote':
      return el('blockquote', {}, ...inlines(element.elements, page));
    case 'rich_text_preformatted':
      return el('pre', {}, ...inlines(element.elements, page));
    default:
      return assertNever(element);
  }
};

/** The elements of one rich text block, one below the other. */
export const richText = (elements: readonly RichTextElement[], page: Page): HTMLElement =>
  el('div', { class: 'rich-text' }, ...elements.map((element) => richTextElement(element, page)));
