import type { WebClient } from '@slack/web-api';
import * as z from 'zod/mini';
import { idIn } from '../../src/chat/identity.ts';
import { plain } from '../../src/chat/text.ts';
import type { ChatFile, ChatGateway } from '../../src/ports/chat-gateway.ts';
import { PortError } from '../../src/shared/errors.ts';
import { callSlack } from './call-slack.ts';
import { escaped } from './render-card.ts';
import { SEND_TIMEOUT } from './web-client.ts';

const opened = z.object({ channel: z.object({ id: z.string() }) });
const announced = z.object({ upload_url: z.url({ protocol: /^https?$/ }), file_id: z.string() });

/** The address is Slack's own, from the answer before; no token goes along. */
const upload = async (send: typeof fetch, url: string, content: Uint8Array<ArrayBuffer>): Promise<void> => {
  let status: number;
  try {
    const signal = AbortSignal.timeout(SEND_TIMEOUT);
    ({ status } = await send(url, { method: 'POST', body: content, redirect: 'error', signal }));
  } catch (error) {
    throw new PortError('unreachable', 'upload', { cause: error });
  }
  if (status !== 200) throw new PortError(status >= 500 ? 'unreachable' : 'refused', `http_${status}`);
};

/**
 * Two calls for each file and one for all: docs.slack.dev/messaging/working-with-files. Files are shared in
 * conversations, never with a person's id, so the direct message is opened first.
 */
export const makeSendFiles = (client: WebClient, send: typeof fetch): ChatGateway['sendFiles'] => {
  const announce = async ({ name, content }: ChatFile) => {
    const bytes = new TextEncoder().encode(content);
    const call = { filename: name, length: bytes.length };
    const { upload_url, file_id } = await callSlack(client, 'files.getUploadURLExternal', call, announced);
    await upload(send, upload_url, bytes);
    return { id: file_id, title: name };
  };

  return async (to, files, words) => {
    const { channel } = await callSlack(client, 'conversations.open', { users: idIn(to) }, opened);
    const uploaded: Awaited<ReturnType<typeof announce>>[] = [];
    for (const file of files) uploaded.push(await announce(file));
    const shared = { files: uploaded, channel_id: channel.id, initial_comment: escaped(plain(words)) };
    await callSlack(client, 'files.completeUploadExternal', shared, z.unknown());
  };
};
