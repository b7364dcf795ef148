import type { Block } from '../../playground/slack/blocks/block.ts';
import type { InputElement } from '../../playground/slack/blocks/elements.ts';
import { elementsOf } from '../../playground/slack/blocks/elements-of.ts';
import type { RichInline, RichTextElement } from '../../playground/slack/blocks/rich-text.ts';
import { textArg } from '../../playground/slack/json.ts';
import { PEOPLE } from '../../playground/slack/seed/people.ts';
import type { Message, View } from '../../playground/slack/types.ts';

/* What people read, as lines of text. Formatting is left out; a date reads as where the client cannot draw it. */

const nameOf = (id: string): string => Object.entries(PEOPLE).find(([, known]) => known === id)?.[0] ?? id;

const inline = (element: RichInline): string => {
  switch (element.type) {
    case 'text':
      return element.text;
    case 'link':
      return `${element.text ?? ''} <${element.url}>`;
    case 'user':
      return `@${nameOf(element.user_id)}`;
    case 'channel':
      return `#${element.channel_id}`;
    case 'date':
      return element.fallback ?? '';
    default:
      return `(${element.type})`;
  }
};

const inlines = (elements: readonly RichInline[]): string => elements.map(inline).join('');

const richLines = (element: RichTextElement): readonly string[] =>
  element.type === 'rich_text_list'
    ? element.elements.flatMap((item) => `• ${inlines(item.elements)}`.split('\n'))
    : inlines(element.elements).split('\n');

const chosen = (held: Readonly<Record<string, unknown>> | undefined): readonly string[] => {
  const option: unknown = held?.['selected_option'];
  const people: unknown = held?.['selected_users'];
  if (Array.isArray(people)) return people.map((id) => nameOf(String(id)));
  return typeof option === 'object' && option !== null && 'value' in option ? [String(option.value)] : [];
};

const strings = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

type Held = Readonly<Record<string, unknown>> | undefined;

const elementLine = (element: InputElement, held: Held): string => {
  switch (element.type) {
    case 'radio_buttons':
      return element.options
        .map(({ text, value }) => `(${chosen(held).includes(value) ? '•' : ' '}) ${text.text}`)
        .join('  ');
    case 'static_select':
      return `▾ ${element.options.find(({ value }) => chosen(held).includes(value))?.text.text ?? ''}`;
    case 'multi_users_select':
      return `▾ ${chosen(held)
        .map((name) => `@${name}`)
        .join(', ')}`;
    case 'multi_conversations_select':
      return `▾ ${strings(held?.['selected_conversations'])
        .map((id) => `#${id}`)
        .join(', ')}`;
    default:
      return `[${textArg(held ?? {}, 'value')}]`;
  }
};

const blockLines = (block: Block, values: View['values']): readonly string[] => {
  switch (block.type) {
    case 'rich_text':
      return block.elements.flatMap(richLines);
    case 'context':
      return [block.elements.map(({ text }) => text).join(' ')];
    case 'divider':
      return ['—'];
    case 'actions':
      return [
        elementsOf(block)
          .map((element) => (element.type === 'button' ? `[${element.text.text}]` : '?'))
          .join(' '),
      ];
    case 'input': {
      const held = values[block.block_id]?.[block.element.action_id];
      return [
        block.label.text,
        elementLine(block.element, held),
        ...(block.hint === undefined ? [] : [block.hint.text]),
      ];
    }
    default:
      return [`(${block.type})`];
  }
};

const linesOf = (blocks: readonly Block[], values: View['values'] = {}): readonly string[] =>
  blocks.flatMap((block) => blockLines(block, values));

export const textOf = (message: Message | undefined): readonly string[] =>
  message === undefined ? [] : linesOf(message.blocks);

/** A dialog from its title to its buttons, or the home tab, with what is filled in. */
export const viewText = (view: View | undefined): readonly string[] => {
  if (view === undefined) return [];
  const { source, values } = view;
  if (source.type === 'home') return linesOf(source.blocks, values);
  const buttons = [source.submit, source.close].flatMap((words) => (words ? [`[${words.text}]`] : []));
  return [source.title.text, ...linesOf(source.blocks, values), buttons.join(' ')].filter(
    (line) => line !== '',
  );
};
