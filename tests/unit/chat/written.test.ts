import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { readWord, typedAs, WORDS } from '../../../src/chat/words.ts';
import type { Word } from '../../../src/chat/words.ts';
import { readWritten } from '../../../src/chat/written.ts';

describe('a message to the bot', () => {
  test('is a word when it is one and nothing else', () => {
    for (const { word } of WORDS) {
      for (const language of ['de', 'en'] as const) {
        const alone = `  ${typedAs(word, language).toUpperCase()}\n`;
        expect(readWritten(alone)).toEqual({ kind: 'word', word });
      }
    }
  });

  test.each<[string, string]>([
    ['pause bis 24.12.', 'bis 24.12.'],
    ['Pause until Friday', 'until Friday'],
    ['pause 24.12.', '24.12.'],
  ])('%p is a word with a day behind it', (message, rest) => {
    expect(readWritten(message)).toEqual({ kind: 'word', word: 'away', rest });
  });

  test.each<[string, Word]>([
    ['Team war gut', 'team'],
    ['puls 5 4 3', 'pulse'],
    ['Pause war wieder zu kurz', 'away'],
    ['pulse result was odd', 'pulse-result'],
  ])('%p begins with a word and is none', (message, begins) => {
    expect(readWritten(message)).toEqual({ kind: 'words', begins });
  });

  test('offers nobody to leave who did not say just that', () => {
    expect(readWritten('puls aus meiner Sicht gut')).toEqual({ kind: 'words', begins: undefined });
    expect(readWritten('puls aus')).toEqual({ kind: 'word', word: 'pulse-off' });
  });

  test.each<[string, Word]>([
    ['pusl', 'pulse'],
    ['taem', 'team'],
    ['puls!', 'pulse'],
  ])('%p is nearly a word', (typed, nearest) => {
    expect(readWritten(typed)).toEqual({ kind: 'nearly', typed, nearest });
  });

  test.each(['gut', '5', 'ja', 'nein', 'Es war viel zu laut und niemand hatte Zeit.', '5 4 3', '😀'])(
    '%p is none',
    (message) => {
      expect(readWritten(message)).toEqual({ kind: 'words', begins: undefined });
    },
  );

  test('never acts on more than what a slash would have read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (message) => {
        const written = readWritten(message);
        if (written.kind !== 'word') return;
        const { kind, ...read } = written;
        expect([kind, read]).toEqual(['word', readWord(message)]);
      }),
    );
  });
});
