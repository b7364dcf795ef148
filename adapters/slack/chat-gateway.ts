import type { WebClient } from '@slack/web-api';
import * as z from 'zod/mini';
import { idIn, inTenant } from '../../src/chat/identity.ts';
import type { ChatGateway } from '../../src/ports/chat-gateway.ts';
import { callSlack } from './call-slack.ts';
import { makeSendFiles } from './send-files.ts';
import { tenantOf } from './refs.ts';
import { renderMessage } from './render-card.ts';

const posted = z.object({ channel: z.string(), ts: z.string() });
const permalink = z.object({ permalink: z.string() });

/** No previews, and nothing in `text` is looked at for links, names or markup. */
const AS_IT_IS = { unfurl_links: false, unfurl_media: false, parse: 'none', link_names: false } as const;

export const makeSlackChatGateway = (client: WebClient, send: typeof fetch = fetch): ChatGateway => ({
  sendFiles: makeSendFiles(client, send),

  post: async (to, card) => {
    // A user id as channel opens the direct message: no im:write needed (docs.slack.dev/reference/methods/chat.postMessage).
    const message = { channel: idIn(to), ...renderMessage(card), ...AS_IT_IS };
    const { channel, ts } = await callSlack(client, 'chat.postMessage', message, posted);
    return { conversation: inTenant(tenantOf(to), channel), message: ts };
  },

  linkTo: async ({ conversation, message }) => {
    const call = { channel: idIn(conversation), message_ts: message };
    return (await callSlack(client, 'chat.getPermalink', call, permalink)).permalink;
  },
});
