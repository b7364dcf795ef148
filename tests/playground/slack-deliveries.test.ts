import { createHmac } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import { signatureHeaders } from '../../playground/slack/sign.ts';
import { CHANNELS } from '../../playground/slack/seed/channels.ts';
import { PEOPLE } from '../../playground/slack/seed/people.ts';
import { aBench, aCard, closeBenches, decoded, ok, SECRET } from './stand-in.ts';
import type { Loose } from './stand-in.ts';

afterEach(closeBenches);

const never = () => new Promise<never>(() => undefined);

describe('what Slack delivers', () => {
  it('signs as Slack’s published example does', () => {
    const body =
      'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c';
    expect(signatureHeaders('8f742231b10e8888abcd99yyyzzz85a5', 1531420618, body)).toMatchObject({
      'x-slack-signature': 'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
    });
  });

  it('sends a slash command as a signed form, signed by the wall clock', async () => {
    const wall = () => 1_800_000_000_000;
    const { slack, received } = await aBench({ now: () => 4_000_000_000_000, wall });
    await slack.asPerson(PEOPLE.lea).command('/rahmen', 'team', CHANNELS.nord);
    const [request] = received;
    expect(request?.headers).toMatchObject({
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': '1800000000',
    });
    const base = `v0:1800000000:${request?.body}`;
    const signature = `v0=${createHmac('sha256', SECRET).update(base).digest('hex')}`;
    expect(request?.headers['x-slack-signature']).toBe(signature);
    expect(request && decoded(request)).toMatchObject({
      command: '/rahmen',
      text: 'team',
      user_id: PEOPLE.lea,
      channel_id: CHANNELS.nord,
      channel_name: 'privategroup',
      is_enterprise_install: 'false',
    });
  });

  it('shows the answer to a command to the person alone', async () => {
    const { slack, answerWith } = await aBench({}, () => ok('Just you'));
    const ada = slack.asPerson(PEOPLE.ada);
    const { messages } = await ada.command('/puls', '', CHANNELS.nord);
    expect(messages).toMatchObject([{ text: 'Just you', onlyFor: PEOPLE.ada }]);
    expect(slack.asPerson(PEOPLE.ben).messages(CHANNELS.nord)).toHaveLength(0);
    answerWith(() => ok({ response_type: 'in_channel', text: 'All of you', blocks: aCard() }));
    await ada.command('/puls', '', CHANNELS.nord);
    expect(slack.asPerson(PEOPLE.ben).messages(CHANNELS.nord)).toMatchObject([{ text: 'All of you' }]);
    answerWith(() => ok({ text: 'x', blocks: [{ type: 'rainbow' }] }));
    expect(await ada.command('/puls')).toMatchObject({ error: 'invalid_response' });
  });

  it('knows its commands, and keeps them from outsiders', async () => {
    const { slack, received } = await aBench();
    expect(await slack.asPerson(PEOPLE.ada).command('/giphy')).toMatchObject({ error: 'unknown_command' });
    const otto = await slack.asPerson(PEOPLE.otto).command('/rahmen', '', CHANNELS.partners);
    expect(otto).toMatchObject({ error: 'not_available' });
    expect(received).toHaveLength(0);
    await expect(slack.asPerson(PEOPLE.otto).command('/rahmen', '', CHANNELS.nord)).rejects.toThrow('not in');
    await expect(slack.asPerson(PEOPLE.vera).command('/rahmen')).rejects.toThrow('nobody can act');
  });

  it('says what a person sees when the app is late, broken or gone', async () => {
    const { slack, answerWith } = await aBench({ ackWithin: 30 }, never);
    const ada = slack.asPerson(PEOPLE.ada);
    expect(await ada.command('/rahmen')).toMatchObject({ error: 'operation_timeout' });
    answerWith(() => ({ ...ok('sorry'), status: 500 }));
    expect(await ada.command('/rahmen')).toMatchObject({
      error: 'dispatch_failed',
      delivered: { status: 500 },
    });
    answerWith(() => Promise.reject(new Error('gone')));
    expect(await ada.command('/rahmen')).toMatchObject({ error: 'dispatch_failed' });
    expect(ada.directMessages()).toHaveLength(0);
  });

  it('delivers over HTTP as well', async () => {
    const { slack } = await aBench({ target: 'http://127.0.0.1:9/slack/events' });
    expect(await slack.asPerson(PEOPLE.ada).command('/rahmen')).toMatchObject({ error: 'dispatch_failed' });
  });

  it('says who clicked what where, and an outsider’s own organisation', async () => {
    const { slack, web, received } = await aBench();
    await web.chat.postMessage({ channel: CHANNELS.partners, text: 'x', blocks: aCard('Weiter') });
    const otto = slack.asPerson(PEOPLE.otto);
    const [message] = otto.messages(CHANNELS.partners);
    if (message) await otto.click(message, 'Weiter');
    expect(received[0] && decoded(received[0])).toMatchObject({
      type: 'block_actions',
      team: { id: 'T0MUSTER99', domain: 'muster-partner' },
      user: { id: PEOPLE.otto, team_id: 'T0MUSTER99' },
      container: {
        type: 'message',
        message_ts: message?.ts,
        channel_id: CHANNELS.partners,
        is_ephemeral: false,
      },
      channel: { id: CHANNELS.partners, name: 'privategroup' },
      message: { text: 'x', team: 'T0RAHMEN01', bot_id: 'B0RAHMEN01' },
      actions: [{ action_id: 'go', type: 'button', value: '7', text: { text: 'Weiter' } }],
    });
  });
});

describe('events', () => {
  it('are tried again three times, with the reason, under the same id', async () => {
    const { slack, received } = await aBench({ retryAfter: [0, 0, 0] }, () => ({ ...ok(), status: 500 }));
    await slack.events.leaves(CHANNELS.nord, PEOPLE.ben);
    await slack.events.settled();
    expect(received.map(({ headers }) => headers['x-slack-retry-num'])).toEqual([undefined, '1', '2', '3']);
    expect(received[3]?.headers['x-slack-retry-reason']).toBe('http_error');
    expect(new Set(received.map(({ body }) => JSON.parse(body).event_id)).size).toBe(1);
    expect(slack.workspace.channels.get(CHANNELS.nord)?.members.has(PEOPLE.ben)).toBe(false);
  });

  it('are not tried again when the app says so, or once it answers', async () => {
    const { slack, received, answerWith } = await aBench({ retryAfter: [0, 0, 0] }, () => ({
      status: 500,
      headers: { 'x-slack-no-retry': '1' },
      body: '',
    }));
    await slack.events.uninstalls();
    await slack.events.settled();
    expect(received).toHaveLength(1);
    answerWith((_, { headers }) => (headers['x-slack-retry-num'] ? ok() : { ...ok(), status: 503 }));
    await slack.events.changes(PEOPLE.ben, { deleted: true });
    await slack.events.settled();
    expect(received).toHaveLength(3);
    expect(received[2] && decoded(received[2])).toMatchObject({
      type: 'event_callback',
      event: { type: 'user_change', user: { id: PEOPLE.ben, deleted: true } },
      authorizations: [{ team_id: 'T0RAHMEN01', is_bot: true }],
    });
    await slack.events.repeatLast();
    expect(received[3]?.body).toBe(received[2]?.body);
  });

  it('open the home tab', async () => {
    const { slack, web, answerWith } = await aBench();
    answerWith(async ({ event }) => {
      const view: Loose = { type: 'home', blocks: aCard() };
      await web.views.publish({ user_id: event.user, view });
      return ok();
    });
    const ada = slack.asPerson(PEOPLE.ada);
    expect((await ada.openHome()).view?.source).toMatchObject({ type: 'home' });
    expect(ada.view()).toBeUndefined();
    expect(slack.asPerson(PEOPLE.ben).home()).toBeUndefined();
  });
});
