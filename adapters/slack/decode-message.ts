import * as z from 'zod/mini';
import { inTenant } from '../../src/chat/identity.ts';
import type { TenantRef } from '../../src/chat/identity.ts';
import type { Inbound } from '../../src/desk/inbound.ts';
import { installationId, slackId } from './refs.ts';

/** Set on what bots post, and on edits, deletions, files and all that is no plain new message: left unanswered. */
const absent = z.nullish(z.undefined());

const written = {
  user: slackId,
  channel: slackId,
  text: z.string(),
  /** The workspace of whoever wrote, in a shared channel. */
  user_team: z.nullish(slackId),
  thread_ts: z.nullish(z.string()),
  subtype: absent,
  bot_id: absent,
  edited: absent,
  hidden: absent,
} as const;

/** To the bot alone: docs.slack.dev/reference/events/message.im. In a channel only what names the bot is sent to us. */
export const messageEvent = z.object({
  type: z.literal('message'),
  channel_type: z.literal('im'),
  ...written,
});

/** docs.slack.dev/reference/events/app_mention; not sent for direct messages, where `message` is. */
export const mentionEvent = z.object({ type: z.literal('app_mention'), ...written });

export type WrittenEvent = z.infer<typeof messageEvent> | z.infer<typeof mentionEvent>;

/** Where the answer goes: shown to the writer alone, beside what they wrote. */
export interface Spot {
  readonly channel: string;
  readonly user: string;
  readonly thread?: string | undefined;
}

export interface Envelope {
  readonly tenant: TenantRef;
  readonly bot?: string | null | undefined;
  readonly app?: string | null | undefined;
}

/** Slack escapes these three in what people write: docs.slack.dev/messaging/formatting-message-text. */
const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** The bot's name is how it was called, not what was said. */
const withoutName = (text: string, bot: string | null | undefined): string =>
  text
    .replace(/<@([\w-]+)(?:\|[^>]*)?>/gu, (mention: string, id: string) => (id === bot ? ' ' : mention))
    .trim();

export const writtenOf = (
  event: WrittenEvent,
  { tenant, bot, app }: Envelope,
): { readonly inbound: Extract<Inbound, { kind: 'written' }>; readonly spot: Spot } => {
  const team = installationId(tenant);
  const { user, channel, thread_ts, user_team } = event;
  // An organisation's own workspaces are not told apart; whoever is from outside is known by the profile as well.
  const outsider =
    user_team !== null && user_team !== undefined && team.startsWith('T') && user_team !== team;
  const link = `https://slack.com/app_redirect?${new URLSearchParams({ app: app ?? '', team }).toString()}`;
  return {
    inbound: {
      kind: 'written',
      actor: { tenant, person: inTenant(tenant, user), outsider },
      conversation: inTenant(tenant, channel),
      text: unescaped(withoutName(event.text, bot)),
      ...(event.type === 'app_mention' ? { link } : {}),
    },
    spot: { channel, user, ...(typeof thread_ts === 'string' ? { thread: thread_ts } : {}) },
  };
};
