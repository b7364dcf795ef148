import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { confirm, option, plainText } from './text-objects.ts';

/** Slack names what the app left nameless. */
const made = () => randomBytes(4).toString('base64url').slice(0, 5);
export const blockId = z.string().min(1).max(255).default(made);
const actionId = blockId;

const placeholder = plainText(150).optional();
const focus = { focus_on_load: z.boolean().optional() };
const options = z.array(option).min(1);
const userIds = z.array(z.string().min(1));

/** docs.slack.dev/reference/block-kit/block-elements, as are all that follow. Displays cut labels near 30 characters. */
const button = z.strictObject({
  type: z.literal('button'),
  action_id: actionId,
  text: plainText(75),
  value: z.string().max(2000).optional(),
  url: z.string().max(3000).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  confirm: confirm.optional(),
  accessibility_label: z.string().max(75).optional(),
});

const staticSelect = z.strictObject({
  type: z.literal('static_select'),
  action_id: actionId,
  placeholder,
  options: options.max(100),
  initial_option: option.optional(),
  confirm: confirm.optional(),
  ...focus,
});

/** Ten options at most, where a menu takes a hundred. */
const radioButtons = z.strictObject({
  type: z.literal('radio_buttons'),
  action_id: actionId,
  options: options.max(10),
  initial_option: option.optional(),
  confirm: confirm.optional(),
  ...focus,
});

const checkboxes = z.strictObject({
  type: z.literal('checkboxes'),
  action_id: actionId,
  options: options.max(10),
  initial_options: z.array(option).min(1).optional(),
  confirm: confirm.optional(),
  ...focus,
});

/** Offers everybody in the workspace; the app cannot narrow it to a channel. */
const usersSelect = z.strictObject({
  type: z.literal('users_select'),
  action_id: actionId,
  placeholder,
  initial_user: z.string().min(1).optional(),
  ...focus,
});

/** Holds ids, also of people who are gone since. */
const multiUsersSelect = z.strictObject({
  type: z.literal('multi_users_select'),
  action_id: actionId,
  placeholder,
  initial_users: userIds.optional(),
  max_selected_items: z.int().min(1).optional(),
  ...focus,
});

/** Offers what the person can see and the filter lets through; the app may not be in it. */
const multiConversationsSelect = z.strictObject({
  type: z.literal('multi_conversations_select'),
  action_id: actionId,
  placeholder,
  initial_conversations: z.array(z.string().min(1)).optional(),
  max_selected_items: z.int().min(1).optional(),
  filter: z
    .strictObject({
      include: z
        .array(z.enum(['im', 'mpim', 'private', 'public']))
        .min(1)
        .optional(),
      exclude_external_shared_channels: z.boolean().optional(),
      exclude_bot_users: z.boolean().optional(),
    })
    .optional(),
  ...focus,
});

/** A day without zone; Slack's client refuses nothing here, the app has to. */
const datepicker = z.strictObject({
  type: z.literal('datepicker'),
  action_id: actionId,
  placeholder,
  initial_date: z.iso.date().optional(),
  confirm: confirm.optional(),
  ...focus,
});

/** `max_length` is counted by the client before anything is sent. */
const plainTextInput = z.strictObject({
  type: z.literal('plain_text_input'),
  action_id: actionId,
  placeholder,
  initial_value: z.string().optional(),
  multiline: z.boolean().default(false),
  min_length: z.int().min(0).max(3000).optional(),
  max_length: z.int().min(1).max(3000).optional(),
  ...focus,
});

const interactive = [
  button,
  staticSelect,
  radioButtons,
  checkboxes,
  usersSelect,
  multiUsersSelect,
  multiConversationsSelect,
  datepicker,
] as const;

/** What may stand in an actions block or beside a section: whatever reports every change at once. */
export const actionElement = z.discriminatedUnion('type', [...interactive]);

/** What may stand in an input block: everything that holds a value. */
export const inputElement = z.discriminatedUnion('type', [
  staticSelect,
  radioButtons,
  checkboxes,
  usersSelect,
  multiUsersSelect,
  multiConversationsSelect,
  datepicker,
  plainTextInput,
]);

export type ActionElement = z.infer<typeof actionElement>;
export type InputElement = z.infer<typeof inputElement>;
