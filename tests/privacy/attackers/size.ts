import type { PersonRef } from '../../../src/chat/identity.ts';
import { bySign, byRank, orAnybody } from './attacker.ts';
import type { Attacker, Evidence } from './attacker.ts';
import { leavesOf, mayBeOf, recordsNaming, textOf } from './records.ts';
import type { Evident } from './records.ts';

/** What can be measured of a record: its size, every number in it, the length of every text. */
const measures = (record: Evident): readonly number[] => [
  textOf(record).length,
  ...leavesOf(record).map(({ value }) => (typeof value === 'number' ? value : value.length)),
];

interface Measured {
  readonly person: PersonRef;
  readonly numbers: ReadonlySet<number>;
  readonly size: number;
}

/** What is known of each person's own records; a number that all have says nothing. */
const measured = ({ dump, roster, round }: Evidence): readonly Measured[] => {
  const people = [...recordsNaming(dump, roster)].map(([person, all]) => {
    const records = all.filter((record) => mayBeOf(record, round));
    const size = records.reduce((sum, record) => sum + textOf(record).length, 0);
    return { person, numbers: records.flatMap(measures), size };
  });
  const common = people.reduce<ReadonlySet<number> | undefined>(
    (shared, { numbers }) => new Set(numbers.filter((one) => shared === undefined || shared.has(one))),
    undefined,
  );
  return people.map(({ person, numbers, size }) => ({
    person,
    numbers: new Set(numbers.filter((one) => common?.has(one) !== true)),
    size,
  }));
};

/** The lengths a text has, counted in the ways that storage and source count. */
const lengths = (text: string): readonly number[] => [text.length, Buffer.byteLength(text)];

/** (3) Looks for the length of a comment among the numbers of a person; else matches big rows with long comments. */
export const size: Attacker = {
  name: 'size',
  authors: (evidence, chance) => {
    const people = measured(evidence);
    const ranked = byRank(
      people,
      evidence.comments.map((comment) => comment.length),
    );
    const guesses = evidence.comments.map((comment, index) => {
      const fitting = people.filter(({ numbers }) => lengths(comment).some((length) => numbers.has(length)));
      return fitting.length === 0 ? ranked[index] : chance.pick(fitting).person;
    });
    return orAnybody(guesses, evidence, chance);
  },
  /** Who answered has more in the rows than who did not: the upper part, as many as answered. */
  answered: (evidence, chance) => {
    const people = [...measured(evidence)].sort((a, b) => b.size - a.size);
    const signs = people.slice(0, evidence.answers).map(({ person }) => person);
    return bySign(new Set(signs), evidence, chance);
  },
};
