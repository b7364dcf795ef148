import { assertNever } from '../../../src/shared/errors.ts';
import type { Block } from '../../slack/blocks/block.ts';
import type { ActionElement } from '../../slack/blocks/elements.ts';
import type { TextObject } from '../../slack/blocks/text-objects.ts';
import type { Child } from '../dom.ts';
import { el } from '../dom.ts';
import type { Page } from '../store.ts';
import type { Entered, Use } from './controls.ts';
import { control } from './controls.ts';
import { field } from './fields.ts';
import { mrkdwn } from './mrkdwn.ts';
import { richText } from './rich-text.ts';

/** Where blocks stand: what their controls do, and what people typed there before. */
export interface Surface {
  readonly page: Page;
  readonly use: Use;
  /** What a field holds now, by block id. */
  readonly entered: (blockId: string) => Entered | undefined;
  readonly errors: Readonly<Record<string, string>>;
}

const words = (text: TextObject, { state }: Page): Child[] =>
  text.type === 'plain_text' ? [text.text] : mrkdwn(text.text, state.names);

/** Controls are named by block and action: action ids alone may repeat in a message. */
const accessory = (block: Block, element: ActionElement, surface: Surface): HTMLElement =>
  control(element, surface.page, (entry) => surface.use(`${block.block_id}/${element.action_id}`, entry));

const section = (block: Extract<Block, { type: 'section' }>, surface: Surface): HTMLElement =>
  el(
    'div',
    { class: 'section' },
    el(
      'div',
      {},
      block.text && el('p', {}, ...words(block.text, surface.page)),
      block.fields &&
        el(
          'div',
          { class: 'facts' },
          ...block.fields.map((each) => el('p', {}, ...words(each, surface.page))),
        ),
    ),
    block.accessory && accessory(block, block.accessory, surface),
  );

/** Exhaustive: a block that the simulator takes and the page cannot draw does not compile. */
const drawn = (block: Block, surface: Surface): HTMLElement => {
  switch (block.type) {
    case 'header':
      return el('h3', {}, block.text.text);
    case 'divider':
      return el('hr');
    case 'section':
      return section(block, surface);
    case 'context':
      return el(
        'div',
        { class: 'context' },
        ...block.elements.map((each) => el('span', {}, ...words(each, surface.page))),
      );
    case 'actions':
      return el(
        'div',
        { class: 'actions' },
        ...block.elements.map((each) => accessory(block, each, surface)),
      );
    case 'input':
      return field(block, surface);
    case 'rich_text':
      return richText(block.elements, surface.page);
    default:
      return assertNever(block);
  }
};

export const drawBlocks = (blocks: readonly Block[], surface: Surface): HTMLElement =>
  el('div', { class: 'blocks' }, ...blocks.map((block) => drawn(block, surface)));
