import type { SlackPageState } from '../slack/page-state.ts';
import type { JumpAnswer, PageTime } from './api.ts';
import type { Reader } from './dates.ts';
import type { Words } from './words.ts';
import { wordsFor } from './words.ts';

export const HOME = 'home';

/** Everything the page draws, and what the person at the page has chosen. */
export interface Page {
  readonly state: SlackPageState;
  readonly time: PageTime;
  /** A channel's id, or {@link HOME}. */
  readonly place: string;
  /** What came of the last jump; absent before the first. */
  readonly jumped?: JumpAnswer | undefined;
  readonly jumping: boolean;
  readonly reader: Reader;
  readonly words: Words;
}

/** What is said of jumps. */
export type Told = Pick<Page, 'jumped' | 'jumping'>;

export const makePage = (state: SlackPageState, time: PageTime, rest: Pick<Page, 'place'> & Told): Page => {
  const { locale, tz } = state.person;
  return {
    state,
    time,
    ...rest,
    reader: { locale, tz, now: Date.parse(time.now) },
    words: wordsFor(locale),
  };
};

/** Person and place in the address, so that a reload comes back to them. */
export const readHash = (hash: string): { readonly person: string; readonly place: string } => {
  const [person = '', place = ''] = hash.replace(/^#/u, '').split('/');
  return { person, place };
};

/** What was new the last time it was looked at: for the dots. */
export const makeSeen = () => {
  const seen = new Map<string, string>();
  return {
    look: (key: string, latest: string) => void seen.set(key, latest),
    isNew: (key: string, latest: string) => latest > (seen.get(key) ?? ''),
  };
};

export type Seen = ReturnType<typeof makeSeen>;
