import type { Field, Form, Option } from '../../src/chat/form.ts';
import { idIn } from '../../src/chat/identity.ts';
import { assertNever, InvariantError } from '../../src/shared/errors.ts';
import type { InputBlock, InputElement, ModalView, OptionObject } from './blocks.ts';
import { encodeFormIntent } from './intents.ts';
import { LIMITS } from './limits.ts';
import { plainText, renderNodes } from './render-card.ts';

/** The same in every field: what we look for in the submission is the block, which is named after the field. */
export const FIELD_ACTION = 'value';

type TextField = Extract<Field, { kind: 'text' }>;
type ChoiceField = Extract<Field, { kind: 'choice' }>;
type ChoicesField = Extract<Field, { kind: 'choices' }>;
type DateField = Extract<Field, { kind: 'date' }>;
type PeopleField = Extract<Field, { kind: 'people' }>;
type ChannelsField = Extract<Field, { kind: 'channels' }>;

/** What somebody typed before is never cut: the limit gives way, and past Slack's own it is our bug. */
const renderText = (field: TextField): InputElement => {
  const prefill = field.value ?? '';
  if (prefill.length > LIMITS.inputLength)
    throw new InvariantError(`prefill of ${prefill.length} characters`);
  const wanted = Math.min(Math.max(field.maxLength, 1), LIMITS.inputLength);
  return {
    type: 'plain_text_input',
    action_id: FIELD_ACTION,
    multiline: field.multiline,
    max_length: Math.max(wanted, prefill.length),
    ...(prefill !== '' && { initial_value: prefill }),
  };
};

const renderOption = ({ value, label }: Option): OptionObject => {
  if (value === '' || value.length > LIMITS.optionValue) {
    throw new InvariantError(`an option's value of ${value.length} characters`);
  }
  return { text: plainText(label, LIMITS.optionText), value };
};

/** More options than radio buttons may have become a menu. */
const renderChoice = (field: ChoiceField): InputElement => {
  const { length } = field.options;
  if (length === 0 || length > LIMITS.menuOptions) throw new InvariantError(`${length} options`);
  const options = field.options.map(renderOption);
  const chosen = options.find(({ value }) => value === field.value);
  return {
    type: field.shown === 'list' && length <= LIMITS.listOptions ? 'radio_buttons' : 'static_select',
    action_id: FIELD_ACTION,
    options,
    ...(chosen && { initial_option: chosen }),
  };
};

const renderChoices = (field: ChoicesField): InputElement => {
  const { length } = field.options;
  if (length === 0 || length > LIMITS.listOptions) throw new InvariantError(`${length} options to tick`);
  const options = field.options.map(renderOption);
  const ticked = options.filter(({ value }) => field.value.includes(value));
  return {
    type: 'checkboxes',
    action_id: FIELD_ACTION,
    options,
    ...(ticked.length > 0 && { initial_options: ticked }),
  };
};

const renderDate = (field: DateField): InputElement => ({
  type: 'datepicker',
  action_id: FIELD_ACTION,
  ...(field.value !== undefined && { initial_date: field.value }),
});

const renderPeople = (field: PeopleField): InputElement => ({
  type: 'multi_users_select',
  action_id: FIELD_ACTION,
  max_selected_items: Math.max(field.max, field.value.length, 1),
  ...(field.value.length > 0 && { initial_users: field.value.map(idIn) }),
});

/** Also lists channels that we are not in; the filter cannot say so. */
const renderChannels = (field: ChannelsField): InputElement => ({
  type: 'multi_conversations_select',
  action_id: FIELD_ACTION,
  max_selected_items: Math.max(field.max, field.value.length, 1),
  filter: { include: ['public', 'private'], exclude_external_shared_channels: true },
  ...(field.value.length > 0 && { initial_conversations: field.value.map(idIn) }),
});

const renderElement = (field: Field): InputElement => {
  switch (field.kind) {
    case 'text':
      return renderText(field);
    case 'choice':
      return renderChoice(field);
    case 'choices':
      return renderChoices(field);
    case 'date':
      return renderDate(field);
    case 'people':
      return renderPeople(field);
    case 'channels':
      return renderChannels(field);
    default:
      return assertNever(field);
  }
};

/** Nothing ticked is an answer too. */
const isOptional = (field: Field): boolean => field.kind === 'choices' || field.optional === true;

const renderField = (field: Field): InputBlock => {
  if (field.name === '' || field.name.length > LIMITS.blockId)
    throw new InvariantError('a field without a name');
  return {
    type: 'input',
    block_id: field.name,
    label: plainText(field.label, LIMITS.label),
    element: renderElement(field),
    optional: isOptional(field),
    ...(field.hint !== undefined && field.hint !== '' && { hint: plainText(field.hint, LIMITS.hint) }),
  };
};

/** A modal. `nonce` names this opening and comes back with the submission. */
export const renderForm = (form: Form, nonce: string): ModalView => {
  const names = new Set(form.fields.map(({ name }) => name));
  if (names.size < form.fields.length) throw new InvariantError('two fields of one name');
  const blocks = [...renderNodes(form.intro), ...form.fields.map(renderField)];
  if (blocks.length > LIMITS.viewBlocks) throw new InvariantError(`${blocks.length} blocks in a form`);
  return {
    type: 'modal',
    ...encodeFormIntent(form.intent, nonce),
    title: plainText(form.title, LIMITS.viewTitle),
    submit: plainText(form.submit, LIMITS.viewButton),
    close: plainText(form.cancel, LIMITS.viewButton),
    blocks,
  };
};
