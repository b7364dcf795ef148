import type { Language } from '../i18n/language.ts';

/** Every word a person can type, once. Router, help and manifests come from this table. */
export type Word = 'home' | 'help' | 'pulse' | 'pulse-result' | 'team';

interface WordEntry {
  readonly word: Word;
  /** As typed after the command; the first is the one help shows. */
  readonly typed: Readonly<Record<Language, readonly string[]>>;
}

export const WORDS: readonly WordEntry[] = [
  { word: 'home', typed: { de: [''], en: [''] } },
  { word: 'help', typed: { de: ['hilfe'], en: ['help'] } },
  { word: 'pulse', typed: { de: ['puls'], en: ['pulse'] } },
  { word: 'pulse-result', typed: { de: ['puls ergebnis'], en: ['pulse result'] } },
  { word: 'team', typed: { de: ['team'], en: ['team'] } },
];
