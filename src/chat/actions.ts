import type { Language } from '../i18n/language.ts';
import type { Way } from '../team/course/way-on.ts';
import type { PersonRef } from './identity.ts';
import type { Word } from './words.ts';

/** Messages that a whole channel reads. Each can be read in the other language: see `otherLanguageButton`. */
export const SHARED = [
  'promise',
  'result',
  'round-ask',
  'reminder',
  'extension',
  'too-small',
  'talk',
  'team-changed',
] as const;

/**
 * One of them, and the id of the record it is rendered from: `<team>/<change>` for `team-changed`, `<team>/<number>` for
 * `promise`, `too-small` and `talk`, else a round's.
 */
export interface SharedMessage {
  readonly what: (typeof SHARED)[number];
  readonly id: string;
}

/** What a button means. An adapter encodes it and decodes exactly the same; it never proves who may do it. */
export type Intent =
  | { readonly kind: 'answer'; readonly round: string }
  | { readonly kind: 'comments'; readonly round: string; readonly page: number }
  | { readonly kind: 'hide-comment'; readonly round: string; readonly page: number }
  | { readonly kind: 'past-result'; readonly round: string }
  | { readonly kind: 'protection' }
  | { readonly kind: 'accept-lead'; readonly team: string }
  | { readonly kind: 'decline-lead'; readonly team: string }
  | ({ readonly kind: 'in-language'; readonly language: Language } & SharedMessage)
  /** One's own times and language; a pause. */
  | { readonly kind: 'my-times' }
  | { readonly kind: 'away' }
  /** The buttons of an ask but *Answer*, and those that follow from them. */
  | { readonly kind: 'not-now'; readonly way: NotNow; readonly round: string }
  /** Something about a team that exists. */
  | { readonly kind: 'team'; readonly act: TeamAct; readonly team: string }
  /** Skip the round of that number, or start it now. */
  | {
      readonly kind: 'course';
      readonly act: 'skip' | 'start';
      readonly team: string;
      readonly number: number;
    }
  /** Which way the team goes on, asked about the round of that number. */
  | { readonly kind: 'way-on'; readonly team: string; readonly number: number; readonly way: Way }
  /** What is stored about the one who presses: as a file, or erased. */
  | { readonly kind: 'mine'; readonly act: 'export' | 'erase' }
  /** What an admin does from the set-up card. */
  | { readonly kind: 'setup'; readonly open: (typeof SETUP_OPENS)[number] }
  | { readonly kind: 'data-sheet' }
  /** `team`: which of one's own is meant, where somebody has several. */
  | { readonly kind: 'word'; readonly word: Word; readonly team?: string | undefined };

export const SETUP_OPENS = ['next', 'admins', 'release', 'team', 'withdraw', 'trial'] as const;

export const NOT_NOW = ['later', 'in-an-hour', 'come-myself', 'not-this-round'] as const;

export type NotNow = (typeof NOT_NOW)[number];

export const TEAM_ACTS = ['settings', 'roster', 'log', 'pause', 'resume', 'end', 'lead'] as const;

export type TeamAct = (typeof TEAM_ACTS)[number];

/** Those that open a form with nothing of the team in it. */
export const TEAM_FORMS = ['roster', 'pause', 'end', 'lead'] as const;

/** What was chosen in an earlier step of a form. */
export type Chosen = Readonly<Record<string, string | readonly string[]>>;

/** What a form is for; comes back with its values. */
export type FormIntent =
  | { readonly kind: 'answer'; readonly round: string }
  | { readonly kind: 'hide-comment'; readonly round: string; readonly page: number }
  | { readonly kind: 'my-times' }
  | { readonly kind: 'away' }
  | { readonly kind: 'erase' }
  | {
      readonly kind: 'team-settings';
      readonly team: string;
      /** What it showed, by setting; and who was named as a lead. */
      readonly shown: {
        readonly settings: Readonly<Record<string, string>>;
        readonly leads: readonly PersonRef[];
      };
    }
  | { readonly kind: 'team-form'; readonly form: (typeof TEAM_FORMS)[number]; readonly team: string }
  | { readonly kind: 'admins'; readonly shown: readonly PersonRef[] }
  | { readonly kind: 'release-pulse' }
  | { readonly kind: 'withdraw-release' }
  | { readonly kind: 'start-trial' }
  | { readonly kind: 'set-up-team'; readonly channel: string }
  /** The same values once more: they are read and checked as if they had just been filled in. */
  | {
      readonly kind: 'confirm-team';
      readonly channel: string;
      readonly values: Chosen;
      readonly way?: 'talk' | undefined;
    };
