import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from '@jest/globals';
import { makeSlackIngress } from '../../../adapters/slack/ingress.ts';
import { isFromSlack } from '../../../adapters/slack/signature.ts';
import { InvariantError } from '../../../src/shared/errors.ts';
import { aBench, makeNotingLogger } from './support/bench.ts';
import { aCommand, anEvent } from './support/payloads.ts';
import { NOW, PATH, SECRET, signed } from './support/signed.ts';
import type { Sent } from './support/signed.ts';
import { makeStubDesk } from './support/stub-desk.ts';

const SECONDS = 1_000;
const vectorFile = path.join(import.meta.dirname, '../../fixtures/slack/inbound/signature-vector.json');
const vector = JSON.parse(readFileSync(vectorFile, 'utf8'));

test('verifies the signature that Slack publishes as an example', () => {
  const request = {
    signature: vector.expected_signature,
    timestamp: vector.timestamp,
    rawBody: Buffer.from(vector.raw_body),
  };
  const then = Number(vector.timestamp) * SECONDS;
  expect(isFromSlack(request, vector.signing_secret, then)).toBe(true);
  expect(isFromSlack(request, 'another secret', then)).toBe(false);
  expect(
    isFromSlack({ ...request, rawBody: Buffer.from(`${vector.raw_body}&`) }, vector.signing_secret, then),
  ).toBe(false);
});

test.each([
  ['five minutes old', -300, 200],
  ['older than five minutes', -301, 401],
  ['five minutes ahead', 300, 200],
  ['further ahead', 301, 401],
  ['a year ahead', 31_536_000, 401],
])('a request %s', async (_name, seconds, statusCode) => {
  const bench = await aBench();
  const { statusCode: answered } = await bench.send({ ...aCommand(), at: NOW + seconds * SECONDS });
  expect(answered).toBe(statusCode);
});

const signature = (value: string | undefined): Sent => ({
  ...aCommand(),
  headers: { 'x-slack-signature': value },
});
const timestamp = (value: string | undefined): Sent => ({
  ...aCommand(),
  headers: { 'x-slack-request-timestamp': value },
});
const right = signed(aCommand()).headers['x-slack-signature'] ?? '';

const bad: readonly (readonly [string, Sent, number])[] = [
  ['another path', { ...aCommand(), path: '/slack/events/' }, 404],
  ['no POST', { ...aCommand(), method: 'GET' }, 405],
  ['another secret', { ...aCommand(), secret: 'guessed' }, 401],
  ['no signature', signature(undefined), 401],
  ['an empty signature', signature(''), 401],
  ['a signature in capitals', signature(right.toUpperCase()), 401],
  ['a signature of another version', signature(right.replace('v0', 'v1')), 401],
  ['a signature cut short', signature(right.slice(0, -1)), 401],
  ['a signature with more behind it', signature(`${right}0`), 401],
  ['two signatures', signature(`${right},${right}`), 401],
  ['no timestamp', timestamp(undefined), 401],
  ['a timestamp that is no number', timestamp('now'), 401],
  ['a timestamp with a fraction', timestamp(`${NOW / SECONDS}.5`), 401],
  ['a negative timestamp', timestamp(`-${NOW / SECONDS}`), 401],
  ['a timestamp in milliseconds', timestamp(String(NOW)), 401],
  ['unsigned broken JSON', { contentType: 'application/json', body: '{', secret: 'guessed' }, 401],
  ['an unsigned empty body', { body: '', secret: 'guessed' }, 401],
  ['a body of 257 KB', { body: 'x'.repeat(257 * 1024) }, 413],
  ['a body of 257 KB in base64', { body: 'x'.repeat(257 * 1024), base64: true }, 413],
  ['a body of 129 K two-byte characters', { body: 'ä'.repeat(129 * 1024) }, 413],
  ['no content type', { ...aCommand(), contentType: '' }, 415],
  ['plain text', { ...aCommand(), contentType: 'text/plain' }, 415],
  ['signed broken JSON', { contentType: 'application/json', body: '{"type":' }, 400],
  ['a signed JSON number', { contentType: 'application/json', body: '7' }, 400],
  ['a signed JSON array', { contentType: 'application/json', body: '[]' }, 400],
  ['signed JSON null', { contentType: 'application/json', body: 'null' }, 400],
  ['a signed empty JSON body', { contentType: 'application/json', body: '' }, 400],
  ['a signed command of nobody', { body: 'command=%2Frahmen&team_id=T1&channel_id=C1&trigger_id=1.2' }, 400],
  [
    'a signed form of ours that cannot be read',
    {
      body: `payload=${encodeURIComponent('{"type":"view_submission","view":{"callback_id":"rahmen:answer"}}')}`,
    },
    400,
  ],
  ['a signed broken payload', { body: 'payload=%7B' }, 400],
  ['a signed payload that is no object', { body: 'payload=%22x%22' }, 400],
];

test.each(bad)('%s is turned away', async (_name, sent, statusCode) => {
  const bench = await aBench();
  expect(await bench.send(sent)).toEqual({ statusCode, body: '' });
  expect([bench.desk.handled, bench.slack.calls]).toEqual([[], []]);
});

test('turns away signed bytes that are no UTF-8', async () => {
  const bench = await aBench();
  const latin = signed({ contentType: 'application/json', body: '{"a":"ä"}' });
  const rawBody = Buffer.from('{"a":"ä"}', 'latin1');
  const hmac = createHmac('sha256', SECRET)
    .update(`v0:${NOW / SECONDS}:`)
    .update(rawBody)
    .digest('hex');
  const ingress = makeSlackIngress({
    desk: bench.desk,
    seenEvents: bench.seen,
    ids: { next: () => 'id' },
    logger: makeNotingLogger([]),
    now: () => NOW,
    config: { signingSecret: SECRET, botToken: 'xoxb', path: PATH, displayName: 'Rahmen' },
  });
  const event = {
    ...latin,
    body: rawBody.toString('base64'),
    isBase64Encoded: true,
    headers: { ...latin.headers, 'x-slack-signature': `v0=${hmac}` },
  };
  expect(await ingress(event)).toEqual({ statusCode: 400, body: '' });
});

test('takes umlauts in base64, parameters of the content type, and header names of any case', async () => {
  const bench = await aBench();
  const umlauts = anEvent({
    type: 'user_change',
    user: { id: 'U1', team_id: 'T1', real_name: 'Jörg Müßig 🙂' },
  });
  expect(await bench.send({ ...umlauts, base64: true })).toMatchObject({ statusCode: 200 });
  expect(bench.desk.happenings).toHaveLength(1);

  const form = 'Application/X-WWW-Form-Urlencoded; charset=utf-8';
  expect(await bench.send({ ...aCommand(), contentType: form })).toMatchObject({ statusCode: 200 });
  const { headers } = signed(aCommand());
  const shouted = Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value ?? '']);
  const lowered = Object.keys(headers).map((name) => [name, undefined]);
  const sent = { ...aCommand(), headers: Object.fromEntries([...lowered, ...shouted]) };
  expect(await bench.send(sent)).toMatchObject({ statusCode: 200 });
  expect(bench.desk.handled).toHaveLength(2);
});

test('repeats the challenge of a URL verification as plain text', async () => {
  const bench = await aBench();
  const body = JSON.stringify({ type: 'url_verification', challenge: 'c<h>a&l' });
  expect(await bench.send({ contentType: 'application/json', body })).toEqual({
    statusCode: 200,
    headers: { 'content-type': 'text/plain' },
    body: 'c<h>a&l',
  });
});

test('answers a signed certificate check with an empty 200', async () => {
  const bench = await aBench();
  expect(await bench.send({ body: 'ssl_check=1&token=x' })).toEqual({ statusCode: 200, body: '' });
});

test('no signed JSON, however odd, makes it fail', async () => {
  const bench = await aBench();
  const keys = [
    'type',
    'event',
    'user',
    'team',
    'view',
    'actions',
    'channel',
    'authorizations',
    'item',
    'id',
  ];
  const type = fc.constantFrom('event_callback', 'block_actions', 'view_submission', 'app_home_opened', 'x');
  const odd = fc.dictionary(fc.constantFrom(...keys), fc.oneof(fc.jsonValue({ maxDepth: 3 }), type));
  await fc.assert(
    fc.asyncProperty(odd, fc.boolean(), async (payload, interaction) => {
      const json = JSON.stringify(payload);
      const sent = interaction
        ? { body: new URLSearchParams({ payload: json }).toString() }
        : { contentType: 'application/json', body: json };
      expect([200, 400]).toContain((await bench.send(sent)).statusCode);
    }),
    { numRuns: 300 },
  );
});

test('does not start with an empty signing secret', () => {
  const make = () =>
    makeSlackIngress({
      desk: makeStubDesk(),
      seenEvents: { has: async () => false, add: async () => {} },
      ids: { next: () => 'id' },
      logger: makeNotingLogger([]),
      now: () => NOW,
      config: { signingSecret: '', botToken: 'xoxb', path: PATH, displayName: 'Rahmen' },
    });
  expect(make).toThrow(InvariantError);
});
