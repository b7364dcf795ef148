import { readFileSync } from 'node:fs';
import path from 'node:path';
import { WebClient } from '@slack/web-api';
import { expect, test } from '@jest/globals';
import { makeSlackChatGateway } from '../../../adapters/slack/chat-gateway.ts';
import { webClientOptions } from '../../../adapters/slack/web-client.ts';
import { makeMemoryLogger } from '../../../adapters/memory/logger.ts';
import type { ChatGateway } from '../../../src/ports/chat-gateway.ts';
import { PortError } from '../../../src/shared/errors.ts';
import { aSlackWebApi } from './support/bench.ts';
import { aClient } from './support/client.ts';
import type { Answer } from './support/slack-web-api.ts';
import { aCard } from './support/stub-desk.ts';

const api = (name: string) =>
  JSON.parse(readFileSync(path.join(import.meta.dirname, `../../fixtures/slack/api/${name}.json`), 'utf8'));

const aGateway = async () => {
  const { slack, client } = await aClient();
  return { slack, gateway: makeSlackChatGateway(client) };
};

const faultOf = async (gateway: ChatGateway): Promise<unknown> => {
  const outcome = await gateway.post('slack:T1:C1', aCard('x')).catch((error: unknown) => error);
  return outcome instanceof PortError
    ? [outcome.fault, outcome.reason, outcome.retryAfterSeconds, outcome.retryable]
    : outcome;
};

test('posts a card as it is: no previews, nothing looked at for links, names or markup', async () => {
  const { slack, gateway } = await aGateway();
  slack.answer('chat.postMessage', { body: api('chat.post-message.ok') });
  expect(await gateway.post('slack:T1:C1', aCard('R & D'))).toEqual({
    conversation: 'slack:T1:C1H9RESGL',
    message: '1503435956.000247',
  });
  const style = { bold: true };
  const section = { type: 'rich_text_section', elements: [{ type: 'text', text: 'R & D', style }] };
  expect(slack.calls).toEqual([
    {
      method: 'chat.postMessage',
      params: {
        channel: 'C1',
        text: 'R &amp; D',
        blocks: [{ type: 'rich_text', elements: [section] }],
        mrkdwn: 'false',
        unfurl_links: 'false',
        unfurl_media: 'false',
        parse: 'none',
        link_names: 'false',
      },
    },
  ]);
});

test('a person is a direct message, and the message is where Slack put it', async () => {
  const { slack, gateway } = await aGateway();
  slack.answer('chat.postMessage', { body: { ok: true, channel: 'D7', ts: '1.2' } });
  expect(await gateway.post('slack:E1:W1', aCard('x'))).toEqual({
    conversation: 'slack:E1:D7',
    message: '1.2',
  });
  expect(slack.calls[0]?.params.channel).toBe('W1');
});

test('links to a message', async () => {
  const { slack, gateway } = await aGateway();
  slack.answer('chat.getPermalink', { body: api('chat.get-permalink.ok') });
  const link = await gateway.linkTo({ conversation: 'slack:T1:C1', message: '1.2' });
  expect(link).toBe(api('chat.get-permalink.ok').permalink);
  expect(slack.calls).toEqual([
    { method: 'chat.getPermalink', params: { channel: 'C1', message_ts: '1.2' } },
  ]);
});

const said = (error: string): Answer => ({ body: { ok: false, error } });
const limited = api('ratelimited.http429');

test.each<readonly [string, Answer, readonly unknown[]]>([
  ['429 with a time to wait', limited, ['rate-limited', 'ratelimited', 30, true]],
  ['429 without one', { status: 429, body: limited.body }, ['unreachable', 'client', 0, true]],
  ['ratelimited in a 200', said('ratelimited'), ['rate-limited', 'ratelimited', 30, true]],
  ['rate_limited in a 200', said('rate_limited'), ['rate-limited', 'ratelimited', 30, true]],
  [
    'ratelimited in a 200 with a time to wait',
    { ...said('ratelimited'), headers: { 'retry-after': '7' } },
    ['rate-limited', 'ratelimited', 7, true],
  ],
  ['a channel that is gone', said('channel_not_found'), ['refused', 'channel_not_found', 0, false]],
  ['a bot that is not in it', said('not_in_channel'), ['refused', 'not_in_channel', 0, false]],
  ['a token that is gone', said('account_inactive'), ['misconfigured', 'account_inactive', 0, true]],
  ['a scope that is missing', said('missing_scope'), ['misconfigured', 'missing_scope', 0, true]],
  [
    'too many attachments',
    { body: api('chat.post-message.error') },
    ['refused', 'too_many_attachments', 0, false],
  ],
  ["Slack's own trouble", said('internal_error'), ['unreachable', 'internal_error', 0, true]],
  ['a workspace on the move', said('team_added_to_org'), ['unreachable', 'team_added_to_org', 0, true]],
  ['500', { status: 500, body: 'oops' }, ['unreachable', 'http_500', 0, true]],
  ['503', { status: 503, body: '' }, ['unreachable', 'http_503', 0, true]],
  ['404', { status: 404, body: '' }, ['refused', 'http_404', 0, false]],
  ['no JSON', { body: '<html>Hello there</html>' }, ['unreachable', 'unreadable_answer', 0, true]],
  ['cut JSON', { body: '{"ok":true,"chan' }, ['unreachable', 'unreadable_answer', 0, true]],
  ['JSON without what was asked for', { body: { ok: true } }, ['unreachable', 'unreadable_answer', 0, true]],
  ['no answer', { hangUp: true }, ['unreachable', 'network', 0, true]],
])('%s', async (_name, answer, fault) => {
  const { slack, gateway } = await aGateway();
  slack.answer('chat.postMessage', answer);
  expect(await faultOf(gateway)).toEqual(fault);
  expect(slack.calls).toHaveLength(1);
});

test('does not wait longer than it may', async () => {
  const slack = await aSlackWebApi();
  const options = webClientOptions({ slackApiUrl: slack.url }, 40, makeMemoryLogger());
  slack.answer('chat.postMessage', { after: 5_000 });
  expect(await faultOf(makeSlackChatGateway(new WebClient('xoxb', options)))).toEqual([
    'unreachable',
    'network',
    0,
    true,
  ]);
});

test('nobody listening is unreachable', async () => {
  const { slack, gateway } = await aGateway();
  await slack.close();
  expect(await faultOf(gateway)).toEqual(['unreachable', 'network', 0, true]);
});

test("what Slack's libraries log is noted and not repeated", async () => {
  const { slack, client, log } = await aClient();
  slack.answer('chat.postMessage', {
    body: {
      ok: true,
      channel: 'C1',
      ts: '1',
      warning: 'canary',
      response_metadata: { warnings: ['canary'] },
    },
  });
  await makeSlackChatGateway(client).post('slack:T1:C1', aCard('canary'));
  expect(log).toEqual([{ level: 'warn', event: 'library', fields: { outcome: 'slack' } }]);
});
