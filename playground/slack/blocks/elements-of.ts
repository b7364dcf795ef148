import type { Block } from './block.ts';
import type { ActionElement, InputElement } from './elements.ts';

export type AnyElement = ActionElement | InputElement;

/** Everything in a block that a person can use. */
export const elementsOf = (block: Block): readonly AnyElement[] => {
  switch (block.type) {
    case 'actions':
      return block.elements;
    case 'section':
      return block.accessory ? [block.accessory] : [];
    case 'input':
      return [block.element];
    default:
      return [];
  }
};

export const actionIds = (block: Block): string[] => elementsOf(block).map(({ action_id }) => action_id);

/** A preselected option must be one of the options, letter by letter. */
export const brokenChoice = (block: Block): string[] =>
  elementsOf(block).flatMap((element) => {
    if (element.type !== 'static_select' && element.type !== 'radio_buttons') return [];
    const { initial_option: initial, options } = element;
    if (!initial || options.some((option) => JSON.stringify(option) === JSON.stringify(initial))) return [];
    return ['`initial_option` must be one of the provided `options`'];
  });
