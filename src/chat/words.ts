import type { Language } from '../i18n/language.ts';

/** Every word a person can type, once. Router, help and manifests come from this table. */
export type Word =
  | 'home'
  | 'help'
  | 'pulse'
  | 'pulse-result'
  | 'pulse-now'
  | 'away'
  | 'back'
  | 'pulse-off'
  | 'pulse-on'
  | 'pulse-skip'
  | 'pulse-start'
  | 'mine'
  | 'team'
  | 'setup'
  | 'data-sheet';

/** Help has a line for every word; the command alone shows what is open. */
export type HelpfulWord = Exclude<Word, 'home'>;

interface WordEntry {
  readonly word: Word;
  /** As typed after the command; the first is the one help shows. Both languages are always understood. */
  readonly typed: Readonly<Record<Language, readonly [string, ...string[]]>>;
  /** Answered by what is one person's own: not where it was written for a whole channel to read (T24). */
  readonly personal?: true;
  /** What stands behind it is read too, as in `pause bis 24.12.`; behind all others nothing is. */
  readonly readsOn?: true;
  /** Where help names it: among the few that everybody needs, or below them, where it stands unless said. */
  readonly help?: 'first' | 'later';
  /** Never the nearest word: nobody should leave by a slip of the finger. */
  readonly offered?: false;
}

export const WORDS: readonly WordEntry[] = [
  { word: 'home', typed: { de: [''], en: [''] } },
  { word: 'pulse', typed: { de: ['puls'], en: ['pulse'] }, personal: true, help: 'first' },
  {
    word: 'pulse-result',
    // Who has `/puls` and reads English types both languages at once.
    typed: { de: ['puls ergebnis', 'puls result'], en: ['pulse result', 'pulse ergebnis'] },
    help: 'first',
  },
  {
    word: 'pulse-now',
    typed: { de: ['puls jetzt', 'puls now', 'jetzt'], en: ['pulse now', 'pulse jetzt', 'now'] },
    personal: true,
  },
  {
    word: 'away',
    typed: { de: ['puls pause', 'pause'], en: ['pulse pause', 'pause'] },
    personal: true,
    readsOn: true,
  },
  {
    word: 'back',
    typed: { de: ['puls bin da', 'puls back', 'bin da'], en: ['pulse back', 'pulse bin da', 'back'] },
    personal: true,
  },
  {
    word: 'pulse-off',
    typed: { de: ['puls aus', 'puls off'], en: ['pulse off', 'pulse aus'] },
    personal: true,
    offered: false,
  },
  {
    word: 'pulse-on',
    typed: { de: ['puls an', 'puls on'], en: ['pulse on', 'pulse an'] },
    personal: true,
  },
  {
    word: 'pulse-skip',
    typed: { de: ['puls aussetzen', 'puls skip'], en: ['pulse skip', 'pulse aussetzen'] },
  },
  {
    word: 'pulse-start',
    typed: { de: ['puls starten', 'puls start'], en: ['pulse start', 'pulse starten'] },
  },
  { word: 'mine', typed: { de: ['meins'], en: ['me'] }, personal: true, help: 'first' },
  { word: 'team', typed: { de: ['team'], en: ['team'] }, help: 'first' },
  { word: 'setup', typed: { de: ['einrichten'], en: ['setup', 'set up'] } },
  { word: 'data-sheet', typed: { de: ['datenblatt'], en: ['datasheet', 'data sheet'] } },
  { word: 'help', typed: { de: ['hilfe'], en: ['help'] }, help: 'first' },
];

/** How help and buttons write the word in a language. */
export const typedAs = (word: Word, language: Language): string =>
  WORDS.find((entry) => entry.word === word)?.typed[language][0] ?? '';

export interface ReadWord {
  readonly word: Word;
  /** What stood behind the word, as it was typed; absent when nothing did. */
  readonly rest?: string;
}

export type Read = ReadWord | { readonly unknown: string; readonly nearest: Word };

/** As words are compared: case, spaces and the two spellings of umlauts do not matter. */
export const folded = (typed: string): string =>
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

export const SPELLINGS = WORDS.flatMap(({ word, typed }) =>
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

const OFFERED = SPELLINGS.filter(
  ({ word, spelling }) =>
    spelling !== '' && WORDS.every((entry) => entry.word !== word || entry.offered !== false),
);

/** No one means a word this long; comparing more would only cost time. */
const COMPARED = 40;

/** What is typed behind a spelling: its words are counted, since folding changes lengths. */
const behind = (typed: string, spelling: string): string =>
  typed.trim().split(/\s+/).slice(spelling.split(' ').length).join(' ');

/**
 * Reads what was typed. The longest word that it is, or begins with before a space, counts; what stands behind it comes
 * along, and most words ignore it. Anything else is unknown and names the nearest word; it never acts.
 */
export const readWord = (typed: string): Read => {
  const asked = folded(typed);
  const matching = SPELLINGS.filter(
    ({ spelling }) => asked === spelling || (spelling !== '' && asked.startsWith(`${spelling} `)),
  ).sort((a, b) => b.spelling.length - a.spelling.length);
  const [match] = matching;
  if (match !== undefined) {
    const rest = behind(typed, match.spelling);
    return rest === '' ? { word: match.word } : { word: match.word, rest };
  }
  const short = asked.slice(0, COMPARED);
  const [nearest] = [...OFFERED].sort((a, b) => distance(short, a.spelling) - distance(short, b.spelling));
  return { unknown: typed.trim(), nearest: nearest?.word ?? 'help' };
};
