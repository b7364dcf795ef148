import type { Button, Card } from '../chat/card.ts';
import type { Notice } from '../chat/form.ts';
import type { Text } from '../chat/text.ts';
import { code } from '../chat/text.ts';
import type { Word } from '../chat/words.ts';
import { typedAs, WORDS } from '../chat/words.ts';
import { label, strong } from '../i18n/translate.ts';
import type { Voice } from '../i18n/translate.ts';

const HELPFUL = ['pulse', 'pulse-result', 'team', 'help'] as const satisfies readonly Word[];

/** Help (T25), made from the table of words. */
export const helpCard = (say: Voice): Card => ({
  title: strong(say('help.title')),
  nodes: [
    {
      kind: 'list',
      items: WORDS.flatMap(({ word }): readonly Text[] => {
        const helpful = HELPFUL.find((known) => known === word);
        return helpful === undefined
          ? []
          : [[code(typedAs(word, say.language)), { kind: 'text', text: ' ' }, ...say(`help.${helpful}`)]];
      }),
    },
    { kind: 'footnote', text: say('help.end') },
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
  nodes: [{ kind: 'paragraph', text: say('fault.text') }],
});

export const noticeOf = (say: Voice, card: Card): Notice => ({
  title: label(say('dialog.title')),
  nodes: [{ kind: 'paragraph', text: card.title }, ...card.nodes],
  close: label(say('button.close')),
});

export const wordButton = (say: Voice, word: 'pulse-result' | 'team' | 'help'): Button => ({
  label: label(say(word === 'pulse-result' ? 'button.result' : `button.${word}`)),
  intent: { kind: 'word', word },
});
