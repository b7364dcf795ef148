import type { WebClient } from '@slack/web-api';
import * as z from 'zod/mini';
import type { Card } from '../../src/chat/card.ts';
import type { Logger } from '../../src/ports/logger.ts';
import { PortError } from '../../src/shared/errors.ts';
import { callSlack } from './call-slack.ts';
import type { Spot } from './decode-message.ts';
import { faultFields } from './fault-fields.ts';
import { renderMessage } from './render-card.ts';

/** Shows a card to one person in a conversation; Slack keeps nothing of it. */
export type Whisper = (spot: Spot, card: Card) => Promise<void>;

const nothing = z.unknown();

/** Asked again at once, Slack would say the same. */
const isFinal = (error: unknown): boolean =>
  error instanceof PortError && (error.fault === 'refused' || error.fault === 'rate-limited');

/** docs.slack.dev/reference/methods/chat.postEphemeral. A refusal is noted and no more: the writer may be gone. */
export const makeWhisper =
  (client: WebClient, logger: Logger): Whisper =>
  async ({ channel, user, thread }, card) => {
    const place = { channel, user, ...(thread === undefined ? {} : { thread_ts: thread }) };
    try {
      await callSlack(client, 'chat.postEphemeral', { ...place, ...renderMessage(card) }, nothing);
    } catch (error) {
      if (!isFinal(error)) throw error;
      logger.error('request-failed', { route: 'event', ...faultFields(error) });
    }
  };
