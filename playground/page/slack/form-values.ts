import type { Block, InputBlock } from '../../slack/blocks/block.ts';
import { isFields } from '../../slack/json.ts';
import type { StateValues } from '../../slack/types.ts';
import type { Entered } from './controls.ts';

const optionValue = (option: unknown): string[] =>
  isFields(option) && typeof option['value'] === 'string' ? [option['value']] : [];

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];

/** What an element of the view's state holds, as plainly as somebody would enter it. */
const plainValue = (held: unknown): Entered => {
  if (!isFields(held)) return null;
  for (const key of ['value', 'selected_date', 'selected_user']) {
    const value = held[key];
    if (typeof value === 'string') return value;
  }
  const options = Array.isArray(held['selected_options'])
    ? held['selected_options']
    : [held['selected_option']];
  return [
    ...options.flatMap(optionValue),
    ...strings(held['selected_users']),
    ...strings(held['selected_conversations']),
  ];
};

/** What the server knows to be entered in a block. */
export const storedValue = (values: StateValues, blockId: string): Entered => {
  const [held] = Object.values(values[blockId] ?? {});
  return plainValue(held);
};

const MANY = new Set(['checkboxes', 'multi_users_select', 'multi_conversations_select']);

const inputValue = (data: FormData, { block_id, element }: InputBlock): Entered => {
  const all = strings(data.getAll(block_id));
  if (MANY.has(element.type)) return all.length > 0 ? all : null;
  return all[0] === undefined || all[0] === '' ? null : all[0];
};

/** What stands in the form now, by block id. */
export const formValues = (form: HTMLFormElement, blocks: readonly Block[]): Record<string, Entered> => {
  const data = new FormData(form);
  return Object.fromEntries(
    blocks.flatMap((block) =>
      block.type === 'input' ? [[block.block_id, inputValue(data, block)] as const] : [],
    ),
  );
};
