import type { PersonRef } from '../../chat/identity.ts';
import type { LocalDate } from '../../shared/local-date.ts';
import type { Instant } from '../../shared/time.ts';

/** What people set about a team. Each is one entry in src/team/settings; this list is what a log may name. */
export const SETTING_NAMES = [
  'weeks',
  'weekday',
  'time',
  'language',
  'asks',
  'channels',
  'pinned',
  'packs',
  'land',
  'days',
  'way',
] as const;

export type SettingName = (typeof SETTING_NAMES)[number];

/** One thing that somebody changed, as values: its words are made at reading, in the reader's language. */
export type Changed =
  /** Both as the form writes them. */
  | { readonly kind: 'setting'; readonly setting: SettingName; readonly from: string; readonly to: string }
  /** `more` people who were erased since. */
  | {
      readonly kind: 'invited' | 'lead-joined' | 'lead-removed' | 'taken-off' | 'put-back';
      readonly people: readonly PersonRef[];
      readonly more?: number | undefined;
    }
  /** Up to and including that day; until somebody goes on with it where there is none. */
  | { readonly kind: 'paused'; readonly until?: LocalDate | undefined }
  /** The round of that date does not open. */
  | { readonly kind: 'skipped'; readonly date: Instant }
  /** `kept`: asked which way to go on, somebody said this one. `started`: a round out of turn. */
  | { readonly kind: 'kept' | 'started' }
  /** `leaderless`: nobody's doing, its last lead is gone. */
  | { readonly kind: 'resumed' | 'ended' | 'leaderless' };

/** One submission: what it changed, who sent it, and on which day of the team's calendar. */
export interface TeamChange {
  /** The submission's own id: the same one again is told once. */
  readonly id: string;
  /** Absent where it was nobody's doing, and once that person was erased. */
  readonly by?: PersonRef | undefined;
  readonly on: LocalDate;
  readonly what: readonly Changed[];
  /** The first opening it counts for; absent where it counts at once, or nothing is planned. */
  readonly from?: Instant | undefined;
}

/** So many changes are kept, the newest; fewer where many things were changed at a time (R13). */
export const LOG_KEPT = 50;
const LOG_CHARACTERS = 12_000;

/** So many people one submission takes off the roster, and so many puts back (R13). */
export const NAMED_MOST = 10;

/** A log with one change more; a submission that is in it already adds nothing. */
export const logged = (log: readonly TeamChange[] | undefined, change: TeamChange): readonly TeamChange[] => {
  const earlier = log ?? [];
  if (earlier.some(({ id }) => id === change.id)) return earlier;
  let kept = [...earlier, change].slice(-LOG_KEPT);
  while (kept.length > 1 && JSON.stringify(kept).length > LOG_CHARACTERS) kept = kept.slice(1);
  return kept;
};
