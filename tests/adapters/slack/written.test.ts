import { describe, expect, test } from '@jest/globals';
import { makePace } from '../../../adapters/slack/pace.ts';
import { aBench } from './support/bench.ts';
import { anEvent } from './support/payloads.ts';
import { aCard } from './support/stub-desk.ts';

const DIRECT = {
  type: 'message',
  channel_type: 'im',
  channel: 'D1',
  user: 'U1',
  text: 'puls &lt;3 &amp; mehr',
  ts: '1.1',
};
const MENTION = { type: 'app_mention', channel: 'C1', user: 'U1', text: '<@B1> team', ts: '1.1' };
const ACTOR = { tenant: 'slack:T1', person: 'slack:T1:U1', outsider: false };
const EMPTY = { statusCode: 200, body: '' };

describe('written to the bot', () => {
  test('alone comes to the desk as it was written, and the answer is shown beside it', async () => {
    const bench = await aBench();
    expect(await bench.send(anEvent(DIRECT))).toEqual(EMPTY);
    expect(bench.desk.handled).toEqual([
      { kind: 'written', actor: ACTOR, conversation: 'slack:T1:D1', text: 'puls <3 & mehr' },
    ]);
    expect(bench.slack.calls).toMatchObject([
      { method: 'chat.postEphemeral', params: { channel: 'D1', user: 'U1', text: 'done' } },
    ]);
  });

  test.each<[string, string]>([
    ['<@B1> team', 'team'],
    ['hey <@B1|rahmen> puls', 'hey   puls'],
    ['<@B1> frag <@U2>', 'frag <@U2>'],
    ['<@B1>', ''],
  ])('in a channel: %p comes without the bot’s name, and with a way to talk alone', async (text, said) => {
    const bench = await aBench();
    await bench.send(anEvent({ ...MENTION, text }, { api_app_id: 'A1' }));
    expect(bench.desk.handled).toEqual([
      {
        kind: 'written',
        actor: ACTOR,
        conversation: 'slack:T1:C1',
        text: said,
        link: 'https://slack.com/app_redirect?app=A1&team=T1',
      },
    ]);
  });

  test('in a shared channel, who is from elsewhere comes as an outsider', async () => {
    for (const [user_team, outsider] of [
      ['T1', false],
      ['T9', true],
    ] as const) {
      const bench = await aBench();
      await bench.send(anEvent({ ...MENTION, user_team }, { is_ext_shared_channel: true }));
      expect(bench.desk.handled).toMatchObject([{ actor: { outsider } }]);
    }
  });

  test.each([
    ['a bot', { bot_id: 'B7' }],
    ['the bot itself', { user: 'B1' }],
    ['an edit', { subtype: 'message_changed', message: { text: 'x' } }],
    ['a file', { subtype: 'file_share' }],
    ['a channel’s message', { channel_type: 'channel' }],
    ['nobody', { user: undefined }],
    ['somebody without an id', { user: 'slack:T1' }],
    ['no text', { text: undefined }],
  ])('by %s is left alone', async (_, differing) => {
    const bench = await aBench();
    expect(await bench.send(anEvent({ ...DIRECT, ...differing }))).toEqual(EMPTY);
    expect([bench.desk.handled, bench.slack.calls]).toEqual([[], []]);
  });

  test('is answered once however often it comes', async () => {
    const bench = await aBench();
    for (let time = 0; time < 3; time += 1) await bench.send(anEvent(DIRECT));
    expect(bench.desk.handled).toHaveLength(1);
  });

  test('while something is broken gets the apology, and is not done again', async () => {
    const bench = await aBench();
    bench.desk.reply = () => Promise.reject(new TypeError('broken'));
    bench.desk.apologize = async () => aCard('Tut mir leid');
    expect(await bench.send(anEvent(DIRECT))).toEqual(EMPTY);
    expect(await bench.send(anEvent(DIRECT))).toEqual(EMPTY);
    expect(bench.slack.calls.map(({ params }) => params.text)).toEqual(['Tut mir leid']);
  });

  test('is told nothing of a form, which could not open', async () => {
    const bench = await aBench();
    bench.desk.reply = async () => ({ kind: 'field-errors', errors: {} });
    expect(await bench.send(anEvent(DIRECT))).toEqual(EMPTY);
    expect(bench.slack.calls.map(({ params }) => params.text)).toEqual(['sorry']);
  });
});

test('a pace lets so many through in a stretch, and begins anew after it', () => {
  let now = 1_000;
  const pace = makePace(2, 100, () => now);
  expect([pace(), pace(), pace()]).toEqual([true, true, false]);
  now = 1_099;
  expect(pace()).toBe(false);
  now = 1_100;
  expect([pace(), pace(), pace()]).toEqual([true, true, false]);
});
