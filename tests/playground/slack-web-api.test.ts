import { afterEach, describe, expect, it } from '@jest/globals';
import { WebClient } from '@slack/web-api';
import { CHANNELS } from '../../playground/slack/seed/channels.ts';
import { PEOPLE } from '../../playground/slack/seed/people.ts';
import { aBench, aCard, aModal, closeBenches, ok, plain, TOKEN } from './stand-in.ts';
import type { Loose } from './stand-in.ts';

afterEach(closeBenches);

const failure = async (call: Promise<unknown>): Promise<Loose> =>
  call.then(
    () => ({ data: { error: 'not refused' } }),
    (error: unknown) => error,
  );

const codeOf = async (call: Promise<unknown>): Promise<string> => (await failure(call)).data?.error;

describe('the simulated Web API, called by Slack’s own client', () => {
  it('knows its token', async () => {
    const { slack, web } = await aBench();
    expect(await web.auth.test()).toMatchObject({
      ok: true,
      user_id: PEOPLE.bot,
      is_enterprise_install: false,
    });
    const stranger = new WebClient('xoxb-wrong', { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } });
    expect(await codeOf(stranger.auth.test())).toBe('invalid_auth');
    const answer = await fetch(`${slack.apiUrl}auth.test`, { method: 'POST' });
    expect(await answer.json()).toEqual({ ok: false, error: 'not_authed' });
  });

  it('takes JSON bodies as well as forms', async () => {
    const { slack } = await aBench();
    const answer = await fetch(`${slack.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ channel: CHANNELS.nord, text: 'Grüße', blocks: aCard() }),
    });
    expect(await answer.json()).toMatchObject({ ok: true, message: { text: 'Grüße', bot_id: 'B0RAHMEN01' } });
  });

  it('posts, updates and deletes its own messages, and says what it cannot', async () => {
    const { slack, web } = await aBench();
    const { ts = '' } = await web.chat.postMessage({ channel: CHANNELS.nord, text: 'One', blocks: aCard() });
    await web.chat.update({ channel: CHANNELS.nord, ts, text: 'Two' });
    expect(slack.messages(CHANNELS.nord)).toMatchObject([{ text: 'Two', blocks: [], edited: true }]);
    const { permalink } = await web.chat.getPermalink({ channel: CHANNELS.nord, message_ts: ts });
    expect(permalink).toContain(`${CHANNELS.nord}/p${ts.replace('.', '')}`);
    const human = slack.asPerson(PEOPLE.ada).say(CHANNELS.nord, 'Hello');
    const theirs = { channel: CHANNELS.nord, ts: human.ts };
    expect(await codeOf(web.chat.update({ ...theirs, text: 'x' }))).toBe('cant_update_message');
    expect(await codeOf(web.chat.delete(theirs))).toBe('cant_delete_message');
    const long = 'x'.repeat(4001);
    expect(await codeOf(web.chat.update({ channel: CHANNELS.nord, ts, text: long }))).toBe('msg_too_long');
    await web.chat.delete({ channel: CHANNELS.nord, ts });
    expect(await codeOf(web.chat.delete({ channel: CHANNELS.nord, ts }))).toBe('message_not_found');
  });

  it('shows an ephemeral message to one person and to no method', async () => {
    const { slack, web } = await aBench();
    const { message_ts: ts = '' } = await web.chat.postEphemeral({
      channel: CHANNELS.nord,
      user: PEOPLE.ada,
      text: 'Psst',
    });
    expect(slack.asPerson(PEOPLE.ada).messages(CHANNELS.nord)).toHaveLength(1);
    expect(slack.asPerson(PEOPLE.ben).messages(CHANNELS.nord)).toHaveLength(0);
    expect(slack.messages(CHANNELS.nord)).toHaveLength(0);
    const update = web.chat.update({ channel: CHANNELS.nord, ts, text: 'Louder' });
    expect(await codeOf(update)).toBe('message_not_found');
    const outside = { channel: CHANNELS.nord, user: PEOPLE.otto, text: 'x' };
    expect(await codeOf(web.chat.postEphemeral(outside))).toBe('user_not_in_channel');
  });

  it('posts only where the bot may', async () => {
    const { slack, web } = await aBench();
    const to = (channel: string) => web.chat.postMessage({ channel, text: 'x' });
    expect((await to(PEOPLE.ada)).channel).toMatch(/^D/);
    expect(slack.dm(PEOPLE.ada)).toHaveLength(1);
    expect(await codeOf(to(CHANNELS.closed))).toBe('channel_not_found');
    expect(await codeOf(to(PEOPLE.vera))).toBe('channel_not_found');
    slack.workspace.channels.get(CHANNELS.everyone)?.members.delete(PEOPLE.bot);
    expect(await codeOf(to(CHANNELS.everyone))).toBe('not_in_channel');
    expect(await codeOf(web.chat.postMessage({ channel: CHANNELS.nord, text: '' }))).toBe('no_text');
  });

  it('tells who people are, of outsiders little', async () => {
    const { web } = await aBench();
    const user = async (id: string) => (await web.users.info({ user: id, include_locale: true })).user;
    expect(await user(PEOPLE.fay)).toMatchObject({
      tz: 'Europe/London',
      locale: 'en-GB',
      is_restricted: false,
    });
    expect(await user(PEOPLE.gil)).toMatchObject({ is_restricted: true, is_ultra_restricted: false });
    expect(await user(PEOPLE.vera)).toMatchObject({ deleted: true });
    expect(await user(PEOPLE.bot)).toMatchObject({ is_bot: true });
    const otto = await user(PEOPLE.otto);
    expect(otto).toMatchObject({ team_id: 'T0MUSTER99', is_stranger: false });
    expect(otto).not.toHaveProperty('locale');
    expect(await codeOf(web.users.info({ user: 'U404' }))).toBe('user_not_found');
  });

  it('lists in pages, outsiders left out', async () => {
    const { web } = await aBench();
    const pages: string[][] = [];
    for await (const page of web.paginate('users.list', { limit: 9 })) {
      const { members }: Loose = page;
      pages.push(members.map(({ id }: Loose) => id));
    }
    expect(pages.map(({ length }) => length)).toEqual([9, 9, 4]);
    expect(pages.flat()).toContain('USLACKBOT');
    expect(pages.flat()).not.toContain(PEOPLE.otto);
    const first = await web.conversations.members({ channel: CHANNELS.nord, limit: 10 });
    const cursor = first.response_metadata?.next_cursor ?? '';
    const second = await web.conversations.members({ channel: CHANNELS.nord, limit: 10, cursor });
    expect([...(first.members ?? []), ...(second.members ?? [])]).toHaveLength(16);
    expect(second.response_metadata?.next_cursor).toBe('');
    const broken = web.conversations.members({ channel: CHANNELS.nord, cursor: 'nonsense' });
    expect(await codeOf(broken)).toBe('invalid_cursor');
  });

  it('tells which channels are shared, and hides where the bot is not', async () => {
    const { web } = await aBench();
    const info = async (channel: string) => (await web.conversations.info({ channel })).channel;
    expect(await info(CHANNELS.nord)).toMatchObject({
      is_private: true,
      is_ext_shared: false,
      is_member: true,
    });
    expect(await info(CHANNELS.everyone)).toMatchObject({ is_private: false });
    expect(await info(CHANNELS.partners)).toMatchObject({ is_ext_shared: true });
    expect(await codeOf(web.conversations.info({ channel: CHANNELS.closed }))).toBe('channel_not_found');
    const { channels = [] } = await web.conversations.list({ types: 'public_channel,private_channel' });
    expect(channels.map(({ id }) => id)).not.toContain(CHANNELS.closed);
    expect(channels).toHaveLength(4);
  });

  it('opens direct messages with people, not with bots, the gone or strangers', async () => {
    const { slack, web } = await aBench();
    const open = (users: string) => web.conversations.open({ users });
    expect((await open(PEOPLE.otto)).channel?.id).toMatch(/^D/);
    expect(await codeOf(open(PEOPLE.reminder))).toBe('cannot_dm_bot');
    expect(await codeOf(open(PEOPLE.vera))).toBe('user_disabled');
    slack.workspace.channels.get(CHANNELS.partners)?.members.delete(PEOPLE.otto);
    slack.workspace.channels.delete(`D${PEOPLE.otto.slice(1)}`);
    expect(await codeOf(open(PEOPLE.otto))).toBe('user_not_visible');
  });

  it('asks for scopes', async () => {
    const { web } = await aBench({ app: { scopes: ['chat:write'] } });
    const refused = await failure(web.users.info({ user: PEOPLE.ada }));
    expect(refused.data).toMatchObject({
      error: 'missing_scope',
      needed: 'users:read',
      provided: 'chat:write',
    });
  });
});

describe('Block Kit limits', () => {
  const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
  const button = (more: object) => ({
    type: 'actions',
    elements: [{ type: 'button', action_id: 'a', text: plain('ok'), ...more }],
  });

  it.each([
    [
      'a section of 3,001 characters',
      [section('x'.repeat(3001))],
      'less than 3001 characters',
      '/0/text/text',
    ],
    ['an empty text', [section('')], 'more than 0 characters', '/blocks/0/text/text'],
    ['51 blocks', Array.from({ length: 51 }, () => section('x')), 'no more than 50 items allowed', '/blocks'],
    [
      'a label of 76 characters',
      [button({ text: plain('x'.repeat(76)) })],
      'less than 76 characters',
      '/text',
    ],
    ['a value of 2,001', [button({ value: 'x'.repeat(2001) })], 'less than 2001', '/0/elements/0/value'],
    [
      '26 buttons',
      [
        {
          type: 'actions',
          elements: Array.from({ length: 26 }, (_, at) => ({
            type: 'button',
            action_id: `${at}`,
            text: plain('x'),
          })),
        },
      ],
      'no more than 25',
      '/elements',
    ],
    [
      'a header of 151',
      [{ type: 'header', text: plain('x'.repeat(151)) }],
      'less than 151',
      '/blocks/0/text/text',
    ],
    ['an unknown block', [{ type: 'rainbow' }], 'unsupported type', '/blocks/0'],
    ['an unknown key', [{ ...section('x'), colour: 'red' }], 'additional property: colour', '/blocks/0'],
    ['a missing field', [{ type: 'header' }], 'missing required field', '/blocks/0/text'],
    [
      'a repeated block_id',
      [
        { ...section('x'), block_id: 'b' },
        { ...section('y'), block_id: 'b' },
      ],
      'already exists',
      '/blocks/1',
    ],
    [
      '11 context elements',
      [{ type: 'context', elements: Array.from({ length: 11 }, () => ({ type: 'mrkdwn', text: 'x' })) }],
      'no more than 10',
      '/elements',
    ],
    [
      'a made-up rich text',
      [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'sound' }] }] }],
      'unsupported type',
      '/blocks/0',
    ],
  ])('refuses %s', async (_, blocks: Loose, wording, pointer) => {
    const { web } = await aBench();
    const post = web.chat.postMessage({ channel: CHANNELS.nord, text: 'x', blocks });
    const { data } = await failure(post);
    expect(data.error).toBe('invalid_blocks');
    expect(data.response_metadata.messages[0]).toContain(wording);
    expect(data.response_metadata.messages[0]).toContain(pointer);
  });

  it('refuses blocks that are too much together', async () => {
    const { web } = await aBench();
    const blocks = Array.from({ length: 5 }, () => section('x'.repeat(2900)));
    const post = web.chat.postMessage({ channel: CHANNELS.nord, text: 'x', blocks });
    expect(await codeOf(post)).toBe('msg_blocks_too_long');
  });

  it.each([
    ['a title of 25', { title: plain('x'.repeat(25)) }, '/view/title/text'],
    ['inputs without a submit button', { submit: undefined }, '/view/submit'],
    ['too much metadata', { private_metadata: 'x'.repeat(3001) }, '/view/private_metadata'],
  ])('refuses a view with %s', async (_, change, pointer) => {
    const { slack, web, answerWith } = await aBench();
    let messages: string[] = [];
    answerWith(async ({ trigger_id }) => {
      const { data } = await failure(web.views.open({ trigger_id, view: aModal(change) }));
      messages = [data.error, ...data.response_metadata.messages];
      return ok();
    });
    await slack.asPerson(PEOPLE.ada).command('/rahmen');
    expect(messages[0]).toBe('invalid_arguments');
    expect(messages[1]).toContain(pointer);
  });
});

describe('faults on demand', () => {
  it('asks to wait, fails, and goes on', async () => {
    const { slack, web } = await aBench();
    const post = () => web.chat.postMessage({ channel: CHANNELS.nord, text: 'x' });
    slack.faults.next('chat.postMessage', { kind: 'rate-limited', retryAfter: 7 });
    expect(await failure(post())).toMatchObject({ retryAfter: 7 });
    slack.faults.next('chat.postMessage', { kind: 'status', status: 503 });
    expect(await failure(post())).toMatchObject({ statusCode: 503 });
    slack.faults.next('chat.postMessage', { kind: 'error', error: 'fatal_error' });
    expect(await codeOf(post())).toBe('fatal_error');
    await post();
    expect(slack.count('chat.postMessage')).toBe(4);
    expect(slack.messages(CHANNELS.nord)).toHaveLength(1);
  });

  it('can lose the answer to a call that it carried out', async () => {
    const { slack, web } = await aBench();
    slack.faults.next('*', { kind: 'lost-answer' });
    await failure(web.chat.postMessage({ channel: CHANNELS.nord, text: 'x' }));
    expect(slack.messages(CHANNELS.nord)).toHaveLength(1);
  });
});
