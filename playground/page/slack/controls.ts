import { assertNever } from '../../../src/shared/errors.ts';
import type { ActionElement } from '../../slack/blocks/elements.ts';
import type { Option } from '../../slack/blocks/text-objects.ts';
import { el } from '../dom.ts';
import type { Page } from '../store.ts';

/** What a person enters: as the simulator's `Entry` has it. */
export type Entered = string | readonly string[] | null;

/** Uses the control of this name (`block/action`), with what was chosen there. */
export type Use = (name: string, entry: Entered) => void;

const BUTTON_STYLES = { primary: 'button primary', danger: 'button danger' };

const button = (
  element: Extract<ActionElement, { type: 'button' }>,
  use: (entry: Entered) => void,
): HTMLElement => {
  const press = () => {
    const { confirm } = element;
    // Slack asks in a dialog of its own; the browser's serves here.
    if (!confirm || globalThis.confirm(`${confirm.title.text}\n\n${confirm.text.text}`)) use(null);
  };
  return el(
    'button',
    {
      class: element.style ? BUTTON_STYLES[element.style] : 'button',
      attributes: { type: 'button', 'aria-label': element.accessibility_label },
      on: { click: press },
    },
    element.text.text,
  );
};

export const optionList = (options: readonly Option[], chosen: string | undefined): HTMLElement[] =>
  options.map(({ text, value }) =>
    el('option', { attributes: { value, selected: value === chosen } }, text.text),
  );

/** Everybody who can be picked, bots aside. */
export const peopleOptions = ({ state }: Page): readonly Option[] =>
  state.people
    .filter(({ kind }) => kind !== 'gone')
    .map(({ id, name }) => ({ text: { type: 'plain_text', text: name, emoji: true }, value: id }));

type ConversationsMenu = Extract<ActionElement, { type: 'multi_conversations_select' }>;

/** The person's own channels, as far as the filter lets them through; Slack offers other public ones as well. */
export const channelOptions = ({ filter }: ConversationsMenu, { state }: Page): readonly Option[] =>
  state.channels
    .filter(({ kind }) => filter?.include === undefined || filter.include.includes(kind))
    .filter(({ shared }) => !(shared && filter?.exclude_external_shared_channels === true))
    .map(({ id, name }) => ({ text: { type: 'plain_text', text: `#${name}`, emoji: true }, value: id }));

const chosenIn = (select: HTMLSelectElement): Entered => (select.value === '' ? null : select.value);

/** A menu outside a form: every choice is sent at once. */
const menu = (
  options: readonly Option[],
  { chosen, placeholder }: { readonly chosen: string | undefined; readonly placeholder: string },
  use: (entry: Entered) => void,
): HTMLElement => {
  const select = el(
    'select',
    { attributes: { 'aria-label': placeholder }, on: { change: () => use(chosenIn(select)) } },
    el('option', { attributes: { value: '' } }, placeholder),
    ...optionList(options, chosen),
  );
  return select;
};

/** What stands in actions blocks and beside sections. */
export const control = (element: ActionElement, page: Page, use: (entry: Entered) => void): HTMLElement => {
  const placeholder = ('placeholder' in element ? element.placeholder?.text : undefined) ?? page.words.choose;
  switch (element.type) {
    case 'button':
      return button(element, use);
    case 'static_select':
    case 'radio_buttons':
      return menu(element.options, { chosen: element.initial_option?.value, placeholder }, use);
    case 'users_select':
      return menu(peopleOptions(page), { chosen: element.initial_user, placeholder }, use);
    case 'datepicker': {
      const input = el('input', {
        attributes: { type: 'date', value: element.initial_date, 'aria-label': placeholder },
        on: { change: () => use(input.value || null) },
      });
      return input;
    }
    case 'checkboxes':
      return menu(element.options, { chosen: element.initial_options?.[0]?.value, placeholder }, use);
    case 'multi_users_select':
      return menu(peopleOptions(page), { chosen: element.initial_users?.[0], placeholder }, use);
    case 'multi_conversations_select':
      return menu(
        channelOptions(element, page),
        { chosen: element.initial_conversations?.[0], placeholder },
        use,
      );
    default:
      return assertNever(element);
  }
};
