import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { changingNothing } from '../support/forge.ts';
import { startRahmen } from '../support/running-rahmen.ts';
import type { RunningRahmen } from '../support/running-rahmen.ts';
import { answer, present, setUpTeam } from '../support/scenes.ts';
import { FORM_TYPE, form, interaction, json, JSON_TYPE, signedRequest } from '../support/signed-request.ts';
import type { Sent } from '../support/signed-request.ts';
import { textOf } from '../support/slack-text.ts';

const vectorFile = path.join(import.meta.dirname, '../fixtures/slack/inbound/signature-vector.json');
const vector = JSON.parse(readFileSync(vectorFile, 'utf8'));
const secret: string = vector.signing_secret;

let rahmen: RunningRahmen;

beforeAll(async () => {
  rahmen = await startRahmen({
    environment: { SLACK_SIGNING_SECRET: secret },
    double: { signingSecret: secret },
  });
});

afterAll(() => rahmen.stop());

afterEach(() => {
  jest.useRealTimers();
});

const CANARY = 'Kanarienvogel';

const command = form({
  command: '/rahmen',
  text: CANARY,
  user_id: 'U0ADAMUST1',
  team_id: 'T0RAHMEN01',
  channel_id: 'C0NORDTEAM',
  trigger_id: CANARY,
});

const NOBODYS_FORM = { type: 'view_submission', view: { callback_id: 'rahmen:answer', id: CANARY } };

/** Sends it and answers with what came back; the log says that, and nothing of the request. */
const send = async (sent: Partial<Sent>) => {
  const before = rahmen.logger.lines().length;
  const result = await rahmen.invoke(signedRequest({ ...command, secret, ...sent }));
  const lines = JSON.stringify(rahmen.logger.lines().slice(before));
  for (const word of [CANARY, 'U0ADA', 'T0RAHMEN', 'C0NORD', 'v0=', secret])
    expect(lines).not.toContain(word);
  return result;
};

describe('a request that Slack did not send is turned away with an empty answer', () => {
  test.each<[string, Partial<Sent>, number]>([
    ['without a signature', { headers: { 'x-slack-signature': undefined } }, 401],
    ['without a timestamp', { headers: { 'x-slack-request-timestamp': undefined } }, 401],
    ['signed with another secret', { secret: 'guessed' }, 401],
    ['signed over another body', { headers: { 'x-slack-signature': `v0=${'0'.repeat(64)}` } }, 401],
    ['signed 301 seconds ago', { age: 301 }, 401],
    ['signed 301 seconds ahead', { age: -301 }, 401],
    ['larger than 256 KB', { body: `text=${CANARY.repeat(25_000)}` }, 413],
    ['of another content type', { contentType: 'text/plain' }, 415],
    ['without a content type', { contentType: '' }, 415],
    ['with an empty form', { contentType: FORM_TYPE, body: '' }, 400],
    ['with empty JSON', { contentType: JSON_TYPE, body: '' }, 400],
    ['with broken JSON', { contentType: JSON_TYPE, body: `{"type":"${CANARY}` }, 400],
    ['with JSON that is no object', { contentType: JSON_TYPE, body: `"${CANARY}"` }, 400],
    ['with a command of nobody', form({ command: '/rahmen', text: CANARY }), 400],
    ['with a form of ours that nobody filled', interaction(NOBODYS_FORM), 400],
    ['with a broken form', { body: `payload=%7B%22${CANARY}` }, 400],
    ['to another path', { path: '/slack/events/' }, 404],
    ['to the root', { path: '/' }, 404],
    ['by another method', { method: 'GET' }, 405],
    ['to be deleted', { method: 'DELETE' }, 405],
  ])('%s', async (_name, sent, statusCode) => {
    expect(await changingNothing(rahmen, () => send(sent))).toEqual({ statusCode, body: '' });
    expect(rahmen.slack.calls).toEqual([]);
  });
});

describe('a request that Slack sent is taken', () => {
  test('up to five minutes to either side', async () => {
    const check = form({ ssl_check: '1', token: CANARY });
    expect(await send({ ...check, age: 298 })).toEqual({ statusCode: 200, body: '' });
    expect(await send({ ...check, age: -298 })).toEqual({ statusCode: 200, body: '' });
  });

  test('as Slack publishes it for checking signatures, at that time and at no other', async () => {
    const headers = {
      'x-slack-request-timestamp': vector.timestamp,
      'x-slack-signature': vector.expected_signature,
    };
    const published = { body: vector.raw_body, headers };
    expect(await send(published)).toEqual({ statusCode: 401, body: '' });
    jest.useFakeTimers({
      now: Number(vector.timestamp) * 1000,
      doNotFake: ['setTimeout', 'setInterval', 'setImmediate', 'nextTick', 'queueMicrotask', 'performance'],
    });
    expect(await send(published)).toEqual({ statusCode: 200, body: '' });
    expect(await send({ ...published, body: `${vector.raw_body}&` })).toEqual({ statusCode: 401, body: '' });
  });

  test('when it only looks at the certificate or the address', async () => {
    const check = form({ ssl_check: '1', token: CANARY });
    expect(await send(check)).toEqual({ statusCode: 200, body: '' });
    const challenge = json({ type: 'url_verification', token: CANARY, challenge: 'c<h>a&l' });
    expect(await send(challenge)).toEqual({
      statusCode: 200,
      headers: { 'content-type': 'text/plain' },
      body: 'c<h>a&l',
    });
  });

  test('when it is for somebody else, and then nothing happens', async () => {
    const others = [
      form({
        command: '/andere',
        text: CANARY,
        user_id: 'U1',
        team_id: 'T1',
        channel_id: 'C1',
        trigger_id: '1',
      }),
      interaction({ type: 'block_actions' }),
      interaction({ type: CANARY }),
      json({ type: 'event_callback', event_id: 'Ev1', event_time: 1, event: { type: CANARY } }),
      json({ type: 'app_rate_limited' }),
      json({}),
    ];
    for (const sent of others) {
      expect(await changingNothing(rahmen, () => send(sent))).toEqual({ statusCode: 200, body: '' });
    }
  });
});

describe('a request that comes twice', () => {
  const replayed = async (pick: (body: string) => boolean) => {
    const request = present(
      rahmen.delivered.filter(({ body }) => pick(decodeURIComponent(body))).at(-1),
      'request',
    );
    return changingNothing(rahmen, () => rahmen.replay(request));
  };

  test('sets a team up once', async () => {
    const { people, channels, messages } = rahmen.slack;
    await setUpTeam(rahmen, { lead: people.lea, channel: channels.nord, entry: { time: '12:00' } });
    const { status } = await replayed((body) => body.includes('view_submission'));
    expect(status).toBe(200);
    await rahmen.work();
    expect(messages(channels.nord)).toHaveLength(1);
  });

  test('types a word without harm', async () => {
    const { people, channels, asPerson } = rahmen.slack;
    const { messages } = await asPerson(people.ada).command('/rahmen', 'hilfe', channels.nord);
    const { status, body } = await replayed((sent) => sent.startsWith('token=') && sent.includes('hilfe'));
    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject({ response_type: 'ephemeral' });
    expect(textOf(messages[0])[0]).toBe('Das geht hier');
  });

  test('opens no second form, and says sorry instead', async () => {
    const { people, channels, asPerson, count } = rahmen.slack;
    const jo = asPerson(people.jo);
    await jo.command('/rahmen', 'puls', channels.nord);
    await rahmen.jumpTo(Date.parse('2026-12-03T11:00:00Z'));
    const { view } = await jo.command('/pulse');
    const opened = count('views.open');
    const { status, body } = await replayed((sent) => sent.includes('command=/pulse'));
    expect([status, count('views.open')]).toEqual([200, opened + 1]);
    expect(JSON.parse(body).text).toBe('Das hat nicht geklappt. Bitte versuch es noch einmal.');
    expect(jo.view()?.id).toBe(present(view, 'form').id);
  });

  test('answers once', async () => {
    const { people } = rahmen.slack;
    await answer(rahmen, people.ada, { marks: [5, 4, 'cannot-say'], comment: CANARY });
    const { status, body } = await replayed(
      (sent) => sent.includes('view_submission') && sent.includes(CANARY),
    );
    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject({ response_action: 'update' });
  });
});
