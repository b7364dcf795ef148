import type { Block, InputBlock } from './blocks/block.ts';
import type { AnyElement } from './blocks/elements-of.ts';
import { elementsOf } from './blocks/elements-of.ts';
import type { Option } from './blocks/text-objects.ts';
import type { Fields } from './json.ts';
import { assertNever } from '../../src/shared/errors.ts';
import type { StateValues, View } from './types.ts';
import { isEmpty } from './values.ts';

/** What a person enters, by block id or by the field's label; an option by its value or its label. `null` empties a field. */
export type Entry = Readonly<Record<string, string | readonly string[] | null>>;

export type FieldFaults = Readonly<Record<string, string>>;

const pick = (options: readonly Option[], wanted: string): Option => {
  const found = options.find(({ value, text }) => value === wanted || text.text === wanted);
  if (!found) throw new Error(`there is no option "${wanted}"`);
  return found;
};

const many = (entered: Entry[string]): readonly string[] =>
  typeof entered === 'string' ? [entered] : (entered ?? []);

/** The element's own form of what was entered, as Slack's client makes it. */
export const heldBy = (element: AnyElement, entered: Entry[string]): Fields => {
  const { type } = element;
  const [one = null] = many(entered);
  switch (element.type) {
    case 'button':
      return {};
    case 'plain_text_input':
      return { type, value: one === '' ? null : one };
    case 'static_select':
    case 'radio_buttons':
      return { type, selected_option: one === null ? null : pick(element.options, one) };
    case 'checkboxes':
      return { type, selected_options: many(entered).map((value) => pick(element.options, value)) };
    case 'users_select':
      return { type, selected_user: one };
    case 'multi_users_select':
      return { type, selected_users: many(entered) };
    case 'multi_conversations_select':
      return { type, selected_conversations: many(entered) };
    case 'datepicker':
      return { type, selected_date: one };
    default:
      return assertNever(element);
  }
};

const names = (block: Block): readonly string[] =>
  block.type === 'input' ? [block.block_id, block.label.text] : [block.block_id];

/** The view's values with the entry in them. Throws for a field that the view does not have. */
export const entered = ({ source, values }: View, entry: Entry): StateValues => {
  const unknown = Object.keys(entry).find(
    (name) => !source.blocks.some((block) => names(block).includes(name)),
  );
  if (unknown !== undefined) throw new Error(`the view has no field "${unknown}"`);
  return {
    ...values,
    ...Object.fromEntries(
      source.blocks.flatMap((block) => {
        const name = names(block).find((candidate) => candidate in entry);
        const [element] = elementsOf(block);
        if (name === undefined || !element || element.type === 'button') return [];
        return [[block.block_id, { [element.action_id]: heldBy(element, entry[name] ?? null) }] as const];
      }),
    ),
  };
};

/** Slack's client speaks the person's language. */
const CLIENT_WORDS = {
  en: {
    required: 'Please complete this required field.',
    long: 'This text is too long.',
    short: 'This text is too short.',
  },
  de: {
    required: 'Bitte fülle dieses Pflichtfeld aus.',
    long: 'Dieser Text ist zu lang.',
    short: 'Dieser Text ist zu kurz.',
  },
};

type ClientFault = keyof (typeof CLIENT_WORDS)['en'];

const faultOf = (
  { element, optional, block_id }: InputBlock,
  values: StateValues,
): ClientFault | undefined => {
  const held = values[block_id]?.[element.action_id];
  if (isEmpty(held)) return optional ? undefined : 'required';
  if (element.type !== 'plain_text_input') return undefined;
  const { length } = String(held?.['value']);
  if (length > (element.max_length ?? 3000)) return 'long';
  return length < (element.min_length ?? 0) ? 'short' : undefined;
};

/** What Slack's client checks itself: nothing is sent while it finds something. */
export const clientFaults = (
  blocks: readonly Block[],
  values: StateValues,
  locale: string,
): FieldFaults | undefined => {
  const words = CLIENT_WORDS[locale.startsWith('de') ? 'de' : 'en'];
  const faults = blocks.flatMap((block) => {
    const fault = block.type === 'input' ? faultOf(block, values) : undefined;
    return fault === undefined ? [] : [[block.block_id, words[fault]] as const];
  });
  return faults.length > 0 ? Object.fromEntries(faults) : undefined;
};
