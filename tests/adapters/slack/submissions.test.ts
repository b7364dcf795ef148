import { expect, test } from '@jest/globals';
import type { FormIntent } from '../../../src/chat/actions.ts';
import type { Reply } from '../../../src/desk/reply.ts';
import { bold, text } from '../../../src/chat/text.ts';
import { aBench } from './support/bench.ts';
import { aSubmission } from './support/payloads.ts';
import { aCard } from './support/stub-desk.ts';

const intent: FormIntent = { kind: 'set-up-team', channel: 'slack:T1:C1' };
const VALUES = {
  comment: { value: { type: 'plain_text_input', value: '<!channel> *x* & „so“ 🙂' } },
  empty: { value: { type: 'plain_text_input', value: null } },
  blank: { value: { type: 'plain_text_input', value: '' } },
  mark: { value: { type: 'radio_buttons', selected_option: { value: '4', text: {} } } },
  weeks: { value: { type: 'static_select', selected_option: { value: '2' } } },
  unchosen: { value: { type: 'static_select', selected_option: null } },
  leads: { value: { type: 'multi_users_select', selected_users: ['U1', 'W2'] } },
  nobody: { value: { type: 'multi_users_select', selected_users: [] } },
  channels: { value: { type: 'multi_conversations_select', selected_conversations: ['C1', 'G2'] } },
  nowhere: { value: { type: 'multi_conversations_select', selected_conversations: [] } },
  foreign: { other_action: { type: 'datepicker', selected_date: '2026-11-21' } },
};

const answered = async (reply: Reply, values: Readonly<Record<string, unknown>> = VALUES) => {
  const bench = await aBench();
  bench.desk.reply = async () => reply;
  const { statusCode, body } = await bench.send(aSubmission(intent, values));
  expect(statusCode).toBe(200);
  expect(bench.slack.calls).toEqual([]);
  return JSON.parse(body ?? '');
};

test('a submission brings back intent, nonce and what was filled in, empty fields absent', async () => {
  const bench = await aBench();
  await bench.send(aSubmission(intent, VALUES));
  expect(bench.desk.handled).toEqual([
    {
      kind: 'submitted',
      actor: { tenant: 'slack:T1', person: 'slack:T1:U1', outsider: false },
      nonce: 'nonce-of-form',
      intent,
      values: {
        comment: '<!channel> *x* & „so“ 🙂',
        mark: '4',
        weeks: '2',
        leads: ['slack:T1:U1', 'slack:T1:W2'],
        channels: ['slack:T1:C1', 'slack:T1:G2'],
      },
    },
  ]);
});

test('a submission from the other side of a shared channel is an outsider of the installed workspace', async () => {
  const bench = await aBench();
  const theirs = { team: { id: 'T9' }, user: { id: 'W9', team_id: 'T9' }, enterprise: { id: 'E9' } };
  await bench.send(aSubmission(intent, {}, theirs));
  expect(bench.desk.handled[0]?.actor).toEqual({ tenant: 'slack:T1', person: 'slack:T1:W9', outsider: true });
});

test('a notice takes the place of the form', async () => {
  const nodes = [{ kind: 'paragraph', text: [bold('Drin.')] }] as const;
  expect(await answered({ kind: 'notice', notice: { title: 'Puls', nodes, close: 'Fertig' } })).toMatchObject(
    {
      response_action: 'update',
      view: {
        type: 'modal',
        title: { text: 'Puls' },
        close: { text: 'Fertig' },
        blocks: [{ type: 'rich_text' }],
      },
    },
  );
});

test('a card takes the place of the form, under the name of the bot', async () => {
  expect(await answered({ kind: 'card', card: aCard('Die Runde ist zu.') })).toMatchObject({
    response_action: 'update',
    view: { title: { text: 'Rahmen' }, blocks: [{ type: 'rich_text' }] },
  });
});

test('another form takes the place of the form', async () => {
  const form = { intent, title: 'Zwei', intro: [], fields: [], submit: 'Los', cancel: 'Zu' } as const;
  const shown = await answered({ kind: 'form', form });
  expect(shown).toMatchObject({ response_action: 'update', view: { callback_id: 'rahmen:set-up-team' } });
});

test('errors stand beside their fields', async () => {
  const errors = { comment: [text('Höchstens '), bold('500'), text(' Zeichen.')], mark: [text('')] };
  expect(await answered({ kind: 'field-errors', errors })).toEqual({
    response_action: 'errors',
    errors: { comment: 'Höchstens 500 Zeichen.', mark: '…' },
  });
});

test.each([
  ['no errors', {}],
  ['an error beside a field that the form lacks', { unknown: [text('?')] }],
])('%s is a fault and no answer that Slack would fail on', async (_name, errors) => {
  expect(await answered({ kind: 'field-errors', errors })).toMatchObject({ response_action: 'push' });
});

test("another app's form is acknowledged and nothing else", async () => {
  const bench = await aBench();
  const view = {
    callback_id: 'request-modal',
    private_metadata: 'x',
    state: {},
    app_installed_team_id: 'T1',
  };
  expect(await bench.send(aSubmission(intent, {}, { view }))).toEqual({ statusCode: 200, body: '' });
  expect(bench.desk.handled).toEqual([]);
});
