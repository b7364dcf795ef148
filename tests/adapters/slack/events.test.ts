import { expect, test } from '@jest/globals';
import { makeOnceOnly } from '../../../adapters/slack/once-only.ts';
import type { Happening } from '../../../src/desk/inbound.ts';
import { aBench } from './support/bench.ts';
import { anEvent } from './support/payloads.ts';
import { NOW } from './support/signed.ts';

const JUST_NOW = 1_795_262_400_000;
const ANA = { id: 'U1', team_id: 'T1', is_bot: false, locale: 'de-AT', tz: 'Europe/Vienna', name: 'ana' };
const organisation = {
  authorizations: [{ enterprise_id: 'E1', team_id: null, is_enterprise_install: true }],
};
const shared = {
  team_id: 'T9',
  is_ext_shared_channel: true,
  authorizations: [{ enterprise_id: 'E1', team_id: 'T1', is_enterprise_install: false }],
};
const removed = (tenant: 'slack:T1' | 'slack:E1'): Happening => ({
  kind: 'app-removed',
  tenant,
  when: JUST_NOW,
});
const left: Happening = { kind: 'left', person: 'slack:T1:W9', conversation: 'slack:T1:C1' };
const changed: Happening = { kind: 'profile-changed', person: 'slack:T1:U1' };
const joined: Happening = {
  kind: 'joined',
  tenant: 'slack:T1',
  person: 'slack:T1:U1',
  conversation: 'slack:T1:C1',
};

const cases: readonly (readonly [
  string,
  Record<string, unknown>,
  Record<string, unknown>,
  readonly Happening[],
])[] = [
  ['a changed user', { type: 'user_change', user: ANA }, {}, [changed]],
  ['a new user', { type: 'team_join', user: ANA }, {}, []],
  ['somebody who left', { type: 'member_left_channel', user: 'W9', channel: 'C1' }, {}, [left]],
  [
    'somebody who left a shared channel',
    { type: 'member_left_channel', user: 'W9', channel: 'C1' },
    shared,
    [left],
  ],
  ['somebody who joined', { type: 'member_joined_channel', user: 'U1', channel: 'C1' }, {}, [joined]],
  ['a removed app', { type: 'app_uninstalled' }, {}, [removed('slack:T1')]],
  [
    'an app removed by the organisation',
    { type: 'app_uninstalled' },
    { team_id: undefined, enterprise_id: 'E1', authorizations: undefined },
    [removed('slack:E1')],
  ],
  [
    'a removed app, installed for the organisation',
    { type: 'app_uninstalled' },
    organisation,
    [removed('slack:E1')],
  ],
  [
    "the bot's revoked token",
    { type: 'tokens_revoked', tokens: { oauth: [], bot: ['B1'] } },
    {},
    [removed('slack:T1')],
  ],
  ["a person's revoked token", { type: 'tokens_revoked', tokens: { oauth: ['U1'], bot: [] } }, {}, []],
  ['revoked tokens of no bot', { type: 'tokens_revoked', tokens: { oauth: ['U1'] } }, {}, []],
  ['a reaction', { type: 'reaction_added', user: 'U1' }, {}, []],
  ['an event without anything', {}, {}, []],
];

test.each(cases)('%s', async (_name, event, rest, happenings) => {
  const bench = await aBench();
  expect(await bench.send(anEvent(event, rest))).toEqual({ statusCode: 200, body: '' });
  expect(bench.desk.happenings).toEqual(happenings);
  expect(bench.slack.calls).toEqual([]);
});

test('an event is done once however often it comes, and a new one again', async () => {
  const bench = await aBench();
  const event = { type: 'user_change', user: ANA };
  await bench.send(anEvent(event));
  await bench.send({ ...anEvent(event), headers: { 'x-slack-retry-num': '1' } });
  await bench.send(anEvent(event));
  expect(bench.desk.happenings).toHaveLength(1);
  await bench.send(anEvent(event, { event_id: 'Ev2' }));
  expect(bench.desk.happenings).toHaveLength(2);
});

test('is noted only after it was done, until the end of a whole day', async () => {
  const steps: string[] = [];
  const seen = {
    has: async () => false,
    add: async (tenant: string, id: string, forgetAt: number) => {
      steps.push(`noted ${tenant} ${id} until ${new Date(forgetAt).toISOString()}`);
    },
  };
  const once = makeOnceOnly(seen, () => NOW);
  await once('slack:T1', 'Ev1', async () => {
    steps.push('done');
  });
  expect(steps).toEqual(['done', 'noted slack:T1 Ev1 until 2026-11-23T00:00:00.000Z']);
});

test('the home tab shows what the desk says, and leaves no record of its opening', async () => {
  const bench = await aBench();
  const opened = anEvent({ type: 'app_home_opened', user: 'U1', tab: 'home', channel: 'D1' });
  expect(await bench.send(opened)).toEqual({ statusCode: 200, body: '' });
  expect(bench.desk.homes).toEqual([{ tenant: 'slack:T1', person: 'slack:T1:U1', outsider: false }]);
  const title = { type: 'text', text: 'home', style: { bold: true } };
  const section = { type: 'rich_text_section', elements: [title] };
  expect(bench.slack.calls).toEqual([
    {
      method: 'views.publish',
      params: expect.objectContaining({
        user_id: 'U1',
        view: { type: 'home', blocks: [{ type: 'rich_text', elements: [section] }] },
      }),
    },
  ]);
  expect(await bench.seen.has('slack:T1', 'Ev1')).toBe(false);
});

test.each([
  ['another workspace', { ...shared, is_ext_shared_channel: false }],
  ['a shared channel', { ...shared, team_id: 'T1' }],
])('the home tab of somebody from %s says so to the desk', async (_name, rest) => {
  const bench = await aBench();
  await bench.send(anEvent({ type: 'app_home_opened', user: 'U9', tab: 'home' }, rest));
  expect(bench.desk.homes).toEqual([{ tenant: 'slack:T1', person: 'slack:T1:U9', outsider: true }]);
});

test('the messages tab changes nothing', async () => {
  const bench = await aBench();
  await bench.send(anEvent({ type: 'app_home_opened', user: 'U1', tab: 'messages' }));
  expect([bench.desk.homes, bench.slack.calls]).toEqual([[], []]);
});
