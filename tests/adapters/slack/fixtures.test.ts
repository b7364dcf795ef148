import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { aBench } from './support/bench.ts';
import { asForm, asInteraction, asJson } from './support/signed.ts';
import type { Sent } from './support/signed.ts';

const folder = path.join(import.meta.dirname, '../../fixtures/slack/inbound');
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const read = (name: string) => JSON.parse(readFileSync(path.join(folder, name), 'utf8'));

const asSlackSends = (name: string): Sent => {
  const payload = read(name);
  if (name === 'signature-vector.json') return { body: payload.raw_body };
  if (name.startsWith('slash-command.')) return asForm(payload);
  return name.startsWith('event.') ? asJson(payload) : asInteraction(payload);
};

test('there are 46 of them', () => {
  expect(files).toHaveLength(46);
});

test.each(files)('%s is answered with 200, plain and as base64', async (name) => {
  const bench = await aBench();
  const sent = asSlackSends(name);
  expect(await bench.send(sent)).toMatchObject({ statusCode: 200 });
  expect(await bench.send({ ...sent, base64: true })).toMatchObject({ statusCode: 200 });
  expect(bench.log.filter(({ level }) => level !== 'info')).toEqual([]);
});

test('none of them is a word, button or form of ours', async () => {
  const bench = await aBench();
  for (const name of files) await bench.send(asSlackSends(name));
  expect(bench.desk.handled).toEqual([]);
});

test('what they tell of workspaces and people reaches the desk, each event once', async () => {
  const bench = await aBench();
  for (const name of files) await bench.send(asSlackSends(name));
  expect(bench.desk.happenings).toEqual([
    { kind: 'app-removed', tenant: 'slack:T_INSTALLED', when: 1_599_616_881_000 },
    { kind: 'app-removed', tenant: 'slack:E111', when: 1_606_805_974_000 },
    { kind: 'joined', tenant: 'slack:T111', person: 'slack:T111:U999', conversation: 'slack:T111:C111' },
  ]);
});

test('the home tab is published for who opened it, and not when they opened the messages', async () => {
  const bench = await aBench();
  for (const name of files) await bench.send(asSlackSends(name));
  const actor = { tenant: 'slack:T12345678', person: 'slack:T12345678:U12345678', outsider: false };
  expect(bench.desk.homes).toEqual([actor]);
  expect(bench.slack.calls.map(({ method, params }) => [method, params.user_id])).toEqual([
    ['views.publish', 'U12345678'],
  ]);
});
