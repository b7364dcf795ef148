import { expect, test } from '@jest/globals';
import type { Form } from '../../../src/chat/form.ts';
import { text } from '../../../src/chat/text.ts';
import { aBench } from './support/bench.ts';
import { aCommand } from './support/payloads.ts';
import { aCard } from './support/stub-desk.ts';

const ANA = { tenant: 'slack:T1', person: 'slack:T1:U1', outsider: false };

const aForm: Form = {
  intent: { kind: 'answer', round: 'r1' },
  title: 'Puls',
  intro: [],
  fields: [],
  submit: 'Abschicken',
  cancel: 'Abbrechen',
};

test.each([
  ['/rahmen', '', ''],
  ['/rahmen', 'puls', 'puls'],
  ['/rahmen', '  puls ergebnis ', 'puls ergebnis'],
  ['/puls', '', 'puls'],
  ['/puls', 'ergebnis', 'puls ergebnis'],
  ['/pulse', 'result', 'pulse result'],
])('%s %s is the word "%s"', async (command, typed, words) => {
  const bench = await aBench();
  await bench.send(aCommand({ command, text: typed }));
  expect(bench.desk.handled).toEqual([
    { kind: 'typed', actor: ANA, conversation: 'slack:T1:C1', text: words },
  ]);
});

test('with a prefix only prefixed commands are ours', async () => {
  const bench = await aBench({ commandPrefix: 'acme' });
  for (const command of ['/acme-puls', '/acme-rahmen', '/puls', '/acmepuls', '/acme-wetter']) {
    expect(await bench.send(aCommand({ command, text: 'hilfe' }))).toMatchObject({ statusCode: 200 });
  }
  const words = bench.desk.handled.map((inbound) => inbound.kind === 'typed' && inbound.text);
  expect(words).toEqual(['puls hilfe', 'hilfe']);
});

test('a command from an organisation-wide installation belongs to the organisation', async () => {
  const bench = await aBench();
  await bench.send(aCommand({ enterprise_id: 'E1', is_enterprise_install: 'true' }));
  await bench.send(aCommand({ enterprise_id: 'E1' }));
  expect(bench.desk.handled.map(({ actor }) => actor.person)).toEqual(['slack:E1:U1', 'slack:T1:U1']);
});

test('a card is a private message in the answer, and nothing is called', async () => {
  const bench = await aBench();
  bench.desk.reply = async () => ({ kind: 'card', card: aCard('R & D <ist> *da*') });
  const { body, ...answer } = await bench.send(aCommand());
  expect(answer).toEqual({ statusCode: 200, headers: { 'content-type': 'application/json' } });
  expect(JSON.parse(body ?? '')).toEqual({
    response_type: 'ephemeral',
    text: 'R &amp; D &lt;ist&gt; *da*',
    mrkdwn: false,
    blocks: [
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [{ type: 'text', text: 'R & D <ist> *da*', style: { bold: true } }],
          },
        ],
      },
    ],
  });
  expect(bench.slack.calls).toEqual([]);
});

test('a notice is a private message too', async () => {
  const bench = await aBench();
  const nodes = [{ kind: 'paragraph', text: [text('Geschützt')] }] as const;
  bench.desk.reply = async () => ({ kind: 'notice', notice: { title: 'Schutz', nodes, close: 'Zu' } });
  const { body } = await bench.send(aCommand());
  expect(JSON.parse(body ?? '')).toMatchObject({ response_type: 'ephemeral', text: 'Schutz' });
});

test('a form opens with the fresh trigger, and the answer is empty', async () => {
  const bench = await aBench();
  bench.desk.reply = async () => ({ kind: 'form', form: aForm });
  expect(await bench.send(aCommand())).toEqual({ statusCode: 200, body: '' });
  expect(bench.slack.calls).toMatchObject([
    { method: 'views.open', params: { trigger_id: 'trigger', view: { callback_id: 'rahmen:answer' } } },
  ]);
  expect(JSON.parse(bench.slack.calls[0]?.params.view.private_metadata)).toEqual({
    nonce: 'nonce-1',
    intent: { kind: 'answer', round: 'r1' },
  });
});

test('every opening of a form has a nonce of its own', async () => {
  const bench = await aBench();
  bench.desk.reply = async () => ({ kind: 'form', form: aForm });
  await bench.send(aCommand());
  await bench.send(aCommand());
  const nonces = bench.slack.calls.map(({ params }) => JSON.parse(params.view.private_metadata).nonce);
  expect(nonces).toEqual(['nonce-1', 'nonce-2']);
});

test.each(['expired_trigger_id', 'exchanged_trigger_id', 'invalid_trigger_id'])(
  'a form whose trigger is gone (%s) becomes a private hint',
  async (error) => {
    const bench = await aBench();
    bench.desk.reply = async () => ({ kind: 'form', form: aForm });
    bench.slack.answer('views.open', { body: { ok: false, error } });
    const { statusCode, body } = await bench.send(aCommand());
    expect([statusCode, JSON.parse(body ?? '').text]).toEqual([200, 'sorry']);
    expect(bench.desk.apologies).toEqual([ANA]);
  },
);
