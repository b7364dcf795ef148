import type { Language } from '../i18n/language.ts';

/** Every word a person can type, once. Router, help and manifests come from this table. */
export type Word = 'home' | 'help' | 'pulse' | 'pulse-result' | 'team';

interface WordEntry {
  readonly word: Word;
  /** As typed after the command; the first is the one help shows. Both languages are always understood. */
  readonly typed: Readonly<Record<Language, readonly [string, ...string[]]>>;
}

export const WORDS: readonly WordEntry[] = [
  { word: 'home', typed: { de: [''], en: [''] } },
  { word: 'pulse', typed: { de: ['puls'], en: ['pulse'] } },
  {
    word: 'pulse-result',
    // Who has `/puls` and reads English types both languages at once.
    typed: { de: ['puls ergebnis', 'puls result'], en: ['pulse result', 'pulse ergebnis'] },
  },
  { word: 'team', typed: { de: ['team'], en: ['team'] } },
  { word: 'help', typed: { de: ['hilfe'], en: ['help'] } },
];

/** How help and buttons write the word in a language. */
export const typedAs = (word: Word, language: Language): string =>
  WORDS.find((entry) => entry.word === word)?.typed[language][0] ?? '';

export type Read = { readonly word: Word } | { readonly unknown: string; readonly nearest: Word };

/** Case, spaces and the two spellings of umlauts do not matter. */
const folded = (typed: string): string =>
  typed
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');

const SPELLINGS = WORDS.flatMap(({ word, typed }) =>
  [...typed.de, ...typed.en].map((spelling) => ({ word, spelling: folded(spelling) })),
);

/** Single-letter insertions, deletions and substitutions that turn one text into the other (Levenshtein). */
export const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const above = row;
    row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const substituted = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(substituted, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
  }
  return row[b.length] ?? 0;
};

/** No one means a word this long; comparing more would only cost time. */
const COMPARED = 40;

/**
 * Reads what was typed. The longest word that it is, or begins with before a space, counts: text behind a word is
 * ignored. Anything else is unknown and names the nearest word; it never acts.
 */
export const readWord = (typed: string): Read => {
  const asked = folded(typed);
  const matching = SPELLINGS.filter(
    ({ spelling }) => asked === spelling || (spelling !== '' && asked.startsWith(`${spelling} `)),
  ).sort((a, b) => b.spelling.length - a.spelling.length);
  const [match] = matching;
  if (match !== undefined) return { word: match.word };
  const short = asked.slice(0, COMPARED);
  const [nearest] = SPELLINGS.filter(({ spelling }) => spelling !== '').sort(
    (a, b) => distance(short, a.spelling) - distance(short, b.spelling),
  );
  return { unknown: typed.trim(), nearest: nearest?.word ?? 'help' };
};
