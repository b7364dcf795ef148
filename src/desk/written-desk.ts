import type { Button, Card } from '../chat/card.ts';
import type { ConversationRef } from '../chat/identity.ts';
import { text } from '../chat/text.ts';
import type { Text } from '../chat/text.ts';
import { readWritten } from '../chat/written.ts';
import type { ReadWord, Word } from '../chat/words.ts';
import { typedAs, WORDS } from '../chat/words.ts';
import { label, strong } from '../i18n/translate.ts';
import type { Voice } from '../i18n/translate.ts';
import { assertNever, InvariantError } from '../shared/errors.ts';
import { sentence, unknownWordCard, wordButton } from './desk-cards.ts';
import type { Inbound } from './inbound.ts';
import type { Reply } from './reply.ts';
import type { Speaker } from './speaker.ts';

type WrittenInbound = Extract<Inbound, { kind: 'written' }>;

interface Deps {
  /** The same router that typed commands and buttons go through. */
  readonly answer: (speaker: Speaker, read: ReadWord, from: ConversationRef) => Promise<Reply>;
  /** The round this person could answer now. */
  readonly openRound: (speaker: Speaker, from: ConversationRef) => Promise<string | undefined>;
}

/** No form opens for a message: only a click brings what a form needs. */
const openCard = (say: Voice, title: string, word: Word): Card => ({
  title: strong([text(title)]),
  nodes: [
    {
      kind: 'actions',
      buttons: [{ label: label(say('button.open')), intent: { kind: 'word', word }, primary: true }],
    },
  ],
});

/** Whatever the word leads to, as something that can be read in a message. */
const asMessage = (say: Voice, word: Word, reply: Reply): Card => {
  switch (reply.kind) {
    case 'card':
      return reply.card;
    case 'notice':
      return { title: strong([text(reply.notice.title)]), nodes: reply.notice.nodes };
    case 'form':
      return openCard(say, reply.form.title, word);
    case 'field-errors':
      throw new InvariantError('errors beside fields, and no form was submitted');
    default:
      return assertNever(reply);
  }
};

/** *Just us two* (T24): what is one person's own is not talked about under the eyes of a channel. */
const usTwo = (say: Voice, url: string): Text =>
  say('typed.us-two', { link: { kind: 'link', text: label(say('typed.link')), url } });

const answerButton = (say: Voice, round: string): Button => ({
  label: label(say('button.answer')),
  intent: { kind: 'answer', round },
  primary: true,
});

/** *Typed* (T24). What was written does not come back, and nothing of it is kept. */
const typedCard = (
  say: Voice,
  {
    begins,
    round,
    link,
  }: { begins?: Word | undefined; round?: string | undefined; link?: string | undefined },
): Card => ({
  title: strong(say('typed.title')),
  nodes: [
    { kind: 'paragraph', text: say('typed.text') },
    ...(link === undefined ? [] : [{ kind: 'paragraph' as const, text: usTwo(say, link) }]),
    {
      kind: 'actions',
      buttons: [
        ...(round === undefined ? [] : [answerButton(say, round)]),
        ...(begins === undefined || begins === 'help'
          ? []
          : [{ label: typedAs(begins, say.language), intent: { kind: 'word' as const, word: begins } }]),
        wordButton(say, 'help'),
      ],
    },
  ],
});

const isPersonal = (word: Word): boolean =>
  WORDS.some((entry) => entry.word === word && entry.personal === true);

/**
 * Answers what was written to the bot as a message: a word like the same word behind a slash, all else by saying that
 * it does not count. The answer is for the writer's eyes alone.
 */
export const makeWrittenDesk = ({ answer, openRound }: Deps) => {
  const written = async (speaker: Speaker, inbound: WrittenInbound): Promise<Card> => {
    const { say } = speaker;
    const { conversation, link } = inbound;
    const read = readWritten(inbound.text);
    switch (read.kind) {
      case 'word':
        return link !== undefined && isPersonal(read.word)
          ? sentence(usTwo(say, link))
          : asMessage(say, read.word, await answer(speaker, read, conversation));
      case 'nearly':
        return unknownWordCard(say, read.typed, read.nearest);
      case 'words': {
        const round = await openRound(speaker, conversation);
        return typedCard(say, { begins: read.begins, round, link });
      }
      default:
        return assertNever(read);
    }
  };
  return { written };
};
