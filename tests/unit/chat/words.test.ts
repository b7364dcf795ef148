import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { distance, readWord, typedAs, WORDS } from '../../../src/chat/words.ts';
import type { Word } from '../../../src/chat/words.ts';

describe('reading a word', () => {
  test.each<[string, Word]>([
    ['', 'home'],
    ['   ', 'home'],
    ['puls', 'pulse'],
    ['pulse', 'pulse'],
    ['puls ergebnis', 'pulse-result'],
    ['pulse result', 'pulse-result'],
    ['team', 'team'],
    ['hilfe', 'help'],
    ['help', 'help'],
    ['puls jetzt', 'pulse-now'],
    ['pulse now', 'pulse-now'],
    ['jetzt', 'pulse-now'],
    ['puls pause', 'away'],
    ['pause', 'away'],
    ['puls bin da', 'back'],
    ['bin da', 'back'],
    ['back', 'back'],
    ['puls aus', 'pulse-off'],
    ['pulse off', 'pulse-off'],
    ['puls an', 'pulse-on'],
    ['pulse on', 'pulse-on'],
  ])('takes %p for %s', (typed, word) => {
    expect(readWord(typed)).toEqual({ word });
  });

  test.each<[string, Word]>([
    ['PULS', 'pulse'],
    ['  Hilfe \n', 'help'],
    ['puls \t ergebnis', 'pulse-result'],
    ['Pulse RESULT', 'pulse-result'],
    ['púls', 'pulse'],
  ])('ignores case, blanks and accents in %p', (typed, word) => {
    expect(readWord(typed)).toEqual({ word });
  });

  test.each<[string, Word, string]>([
    ['puls bitte', 'pulse', 'bitte'],
    ['puls ergebnis vom letzten Mal', 'pulse-result', 'vom letzten Mal'],
    ['team nord einrichten', 'team', 'nord einrichten'],
    ['help me with <@U1> *now*', 'help', 'me with <@U1> *now*'],
    [' PULS   Pause  bis  24. Dezember ', 'away', 'bis 24. Dezember'],
    ['pause ÄÖ', 'away', 'ÄÖ'],
    ['púls bin da ß', 'back', 'ß'],
  ])('takes along what follows the word in %p', (typed, word, rest) => {
    expect(readWord(typed)).toEqual({ word, rest });
  });

  test.each<[string, Word]>([
    ['pusl', 'pulse'],
    ['pulsergebnis', 'pulse-result'],
    ['ergebnis', 'pulse-result'],
    ['taem', 'team'],
    ['hlife', 'help'],
    ['puls!', 'pulse'],
    ['pulses', 'pulse'],
  ])('takes %p for nothing, and names the nearest', (typed, nearest) => {
    expect(readWord(typed)).toEqual({ unknown: typed, nearest });
  });

  test.each(['pulsaus', 'puls asu', 'pulse of', 'puls uas'])(
    'offers nobody who typed %p to leave',
    (typed) => {
      const read = readWord(typed);
      expect('word' in read ? read.word : read.nearest).not.toBe('pulse-off');
    },
  );

  test('gives back what was typed, without the blanks around it', () => {
    expect(readWord('  Was ist das? ')).toMatchObject({ unknown: 'Was ist das?' });
  });

  test('never acts on a text that does not begin with a word', () => {
    const spellings = WORDS.flatMap(({ typed }) => [...typed.de, ...typed.en]);
    const letters = fc.constantFrom('p', 'u', 'l', 's', 'e', 't', 'a', 'm', 'h', 'i', 'f', ' ', '-');
    const typed = fc.oneof(fc.string(), fc.string({ unit: letters, maxLength: 8 }));
    fc.assert(
      fc.property(typed, (given) => {
        const said = given.trim().toLowerCase().split(/\s+/).join(' ');
        const begins = spellings.some((word) =>
          word === '' ? said === '' : `${said} `.startsWith(`${word} `),
        );
        expect('word' in readWord(given)).toBe(begins);
      }),
      { numRuns: 500 },
    );
  });

  test('names a word of the table for whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (given) => {
        const read = readWord(given);
        expect(WORDS.map(({ word }) => word)).toContain('word' in read ? read.word : read.nearest);
      }),
    );
  });

  test('takes no time over a long text', () => {
    expect(readWord('x'.repeat(1_000_000))).toMatchObject({ nearest: expect.any(String) });
  });
});

describe('the table of words', () => {
  test('says no two things with one word', () => {
    const spellings = WORDS.flatMap(({ typed }) => [...new Set([...typed.de, ...typed.en])]);
    expect(new Set(spellings).size).toBe(spellings.length);
  });

  test('is understood as help and buttons write it, in either language', () => {
    for (const { word } of WORDS) {
      expect(readWord(typedAs(word, 'de'))).toEqual({ word });
      expect(readWord(typedAs(word, 'en'))).toEqual({ word });
    }
  });
});

describe('the distance of two texts', () => {
  test.each([
    ['', '', 0],
    ['puls', 'puls', 0],
    ['puls', '', 4],
    ['puls', 'pulse', 1],
    ['pusl', 'puls', 2],
    ['kitten', 'sitting', 3],
  ])('of %p and %p is %i', (one, other, expected) => {
    expect(distance(one, other)).toBe(expected);
  });

  test('is a metric', () => {
    const short = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(short, short, short, (a, b, c) => {
        expect(distance(a, b) === 0).toBe(a === b);
        expect(distance(a, b)).toBe(distance(b, a));
        expect(distance(a, c)).toBeLessThanOrEqual(distance(a, b) + distance(b, c));
      }),
      { numRuns: 500 },
    );
  });
});
