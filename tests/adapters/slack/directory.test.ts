import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { makeSlackDirectory } from '../../../adapters/slack/directory.ts';
import { PortError } from '../../../src/shared/errors.ts';
import { aClient } from './support/client.ts';
import type { Answer } from './support/slack-web-api.ts';

const api = (name: string): Answer => ({
  body: JSON.parse(
    readFileSync(path.join(import.meta.dirname, `../../fixtures/slack/api/${name}.json`), 'utf8'),
  ),
});
const said = (error: string): Answer => ({ body: { ok: false, error } });

const aDirectory = async () => {
  const { slack, client } = await aClient();
  return { slack, directory: makeSlackDirectory(client) };
};

test('reads a channel', async () => {
  const { slack, directory } = await aDirectory();
  slack.answer('conversations.info', api('conversations.info.ok'));
  expect(await directory.channel('slack:T1:C012AB3CD')).toEqual({
    conversation: 'slack:T1:C012AB3CD',
    name: 'general',
    visibility: 'public',
    shared: false,
    archived: false,
  });
  expect(slack.calls).toEqual([{ method: 'conversations.info', params: { channel: 'C012AB3CD' } }]);
});

test('a private, archived channel that is shared with another organisation', async () => {
  const { slack, directory } = await aDirectory();
  const channel = { id: 'C9', name: 'x', is_private: true, is_archived: true, is_ext_shared: true };
  slack.answer('conversations.info', { body: { ok: true, channel } });
  expect(await directory.channel('slack:T1:G1')).toEqual({
    conversation: 'slack:T1:C9',
    name: 'x',
    visibility: 'private',
    shared: true,
    archived: true,
  });
});

test('sharing between workspaces of one organisation is no sharing', async () => {
  const { slack, directory } = await aDirectory();
  const channel = { id: 'C9', name: 'x', is_shared: true, is_org_shared: true, is_ext_shared: false };
  slack.answer('conversations.info', { body: { ok: true, channel } });
  expect(await directory.channel('slack:E1:C9')).toMatchObject({ shared: false });
});

test.each<readonly [string, Answer]>([
  ['one that does not exist', api('conversations.info.error')],
  ['one that the bot is not in', said('not_in_channel')],
  ['a direct message', { body: { ok: true, channel: { id: 'D1', is_im: true } } }],
])('%s is no channel', async (_name, answer) => {
  const { slack, directory } = await aDirectory();
  slack.answer('conversations.info', answer);
  expect(await directory.channel('slack:T1:C1')).toBeUndefined();
});

test('a channel that cannot be read for another reason is a fault', async () => {
  const { slack, directory } = await aDirectory();
  slack.answer('conversations.info', said('missing_scope'));
  await expect(directory.channel('slack:T1:C1')).rejects.toThrow(PortError);
});

test('reads all pages of members', async () => {
  const { slack, directory } = await aDirectory();
  const last = { body: { ok: true, members: ['USLACKBOT'], response_metadata: { next_cursor: '' } } };
  slack.answer('conversations.members', api('conversations.members.ok'), last);
  expect(await directory.members('slack:T1:C1')).toEqual([
    'slack:T1:U023BECGF',
    'slack:T1:U061F7AUR',
    'slack:T1:W012A3CDE',
    'slack:T1:USLACKBOT',
  ]);
  expect(slack.calls.map(({ params }) => params)).toEqual([
    { channel: 'C1', limit: '1000' },
    { channel: 'C1', limit: '1000', cursor: 'e3VzZXJfaWQ6IFcxMjM0NTY3fQ==' },
  ]);
});

test('a channel that is gone has no members, and a fault on a later page is a fault', async () => {
  const { slack, directory } = await aDirectory();
  slack.answer('conversations.members', said('channel_not_found'));
  expect(await directory.members('slack:T1:C1')).toBeUndefined();
  slack.answer('conversations.members', api('conversations.members.ok'), said('fetch_members_failed'));
  await expect(directory.members('slack:T1:C1')).rejects.toMatchObject({ fault: 'unreachable' });
});

test('reads one page of people at a time', async () => {
  const { slack, directory } = await aDirectory();
  slack.answer('users.list', api('users.list.ok'), { body: { ok: true, members: [] } });
  const page = await directory.people('slack:T1');
  expect(page).toEqual({
    profiles: [
      { person: 'slack:T1:W012A3CDE', tenant: 'slack:T1', kind: 'member', zone: 'America/Los_Angeles' },
      { person: 'slack:T1:W07QCRPA4', tenant: 'slack:T1', kind: 'member', zone: 'America/Los_Angeles' },
    ],
    next: 'dXNlcjpVMEc5V0ZYTlo=',
  });
  expect(await directory.people('slack:T1', page.next)).toEqual({ profiles: [] });
  expect(slack.calls.map(({ params }) => params)).toEqual([
    { limit: '900', include_locale: 'true' },
    { limit: '900', include_locale: 'true', cursor: 'dXNlcjpVMEc5V0ZYTlo=' },
  ]);
});

test('reads a person with their language and zone', async () => {
  const { slack, directory } = await aDirectory();
  const user = { id: 'U1', team_id: 'T1', locale: 'de-DE', tz: 'Europe/Berlin', is_bot: false };
  slack.answer('users.info', { body: { ok: true, user } });
  expect(await directory.person('slack:T1:U1')).toEqual({
    person: 'slack:T1:U1',
    tenant: 'slack:T1',
    kind: 'member',
    language: 'de',
    zone: 'Europe/Berlin',
  });
  expect(slack.calls).toEqual([{ method: 'users.info', params: { user: 'U1', include_locale: 'true' } }]);
});

test('somebody who shares no channel with us is an outsider', async () => {
  const { slack, directory } = await aDirectory();
  slack.answer('users.info', api('users.info.stranger'));
  expect(await directory.person('slack:T1:U123ABC456')).toEqual({
    person: 'slack:T1:U123ABC456',
    tenant: 'slack:T1',
    kind: 'outsider',
  });
});

test("a colleague from another workspace of our organisation is ours, somebody else's colleague is not", async () => {
  const { slack, directory } = await aDirectory();
  const colleague = (enterprise: string) => ({
    body: { ok: true, user: { id: 'W2', team_id: 'T2', enterprise_user: { enterprise_id: enterprise } } },
  });
  slack.answer('auth.test', { body: { ok: true, team_id: 'T1', enterprise_id: 'E1' } });
  slack.answer('users.info', colleague('E1'), colleague('E9'));
  expect(await directory.person('slack:T1:W2')).toMatchObject({ kind: 'member' });
  expect(await directory.person('slack:T1:W2')).toMatchObject({ kind: 'outsider' });
});

test('nobody is known who does not exist', async () => {
  const { slack, directory } = await aDirectory();
  slack.answer('users.info', api('users.info.error'));
  expect(await directory.person('slack:T1:U404')).toBeUndefined();
});
