import { assertNever } from '../../../src/shared/errors.ts';
import type { InputBlock } from '../../slack/blocks/block.ts';
import type { InputElement } from '../../slack/blocks/elements.ts';
import type { Option } from '../../slack/blocks/text-objects.ts';
import { el } from '../dom.ts';
import type { Page } from '../store.ts';
import type { Surface } from './blocks.ts';
import type { Entered } from './controls.ts';
import { channelOptions, optionList, peopleOptions } from './controls.ts';

const many = (entered: Entered): readonly string[] =>
  typeof entered === 'string' ? [entered] : (entered ?? []);

/** Radio buttons or checkboxes; the value comes back through their common name. */
const ticks = (
  kind: 'radio' | 'checkbox',
  options: readonly Option[],
  { name, chosen }: { readonly name: string; readonly chosen: readonly string[] },
): HTMLElement =>
  el(
    'div',
    { class: options.length > 8 ? 'ticks many' : 'ticks' },
    ...options.map(({ text, value, description }) =>
      el(
        'label',
        {},
        el('input', { attributes: { type: kind, name, value, checked: chosen.includes(value) } }),
        el('span', {}, text.text, description && el('small', {}, description.text)),
      ),
    ),
  );

/** What must be chosen and is cannot be taken back to nothing, as in Slack. */
const select = (
  options: readonly Option[],
  { block_id: name, optional }: InputBlock,
  entered: Entered,
  page: Page,
): HTMLElement => {
  const chosen = many(entered)[0];
  return el(
    'select',
    { attributes: { name, id: `field-${name}` } },
    (optional || chosen === undefined) && el('option', { attributes: { value: '' } }, page.words.choose),
    ...optionList(options, chosen),
  );
};

/** The browser stops at the limit, as Slack's client does; the simulator checks again. */
const text = (
  element: Extract<InputElement, { type: 'plain_text_input' }>,
  name: string,
  entered: Entered,
) => {
  const value = many(entered)[0] ?? '';
  const attributes = {
    name,
    id: `field-${name}`,
    maxlength: element.max_length ?? 3000,
    placeholder: element.placeholder?.text,
  };
  return element.multiline
    ? el('textarea', { attributes: { ...attributes, rows: 4 } }, value)
    : el('input', { attributes: { ...attributes, type: 'text', value } });
};

/** The name of every control is its block: what comes back is looked up there. */
const inputFor = (block: InputBlock, entered: Entered, page: Page): HTMLElement => {
  const { element, block_id: name } = block;
  switch (element.type) {
    case 'plain_text_input':
      return text(element, name, entered);
    case 'static_select':
      return select(element.options, block, entered, page);
    case 'users_select':
      return select(peopleOptions(page), block, entered, page);
    case 'radio_buttons':
      return ticks('radio', element.options, { name, chosen: many(entered) });
    case 'checkboxes':
      return ticks('checkbox', element.options, { name, chosen: many(entered) });
    case 'multi_users_select': {
      // Who is chosen comes first: Slack shows them beside the search.
      const chosen = many(entered);
      const people = [...peopleOptions(page)];
      people.sort((a, b) => Number(chosen.includes(b.value)) - Number(chosen.includes(a.value)));
      return ticks('checkbox', people, { name, chosen });
    }
    case 'multi_conversations_select':
      return ticks('checkbox', channelOptions(element, page), { name, chosen: many(entered) });
    case 'datepicker':
      return el('input', {
        attributes: { type: 'date', name, id: `field-${name}`, value: many(entered)[0] },
      });
    default:
      return assertNever(element);
  }
};

/** Several controls under one question need a legend, one control a label. */
const GROUPS: ReadonlySet<InputElement['type']> = new Set([
  'radio_buttons',
  'checkboxes',
  'multi_users_select',
  'multi_conversations_select',
]);

/** One input block: label, control, hint, and what is wrong with it. */
export const field = (block: InputBlock, { page, entered, errors }: Surface): HTMLElement => {
  const group = GROUPS.has(block.element.type);
  const error = errors[block.block_id];
  const label = el(
    group ? 'legend' : 'label',
    group ? {} : { attributes: { for: `field-${block.block_id}` } },
    block.label.text,
    block.optional && el('span', { class: 'optional' }, ` (${page.words.optional})`),
  );
  return el(
    group ? 'fieldset' : 'div',
    { class: error === undefined ? 'field' : 'field wrong', attributes: { 'data-block': block.block_id } },
    label,
    inputFor(block, entered(block.block_id) ?? null, page),
    block.hint && el('small', { class: 'hint' }, block.hint.text),
    error !== undefined && el('p', { class: 'error', attributes: { role: 'alert' } }, error),
  );
};
