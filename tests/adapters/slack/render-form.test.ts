import { expect, test } from '@jest/globals';
import type { Field, Form } from '../../../src/chat/form.ts';
import { text } from '../../../src/chat/text.ts';
import { readFormValues } from '../../../adapters/slack/form-values.ts';
import { renderForm } from '../../../adapters/slack/render-form.ts';

const literal = (words: string) => ({ type: 'plain_text', text: words, emoji: false });
const aForm = (fields: readonly Field[], rest: Partial<Form> = {}): Form => ({
  intent: { kind: 'set-up-team', channel: 'slack:T1:C1' },
  title: 'Team einrichten',
  intro: [],
  fields,
  submit: 'Einrichten',
  cancel: 'Abbrechen',
  ...rest,
});
const rendered = (field: Field) => renderForm(aForm([field]), 'n').blocks[0];

const scale = [1, 2, 3, 4, 5].map((mark) => ({ value: `${mark}`, label: `${mark}` }));
const shownScale = scale.map(({ value, label }) => ({ value, text: literal(label) }));

test('a form is a dialog with its intro, its fields and what comes back', () => {
  const intro = [{ kind: 'footnote', text: [text('Keine Namen.')] }] as const;
  const field: Field = {
    kind: 'text',
    name: 'try',
    label: 'Was probieren wir?',
    optional: true,
    multiline: false,
    maxLength: 500,
  };
  expect(renderForm(aForm([field], { intro }), 'nonce')).toEqual({
    type: 'modal',
    callback_id: 'rahmen:set-up-team',
    private_metadata: '{"nonce":"nonce","intent":{"kind":"set-up-team","channel":"slack:T1:C1"}}',
    title: literal('Team einrichten'),
    submit: literal('Einrichten'),
    close: literal('Abbrechen'),
    blocks: [
      { type: 'context', elements: [literal('Keine Namen.')] },
      {
        type: 'input',
        block_id: 'try',
        label: literal('Was probieren wir?'),
        optional: true,
        element: { type: 'plain_text_input', action_id: 'value', multiline: false, max_length: 500 },
      },
    ],
  });
});

const fields: readonly (readonly [string, Field, unknown])[] = [
  [
    'a text field with hint and prefill',
    {
      kind: 'text',
      name: 'q',
      label: 'L',
      hint: 'H',
      optional: false,
      multiline: true,
      maxLength: 500,
      value: '*so* <!here>',
    },
    {
      type: 'input',
      block_id: 'q',
      label: literal('L'),
      hint: literal('H'),
      optional: false,
      element: {
        type: 'plain_text_input',
        action_id: 'value',
        multiline: true,
        max_length: 500,
        initial_value: '*so* <!here>',
      },
    },
  ],
  [
    'a choice shown as a list',
    { kind: 'choice', name: 'q', label: 'L', hint: '', shown: 'list', options: scale, value: '4' },
    {
      type: 'input',
      block_id: 'q',
      label: literal('L'),
      optional: false,
      element: {
        type: 'radio_buttons',
        action_id: 'value',
        options: shownScale,
        initial_option: { value: '4', text: literal('4') },
      },
    },
  ],
  [
    'a choice shown as a menu, nothing chosen',
    { kind: 'choice', name: 'q', label: 'L', shown: 'menu', options: scale, value: '9' },
    {
      type: 'input',
      block_id: 'q',
      label: literal('L'),
      optional: false,
      element: { type: 'static_select', action_id: 'value', options: shownScale },
    },
  ],
  [
    'ticks, some set',
    { kind: 'choices', name: 'q', label: 'L', options: scale, value: ['2', 'gone'] },
    {
      type: 'input',
      block_id: 'q',
      label: literal('L'),
      optional: true,
      element: {
        type: 'checkboxes',
        action_id: 'value',
        options: shownScale,
        initial_options: [shownScale[1]],
      },
    },
  ],
  [
    'a day, with a default',
    { kind: 'date', name: 'q', label: 'L', value: '2026-12-24' },
    {
      type: 'input',
      block_id: 'q',
      label: literal('L'),
      optional: false,
      element: { type: 'datepicker', action_id: 'value', initial_date: '2026-12-24' },
    },
  ],
  [
    'a day that may be left out',
    { kind: 'date', name: 'q', label: 'L', optional: true },
    {
      type: 'input',
      block_id: 'q',
      label: literal('L'),
      optional: true,
      element: { type: 'datepicker', action_id: 'value' },
    },
  ],
  [
    'people, some chosen',
    { kind: 'people', name: 'q', label: 'L', max: 3, value: ['slack:T1:U1', 'slack:T1:W2'] },
    {
      type: 'input',
      block_id: 'q',
      label: literal('L'),
      optional: false,
      element: {
        type: 'multi_users_select',
        action_id: 'value',
        max_selected_items: 3,
        initial_users: ['U1', 'W2'],
      },
    },
  ],
  [
    'people, none chosen',
    { kind: 'people', name: 'q', label: 'L', max: 1, value: [] },
    {
      type: 'input',
      block_id: 'q',
      label: literal('L'),
      optional: false,
      element: { type: 'multi_users_select', action_id: 'value', max_selected_items: 1 },
    },
  ],
  [
    'channels of our own, one chosen',
    { kind: 'channels', name: 'q', label: 'L', max: 4, optional: true, value: ['slack:T1:C1'] },
    {
      type: 'input',
      block_id: 'q',
      label: literal('L'),
      optional: true,
      element: {
        type: 'multi_conversations_select',
        action_id: 'value',
        max_selected_items: 4,
        filter: { include: ['public', 'private'], exclude_external_shared_channels: true },
        initial_conversations: ['C1'],
      },
    },
  ],
];

test.each(fields)('%s', (_name, field, block) => {
  expect(rendered(field)).toEqual(block);
});

test('a list of more than ten options becomes a menu, and keeps them all', () => {
  const options = Array.from({ length: 33 }, (_, hour) => ({ value: `${hour}`, label: `${hour}:00` }));
  const block = rendered({ kind: 'choice', name: 'q', label: 'L', shown: 'list', options });
  expect(block).toMatchObject({ element: { type: 'static_select', options: { length: 33 } } });
});

test('what somebody typed before stays whole when it is longer than is now allowed', () => {
  const value = 'x'.repeat(700);
  const field = {
    kind: 'text',
    name: 'q',
    label: 'L',
    optional: true,
    multiline: true,
    maxLength: 500,
    value,
  };
  expect(rendered({ ...field, kind: 'text' })).toMatchObject({
    element: { initial_value: value, max_length: 700 },
  });
});

test('labels and titles are cut at their limits', () => {
  const long = aForm([{ kind: 'people', name: 'q', label: 'ä'.repeat(2_001), max: 1, value: [] }], {
    title: 'Drei Fragen zu deinen letzten Schichten',
  });
  const view = renderForm(long, 'n');
  expect(view.title.text).toBe('Drei Fragen zu deinen l…');
  expect(view.blocks[0]).toMatchObject({ label: { text: `${'ä'.repeat(1_999)}…` } });
});

test('values come back under the names of the fields, whatever else Slack sends along', () => {
  const state = {
    values: {
      q1: { value: { type: 'plain_text_input', value: ' ja ' } },
      q2: { value: { type: 'checkboxes', selected_options: [] } },
      q3: { value: 'no object' },
      q4: {},
      q5: { value: { type: 'checkboxes', selected_options: [{ value: 'a' }, { value: 'b' }] } },
      q6: { value: { type: 'datepicker', selected_date: '2026-12-24' } },
      q7: { value: { type: 'datepicker', selected_date: 'soon' } },
    },
  };
  expect(readFormValues(state, 'slack:T1')).toEqual({ q1: ' ja ', q5: ['a', 'b'], q6: '2026-12-24' });
  expect(readFormValues({}, 'slack:T1')).toEqual({});
});
