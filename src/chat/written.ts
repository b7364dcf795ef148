import { distance, folded, readWord, SPELLINGS, WORDS } from './words.ts';
import type { ReadWord, Word } from './words.ts';

/** What a message to the bot turned out to be. */
export type Written =
  | ({ readonly kind: 'word' } & ReadWord)
  /** Nearly a word, and nothing else. */
  | { readonly kind: 'nearly'; readonly typed: string; readonly nearest: Word }
  /** Anything else; perhaps it was meant as an answer. It may begin with a word. */
  | { readonly kind: 'words'; readonly begins: Word | undefined };

/** Same first letter, and at most half of it different: `pusl`, but not `gut`. */
const isNearly = (asked: string, word: Word): boolean =>
  SPELLINGS.some(
    ({ spelling, ...of }) =>
      of.word === word && spelling[0] === asked[0] && distance(asked, spelling) * 2 <= asked.length,
  );

/** A day, as far as that can be told without reading it: `bis Freitag`, `24.12.` */
const looksLikeADay = (rest: string): boolean => /^(?:bis|until|till?)\b|\d/iu.test(rest);

/** Longer than any word: not a slip of the finger, and not worth comparing. */
const LONGEST = 20;

/**
 * Reads a whole message. Unlike behind a slash, where people mean the bot, a word counts only where nothing else was
 * said: "Team war gut" is no wish to set one up, and what stands there may be private.
 */
export const readWritten = (message: string): Written => {
  const asked = folded(message);
  const read = readWord(message);
  if ('word' in read) {
    const entry = WORDS.find(({ word }) => word === read.word);
    const said = read.rest === undefined || (entry?.readsOn === true && looksLikeADay(read.rest));
    if (said) return { kind: 'word', ...read };
    return { kind: 'words', begins: entry?.offered === false ? undefined : read.word };
  }
  return asked.length <= LONGEST && isNearly(asked, read.nearest)
    ? { kind: 'nearly', typed: read.unknown, nearest: read.nearest }
    : { kind: 'words', begins: undefined };
};
