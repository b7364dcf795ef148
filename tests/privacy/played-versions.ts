import type { RawRow } from '../support/pulse-dump.ts';
import { playRound, ROSTER, saidAt } from './played-round.ts';
import type { Act, PlayedRound, Stage } from './played-round.ts';

/*
 * The same round, with the same people and keys, played in ways between which nobody who holds a copy of everything may be
 * able to tell.
 */

const PLACES = Array.from({ length: ROSTER }, (_, place) => place);
const everybody = PLACES.map((place) => ({ place, after: 3 + 11 * place, said: saidAt(place) }));

/** The same answers in another order, at other times, some of them changed on the way. */
const otherwise = [
  { place: 5, after: 1, said: saidAt(0) },
  { place: 2, after: 2 },
  ...[3, 6, 0, 7, 2, 5, 1, 4].map((place, index) => ({
    place,
    after: 30.3 + 17 * index,
    said: saidAt(place),
  })),
  { place: 6, after: 160 },
];

const six = PLACES.slice(0, 6).map((place) => ({ place, after: 5 + place, said: saidAt(place) }));
/** The same six answers from other people. */
const otherSix = [7, 6, 4, 5, 2, 3].map((place, index) => ({ place, after: 5 + index, said: saidAt(index) }));

const longer = everybody.map((act) => ({
  ...act,
  said: { ...act.said, comment: `${act.said.comment ?? ''} ${'x'.repeat(300)}` },
}));

const VERSIONS = { everybody, otherwise, six, otherSix, longer, nobody: [] } satisfies Record<
  string,
  readonly Act[]
>;

type Version = keyof typeof VERSIONS;

/** Plays these versions of the round; what is played must be stopped. */
export const playVersions = (...versions: readonly Version[]) => {
  const rounds = new Map<Version, PlayedRound>();
  return {
    play: async (): Promise<void> => {
      await Promise.all(
        versions.map(async (version) => rounds.set(version, await playRound(VERSIONS[version]))),
      );
    },
    stop: async (): Promise<void> => {
      for (const { world } of rounds.values()) await world.stop();
    },
    played: (version: Version): PlayedRound => {
      const found = rounds.get(version);
      if (found === undefined) throw new RangeError(version);
      return found;
    },
    everyRound: (): readonly PlayedRound[] => [...rounds.values()],
  };
};

/** Before the close. */
export const last = ({ moments, asked }: PlayedRound): Stage => moments.at(-1) ?? asked;

const sortKey = (row: RawRow): string => String(row['sk']?.['S']);

export const isSlot = (row: RawRow): boolean => sortKey(row).startsWith('SLOT#');
export const isComments = (row: RawRow): boolean => sortKey(row).startsWith('COMMENTS#');
/** How often somebody was written to in a week: not of the round, and the same whatever they did in it. */
export const isQuiet = (row: RawRow): boolean => sortKey(row).startsWith('QUIET#');
export const isDelivery = (row: RawRow): boolean => sortKey(row).startsWith('DELIVERY#');

export const written = (value: unknown): string => JSON.stringify(value);
