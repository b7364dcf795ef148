import { afterEach, describe, expect, it } from '@jest/globals';
import { PEOPLE } from '../../playground/slack/seed/people.ts';
import { aBench, closeBenches } from './stand-in.ts';
import type { Loose } from './stand-in.ts';

afterEach(closeBenches);

const codeOf = async (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'not refused',
    (error: Loose) => error.data?.error,
  );

const CONTENT = 'Grüße';
const LENGTH = Buffer.byteLength(CONTENT);

describe('files in the simulated Slack', () => {
  const aDirectMessage = async () => {
    const bench = await aBench();
    const { channel }: Loose = await bench.web.conversations.open({ users: PEOPLE.ada });
    const announce = (length = LENGTH): Promise<Loose> =>
      bench.web.files.getUploadURLExternal({ filename: 'rahmen.txt', length });
    const upload = (url: string) => fetch(url, { method: 'POST', body: CONTENT });
    const share = (id: string, channelId: string = channel.id): Promise<Loose> =>
      bench.web.files.completeUploadExternal({
        files: [{ id, title: 'rahmen.txt' }],
        channel_id: channelId,
        initial_comment: 'Bitte',
      });
    return { ...bench, announce, upload, share };
  };

  it('are announced, uploaded, and shared in a conversation once', async () => {
    const { slack, announce, upload, share } = await aDirectMessage();
    const { upload_url: url, file_id: id } = await announce();
    const answer = await upload(url);
    expect([answer.status, await answer.text()]).toEqual([200, `OK - ${LENGTH}`]);
    expect(await share(id)).toMatchObject({ ok: true, files: [{ id, title: 'rahmen.txt' }] });
    expect(slack.dm(PEOPLE.ada)).toMatchObject([
      { text: 'Bitte', files: [{ id, name: 'rahmen.txt', content: CONTENT, size: LENGTH }] },
    ]);
    expect(await codeOf(share(id))).toBe('file_not_found');
  });

  it('are not shared before they are uploaded whole', async () => {
    const { announce, upload, share } = await aDirectMessage();
    const { upload_url: url, file_id: id } = await announce(LENGTH + 1);
    expect(await codeOf(share(id))).toBe('file_not_found');
    expect((await upload(url)).status).toBe(400);
    expect(await codeOf(share(id))).toBe('file_not_found');
    expect((await upload(url.slice(0, -1))).status).toBe(404);
  });

  it('are not shared with a person’s id, nor without a name or a size', async () => {
    const { web, announce, upload, share } = await aDirectMessage();
    const { upload_url: url, file_id: id } = await announce();
    await upload(url);
    expect(await codeOf(share(id, PEOPLE.ada))).toBe('channel_not_found');
    expect(await codeOf(web.files.getUploadURLExternal({ filename: '', length: 3 }))).toBe(
      'invalid_arguments',
    );
    expect(await codeOf(web.files.getUploadURLExternal({ filename: 'a', length: 0 }))).toBe(
      'invalid_arguments',
    );
  });

  it('need a scope of their own', async () => {
    const { web } = await aBench({ app: { scopes: ['chat:write', 'im:write'] } });
    expect(await codeOf(web.files.getUploadURLExternal({ filename: 'a', length: 3 }))).toBe('missing_scope');
  });
});
