import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Card } from '../../src/chat/card.ts';
import type { ConversationRef, PersonRef } from '../../src/chat/identity.ts';
import { bold, text } from '../../src/chat/text.ts';
import type { ChatGateway } from '../../src/ports/chat-gateway.ts';
import type { PortFault } from '../../src/shared/errors.ts';

type Place = ConversationRef | PersonRef;

export interface ChatGatewaySubject {
  readonly gateway: ChatGateway;
  /** A channel in which the bot may post. */
  readonly channel: ConversationRef;
  readonly person: PersonRef;
  /** A channel in which it never may. */
  readonly closed: ConversationRef;
  /** The notification texts of what stands in a channel, or in the direct messages with a person, oldest first. */
  standing(place: Place): Promise<readonly string[]>;
  /** The next post meets this; a `rate-limited` one is asked to wait seven seconds. */
  failNext(fault: Extract<PortFault, 'rate-limited' | 'unreachable'>): void;
}

const card = (title: string): Card => ({
  title: [text(title)],
  nodes: [
    { kind: 'paragraph', text: [text('plain and '), bold('bold')] },
    { kind: 'divider' },
    { kind: 'footnote', text: [text('small print')] },
  ],
});

export const chatGatewayContract = (
  implementation: string,
  setUp: () => Promise<ChatGatewaySubject>,
): void => {
  describe(`chat gateway: ${implementation}`, () => {
    let subject: ChatGatewaySubject;

    beforeEach(async () => {
      subject = await setUp();
    });

    it('posts into a channel', async () => {
      await subject.gateway.post(subject.channel, card('To all of you'));
      expect(await subject.standing(subject.channel)).toEqual(['To all of you']);
      expect(await subject.standing(subject.person)).toEqual([]);
    });

    it('posts to a person as a direct message', async () => {
      await subject.gateway.post(subject.person, card('To you'));
      expect(await subject.standing(subject.person)).toEqual(['To you']);
      expect(await subject.standing(subject.channel)).toEqual([]);
    });

    it('posts a second message for a second call, under a name of its own', async () => {
      const first = await subject.gateway.post(subject.channel, card('One'));
      const second = await subject.gateway.post(subject.channel, card('Two'));
      expect(await subject.standing(subject.channel)).toEqual(['One', 'Two']);
      expect(second.conversation).toBe(first.conversation);
      expect(second.message).not.toBe(first.message);
    });

    it('links to a message, to each its own', async () => {
      const first = await subject.gateway.post(subject.channel, card('One'));
      const second = await subject.gateway.post(subject.channel, card('Two'));
      const [link, other] = [await subject.gateway.linkTo(first), await subject.gateway.linkTo(second)];
      expect(link).toMatch(/^https?:\/\//u);
      expect(other).not.toBe(link);
    });

    it('is refused where it may not post, for good', async () => {
      await expect(subject.gateway.post(subject.closed, card('To nobody'))).rejects.toMatchObject({
        name: 'PortError',
        fault: 'refused',
        retryable: false,
      });
    });

    it('is told how long to wait when it posts too much, and posts after that', async () => {
      subject.failNext('rate-limited');
      await expect(subject.gateway.post(subject.channel, card('Soon'))).rejects.toMatchObject({
        name: 'PortError',
        fault: 'rate-limited',
        retryAfterSeconds: 7,
        retryable: true,
      });
      await subject.gateway.post(subject.channel, card('Now'));
      expect(await subject.standing(subject.channel)).toEqual(['Now']);
    });

    it('does not know whether it happened when the platform fails', async () => {
      subject.failNext('unreachable');
      await expect(subject.gateway.post(subject.channel, card('Perhaps'))).rejects.toMatchObject({
        name: 'PortError',
        fault: 'unreachable',
        retryable: true,
      });
    });
  });
};
