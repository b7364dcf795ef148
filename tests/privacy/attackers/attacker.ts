import type { PersonRef } from '../../../src/chat/identity.ts';
import type { Instant } from '../../../src/shared/time.ts';
import type { Chance } from '../../support/chance.ts';
import type { Dump, Row } from '../../support/pulse-dump.ts';

/** Somebody did something with the bot; what, the log does not say. */
export interface Click {
  readonly person: PersonRef;
  readonly at: Instant;
}

/** A copy of tables as they were at one moment, by key. */
export interface Restore {
  readonly at: Instant;
  readonly rows: ReadonlyMap<string, Row>;
}

/** What an attacker holds about one round, after it and all others were closed and published. Never who wrote what. */
export interface Evidence {
  readonly round: string;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  /** As it was frozen: everybody who was asked. */
  readonly roster: readonly PersonRef[];
  /** How many answered, as published. */
  readonly answers: number;
  /** As everybody can read them, in that order. */
  readonly comments: readonly string[];
  readonly dump: Dump;
  /** A perfect log of who was active when: everybody opened the form at least, some sent it. */
  readonly clicks: readonly Click[];
  /** The same, of those who sent an answer. Given to those alone who are said to know it. */
  readonly sent: readonly Click[];
  /** `state` as it was at twenty moments of the round, and before it. */
  readonly restores: readonly Restore[];
  /** The round of the same team before this one, and who wrote what in it: they told. */
  readonly before?: { readonly evidence: Evidence; readonly authors: readonly PersonRef[] } | undefined;
}

export interface Attacker {
  readonly name: string;
  /** Who wrote each comment, in the order of the comments. */
  readonly authors: (evidence: Evidence, chance: Chance) => readonly PersonRef[];
  /** Who answered at all; absent where there is nothing to try. */
  readonly answered?: (evidence: Evidence, chance: Chance) => ReadonlySet<PersonRef>;
}

/** A guess per comment; who is undefined is drawn from the roster. */
export const orAnybody = (
  guesses: readonly (PersonRef | undefined)[],
  { roster }: Evidence,
  chance: Chance,
): readonly PersonRef[] => guesses.map((guess) => guess ?? chance.pick(roster));

/**
 * The comments' authors if they stand in the same order as `people`. Where only some of them wrote, the one at the
 * place where the comment would be if the writers were spread evenly.
 */
export const inOrder = (people: readonly PersonRef[], comments: number): readonly (PersonRef | undefined)[] =>
  Array.from({ length: comments }, (_, index) =>
    people.at(Math.round(((index + 1) * (people.length + 1)) / (comments + 1)) - 1),
  );

/** Who answered, by a sign that some have; without any sign a coin for each. */
export const bySign = (
  signs: ReadonlySet<PersonRef>,
  { roster }: Evidence,
  chance: Chance,
): ReadonlySet<PersonRef> => {
  const tells = signs.size > 0 && signs.size < roster.length;
  return new Set(roster.filter((person) => (tells ? signs.has(person) : chance.happens(0.5))));
};

/** Matches the smallest with the smallest and so on: for what grows with the other. */
export const byRank = (
  people: readonly { readonly person: PersonRef; readonly size: number }[],
  sizes: readonly number[],
): readonly (PersonRef | undefined)[] => {
  const ranked = [...people].sort((a, b) => a.size - b.size).map(({ person }) => person);
  const placed = inOrder(ranked, sizes.length);
  const order = sizes.map((size, index) => ({ size, index })).sort((a, b) => a.size - b.size);
  const guesses: (PersonRef | undefined)[] = sizes.map(() => undefined);
  for (const [rank, { index }] of order.entries()) guesses[index] = placed[rank];
  return guesses;
};
