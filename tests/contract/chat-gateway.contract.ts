import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Card } from '../../src/chat/card.ts';
import type { ConversationRef, PersonRef } from '../../src/chat/identity.ts';
import { text } from '../../src/chat/text.ts';
import type { ChatGateway } from '../../src/ports/chat-gateway.ts';

/** A chat to post into, as far as the promises need it. */
export interface ChatStage {
  readonly gateway: ChatGateway;
  readonly channel: ConversationRef;
  readonly person: PersonRef;
  /** Where nothing can be posted any more. */
  readonly gone: ConversationRef;
  /** The first lines of what stands there, oldest first. */
  readonly shown: (where: ConversationRef | PersonRef) => readonly string[];
  /** The files that the person got, as name and content, oldest first. */
  readonly files: () => readonly (readonly [string, string])[];
  /** The person exists no more. */
  readonly nobody: PersonRef;
  /** The next post to the channel fails like this. */
  readonly failNext: (fault: 'rate-limited' | 'unreachable') => void;
  readonly close?: () => Promise<void>;
}

/** What {@link ChatStage.failNext} makes the platform ask for. */
export const SECONDS_TO_WAIT = 7;

const saying = (words: string): Card => ({ title: [text(words)], nodes: [] });

export const chatGatewayContract = (
  implementation: string,
  setUp: () => ChatStage | Promise<ChatStage>,
): void => {
  describe(`chat gateway: ${implementation}`, () => {
    let stage: ChatStage;

    beforeEach(async () => {
      stage = await setUp();
    });

    afterEach(async () => {
      await stage.close?.();
    });

    it('posts once for every call, each a message of its own', async () => {
      const first = await stage.gateway.post(stage.channel, saying('Hallo'));
      const second = await stage.gateway.post(stage.channel, saying('Hallo'));
      expect(stage.shown(stage.channel)).toEqual(['Hallo', 'Hallo']);
      expect(second).not.toEqual(first);
    });

    it('posts to a person, for them alone', async () => {
      await stage.gateway.post(stage.person, saying('Nur für dich'));
      expect(stage.shown(stage.person)).toEqual(['Nur für dich']);
      expect(stage.shown(stage.channel)).toEqual([]);
    });

    it('refuses for good where nothing can be posted', async () => {
      const post = stage.gateway.post(stage.gone, saying('Hallo'));
      await expect(post).rejects.toMatchObject({ fault: 'refused', retryable: false });
    });

    it('passes on for how long the platform asks us to wait, and posts nothing', async () => {
      stage.failNext('rate-limited');
      const post = stage.gateway.post(stage.channel, saying('Hallo'));
      const wanted = { fault: 'rate-limited', retryAfterSeconds: SECONDS_TO_WAIT, retryable: true };
      await expect(post).rejects.toMatchObject(wanted);
      expect(stage.shown(stage.channel)).toEqual([]);
    });

    it('says that it is unknown what happened when the platform fails', async () => {
      stage.failNext('unreachable');
      const post = stage.gateway.post(stage.channel, saying('Hallo'));
      await expect(post).rejects.toMatchObject({ fault: 'unreachable', retryable: true });
    });

    it('gives a person files in one message, as they are', async () => {
      const files = [
        { name: 'rahmen.txt', content: 'Grüße: <@U1> & „Ä“\n' },
        { name: 'rahmen.json', content: '{ "a": 1 }\n' },
      ];
      await stage.gateway.sendFiles(stage.person, files, [text('Hier bitte')]);
      expect(stage.files()).toEqual(files.map(({ name, content }) => [name, content]));
      expect(stage.shown(stage.person)).toEqual(['Hier bitte']);
      expect(stage.shown(stage.channel)).toEqual([]);
    });

    it('refuses files for good for a person who is gone', async () => {
      const files = [{ name: 'rahmen.txt', content: 'x' }];
      const sent = stage.gateway.sendFiles(stage.nobody, files, [text('Hier bitte')]);
      await expect(sent).rejects.toMatchObject({ fault: 'refused', retryable: false });
    });

    it('links to what was posted, or to nothing', async () => {
      const message = await stage.gateway.post(stage.channel, saying('Hallo'));
      expect(await stage.gateway.linkTo(message)).toMatch(/^https:\/\//u);
    });
  });
};
