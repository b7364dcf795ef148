import type { Button, Card, CardNode } from '../chat/card.ts';
import type { Notice } from '../chat/form.ts';
import type { Text } from '../chat/text.ts';
import { code, text } from '../chat/text.ts';
import type { HelpfulWord, Word } from '../chat/words.ts';
import { typedAs, WORDS } from '../chat/words.ts';
import type { PlainKey } from '../i18n/catalogue.ts';
import { label, strong } from '../i18n/translate.ts';
import type { Voice } from '../i18n/translate.ts';

const helpLine = (say: Voice, word: HelpfulWord): Text => [
  code(typedAs(word, say.language)),
  text(' '),
  ...say(`help.${word}`),
];

const helpList = (say: Voice, when: 'first' | 'later'): CardNode => ({
  kind: 'list',
  items: WORDS.flatMap(({ word, help }): readonly Text[] =>
    word === 'home' || (help ?? 'later') !== when ? [] : [helpLine(say, word)],
  ),
});

export const protectionButton = (say: Voice): Button => ({
  label: label(say('button.protection')),
  intent: { kind: 'protection' },
});

/** Help (T25), made from the table of words: first the few that everybody needs. A word without help does not compile. */
export const helpCard = (say: Voice): Card => ({
  title: strong(say('help.title')),
  nodes: [
    helpList(say, 'first'),
    { kind: 'paragraph', text: say('help.end') },
    { kind: 'paragraph', text: say('help.later') },
    helpList(say, 'later'),
    {
      kind: 'actions',
      buttons: [
        protectionButton(say),
        { label: label(say('button.data-sheet')), intent: { kind: 'data-sheet' } },
      ],
    },
  ],
});

/** Shows what was typed, so at most this much of it comes back. */
const TYPED_SHOWN = 60;

const characters = new Intl.Segmenter();

/** Cut where a character begins, so that none is torn. */
const shown = (typed: string): string => {
  const beyond = characters.segment(typed.slice(0, 2 * TYPED_SHOWN)).containing(TYPED_SHOWN);
  return beyond === undefined ? typed : `${typed.slice(0, beyond.index)}…`;
};

/** An unknown word (T24): the nearest one as a button, never an action. */
export const unknownWordCard = (say: Voice, typed: string, nearest: Word): Card => ({
  title: say('unknown.title', {
    typed: shown(typed),
    word: code(typedAs(nearest, say.language)),
  }),
  nodes: [
    {
      kind: 'actions',
      buttons: [
        { label: typedAs(nearest, say.language), intent: { kind: 'word', word: nearest }, primary: true },
        ...(nearest === 'help' ? [] : [wordButton(say, 'help')]),
      ],
    },
  ],
});

export const sentence = (line: Text): Card => ({ title: line, nodes: [] });

export const faultCard = (say: Voice): Card => ({
  title: strong(say('fault.title')),
  nodes: [{ kind: 'paragraph', text: say('fault.text', { word: code(typedAs('mine', say.language)) }) }],
});

export const noticeOf = (say: Voice, card: Card): Notice => ({
  title: label(say('dialog.title')),
  nodes: [{ kind: 'paragraph', text: card.title }, ...card.nodes],
  close: label(say('button.close')),
});

const WORD_BUTTONS = {
  'pulse-result': 'button.result',
  mine: 'button.mine',
  help: 'button.help',
} as const satisfies Partial<Record<Word, PlainKey>>;

/** `team`: of which one, where it is not clear. */
export const wordButton = (say: Voice, word: keyof typeof WORD_BUTTONS, team?: string): Button => ({
  label: label(say(WORD_BUTTONS[word])),
  intent: { kind: 'word', word, ...(team !== undefined && { team }) },
});
