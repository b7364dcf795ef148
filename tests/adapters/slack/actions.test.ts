import { expect, test } from '@jest/globals';
import type { Form } from '../../../src/chat/form.ts';
import type { Reply } from '../../../src/desk/reply.ts';
import { text } from '../../../src/chat/text.ts';
import { aBench } from './support/bench.ts';
import type { Bench } from './support/bench.ts';
import { aPress, inDialog, onHome } from './support/payloads.ts';
import { aCard } from './support/stub-desk.ts';

const ANA = { tenant: 'slack:T1', person: 'slack:T1:U1', outsider: false };
const answer = { kind: 'answer', round: 'r1' } as const;
const form: Form = { intent: answer, title: 'Puls', intro: [], fields: [], submit: 'Los', cancel: 'Zu' };
const FORM: Reply = { kind: 'form', form };
const NOTICE: Reply = { kind: 'notice', notice: { title: 'Schutz', nodes: [], close: 'Zu' } };
const CARD: Reply = { kind: 'card', card: aCard('Die Runde ist seit 12:00 zu.') };

const pressed = async (rest: Readonly<Record<string, unknown>>, reply: Reply = CARD): Promise<Bench> => {
  const bench = await aBench();
  bench.desk.reply = async () => reply;
  const url = new URL('/r', bench.slack.url).href;
  expect(await bench.send(aPress(answer, { response_url: url, ...rest }))).toEqual({
    statusCode: 200,
    body: '',
  });
  return bench;
};

const EPHEMERAL = { container: { type: 'message', is_ephemeral: true } };

test('a button in a message says who pressed it where', async () => {
  const bench = await pressed({});
  expect(bench.desk.handled).toEqual([
    { kind: 'pressed', actor: ANA, conversation: 'slack:T1:C1', intent: answer },
  ]);
});

test('a button on the home tab has no conversation', async () => {
  const bench = await pressed(onHome);
  expect(bench.desk.handled).toEqual([
    { kind: 'pressed', actor: ANA, conversation: undefined, intent: answer },
  ]);
});

test.each([
  ['from the workspace', { user: { id: 'U1', team_id: 'T1' } }, 'slack:T1', false],
  ['from another workspace', { user: { id: 'U9', team_id: 'T9' } }, 'slack:T1', true],
  ['of whom no workspace is said', { user: { id: 'U9' } }, 'slack:T1', true],
  [
    'whose dialog was installed elsewhere',
    { ...onHome, team: { id: 'T9' }, user: { id: 'U9', team_id: 'T9' } },
    'slack:T1',
    true,
  ],
  [
    'of the organisation',
    { team: null, enterprise: { id: 'E1' }, is_enterprise_install: true },
    'slack:E1',
    false,
  ],
  [
    'of another organisation',
    { team: { id: 'T9' }, enterprise: { id: 'E1' }, is_enterprise_install: true },
    'slack:E1',
    true,
  ],
])('somebody %s', async (_name, rest, tenant, outsider) => {
  const bench = await pressed(rest);
  expect(bench.desk.handled.map(({ actor }) => [actor.tenant, actor.outsider])).toEqual([[tenant, outsider]]);
});

test.each([
  ['a form over a message opens', {}, FORM, 'views.open'],
  ['a form over the home tab opens', onHome, FORM, 'views.open'],
  ['a notice over a message opens', {}, NOTICE, 'views.open'],
  [
    'a notice in a form goes on top of what was typed',
    inDialog({ type: 'plain_text' }),
    NOTICE,
    'views.push',
  ],
  ['a notice in a notice takes its place', inDialog(null), NOTICE, 'views.update'],
  ['a form in a notice takes its place', inDialog(null), FORM, 'views.update'],
  ['a card on the home tab is a dialog', onHome, CARD, 'views.open'],
  ['a card in a form is a dialog on top', inDialog({ type: 'plain_text' }), CARD, 'views.push'],
])('%s', async (_name, rest, reply, method) => {
  const bench = await pressed(rest, reply);
  const handle = method === 'views.update' ? { view_id: 'V1' } : { trigger_id: 'trigger' };
  expect(bench.slack.calls).toMatchObject([{ method, params: { ...handle, view: { type: 'modal' } } }]);
});

test('a card answers a press in a message by its response URL and leaves the message as it is', async () => {
  const bench = await pressed({});
  expect(bench.slack.calls).toEqual([
    {
      method: '/r',
      params: expect.objectContaining({
        response_type: 'ephemeral',
        replace_original: false,
        text: 'Die Runde ist seit 12:00 zu.',
      }),
    },
  ]);
});

test('a card takes the place of a private message', async () => {
  const bench = await pressed(EPHEMERAL);
  expect(bench.slack.calls).toMatchObject([{ method: '/r', params: { replace_original: true } }]);
});

test('the title of a dialog is what its notice says', async () => {
  const bench = await pressed({}, NOTICE);
  expect(bench.slack.calls[0]?.params.view).toEqual({
    type: 'modal',
    title: { type: 'plain_text', text: 'Schutz', emoji: false },
    close: { type: 'plain_text', text: 'Zu', emoji: false },
    blocks: [],
  });
});

test.each([
  'http://hooks.slack.com/x',
  'https://hooks.slack.com.evil.example/x',
  'https://evil.example',
  'x',
  '',
])('does not write to %s', async (url) => {
  const bench = await aBench();
  const { statusCode } = await bench.send(aPress(answer, { response_url: url }));
  expect([statusCode, bench.slack.calls]).toEqual([500, []]);
  expect(bench.log).toContainEqual(
    expect.objectContaining({ fields: expect.objectContaining({ outcome: 'foreign_response_url' }) }),
  );
});

test('follows no redirect of a response URL', async () => {
  const bench = await aBench();
  const url = new URL('/r', bench.slack.url).href;
  bench.slack.answer('/r', { status: 302, headers: { location: new URL('/elsewhere', url).href } });
  await bench.send(aPress(answer, { response_url: url }));
  expect(new Set(bench.slack.calls.map(({ method }) => method))).toEqual(new Set(['/r']));
});

test('a press whose trigger is gone becomes a private hint', async () => {
  const bench = await aBench();
  bench.desk.reply = async () => FORM;
  bench.slack.answer('views.open', { body: { ok: false, error: 'expired_trigger_id' } });
  await bench.send(aPress(answer, { response_url: new URL('/r', bench.slack.url).href }));
  expect(bench.slack.calls).toMatchObject([
    { method: 'views.open' },
    { method: '/r', params: { text: 'sorry' } },
  ]);
});

test('errors beside fields are a fault where there are no fields', async () => {
  const bench = await pressed({}, { kind: 'field-errors', errors: { q: [text('?')] } });
  expect(bench.slack.calls).toMatchObject([{ method: '/r', params: { text: 'sorry' } }]);
});

test("another app's button is acknowledged and nothing else", async () => {
  const actions = [{ type: 'button', action_id: 'approve', value: '{"kind":"answer","round":"r1"}' }];
  const bench = await pressed({ actions });
  expect([bench.desk.handled, bench.slack.calls]).toEqual([[], []]);
});
