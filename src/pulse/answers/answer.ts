import type { Language } from '../../i18n/language.ts';
import type { Instant, Zone } from '../../shared/time.ts';

/** 1 "not at all" … 5 "completely", or "can't say", which counts nowhere. */
export type Mark = 1 | 2 | 3 | 4 | 5 | 'cannot-say';

/** A comment is at most this many characters (UTF-16 code units), so that its length gives nobody away (R13). */
export const COMMENT_MOST = 500;

/** What somebody may name who does not want their words to be read: style and topic can give an author away (R21). */
export const THEMES = [
  'workload',
  'shifts',
  'tools',
  'knowledge',
  'customers',
  'together',
  'decisions',
  'other',
] as const;

export type Theme = (typeof THEMES)[number];

/** What one person said. No time, no version, no author (R3). */
export interface Answer {
  /** By item id; one mark for every item of the round. */
  readonly marks: Readonly<Record<string, Mark>>;
  /** Their words, to appear as they are. */
  readonly comment?: string | undefined;
  /** In the place of their words, which were never stored. */
  readonly theme?: Theme | undefined;
}

export type Texts = Readonly<Record<Language, string>>;

/** An item as it was asked in a round: later changes of the pack do not touch it. */
export interface RoundItem {
  readonly id: string;
  readonly version: number;
  readonly texts: Texts;
}

/** All that the form of an open round needs, kept beside its key so that two reads open the form (R23). */
export interface RoundHead {
  readonly round: string;
  readonly team: string;
  readonly items: readonly RoundItem[];
  readonly prompt: Texts;
  readonly closesAt: Instant;
  readonly zone: Zone;
  /** The team's; used for people whose own is unknown. */
  readonly language: Language;
  /** In which few of those asked read what is said to them, so that writing in one narrows down who wrote. */
  readonly fewShare?: readonly Language[] | undefined;
}
