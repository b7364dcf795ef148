import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Mark } from '../../../src/pulse/answers/answer.ts';
import type { ReachedResult } from '../../../src/pulse/results/result.ts';
import { tally } from '../../../src/pulse/results/tally.ts';
import { trendOf } from '../../../src/pulse/results/trend.ts';
import { InvariantError } from '../../../src/shared/errors.ts';
import { anItem } from '../../support/builders.ts';
import { mark } from '../../support/generators.ts';

const ITEM = anItem('a');

/** What is published of one question to which people gave these marks. */
const published = (marks: readonly Mark[], guarded = false): ReachedResult => {
  const answers = marks.map((given) => ({ marks: { a: given } }));
  const result = tally({ items: [ITEM], answers, commentPages: 0, guarded });
  if (!result.reached) throw new InvariantError('too few answers for a result');
  return result;
};

/** So many who agree and so many who do not, never all alike unless all are of one kind. */
const votes = (yes: number, no: number): readonly Mark[] => [
  ...Array.from({ length: yes }, (): Mark => 5),
  ...Array.from({ length: no }, (): Mark => 2),
];

const trend = (now: readonly Mark[], ...before: readonly (readonly Mark[])[]) =>
  trendOf(
    ITEM,
    published(now),
    before.map((marks) => published(marks)),
  );

describe('where bars were drawn', () => {
  test('more or fewer is said from two people on, and nothing of one', () => {
    const three = [votes(5, 5), votes(5, 5), votes(5, 5)];
    expect(trend(votes(7, 3), ...three)).toBe('more');
    expect(trend(votes(6, 4), ...three)).toBeUndefined();
    expect(trend(votes(5, 5), ...three)).toBeUndefined();
    expect(trend(votes(4, 6), ...three)).toBeUndefined();
    expect(trend(votes(3, 7), ...three)).toBe('fewer');
  });

  test('two people are measured in the smaller of two rounds', () => {
    const eight = [votes(4, 4), votes(4, 4), votes(4, 4)];
    expect(trend(votes(12, 4), ...eight)).toBe('more');
    expect(trend(votes(11, 5), ...eight)).toBeUndefined();
    const sixteen = [votes(8, 8), votes(8, 8), votes(8, 8)];
    expect(trend(votes(6, 2), ...sixteen)).toBe('more');
    expect(trend(votes(5, 3), ...sixteen)).toBeUndefined();
  });

  test('it must hold against every one of the three rounds', () => {
    expect(trend(votes(7, 3), votes(5, 5), votes(6, 4), votes(5, 5))).toBeUndefined();
    expect(trend(votes(7, 3), votes(5, 5), votes(4, 6), votes(3, 7))).toBe('more');
    expect(trend(votes(5, 5), votes(7, 3), votes(3, 7), votes(7, 3))).toBeUndefined();
  });

  test('a round before those three plays no part', () => {
    const three = [votes(5, 5), votes(5, 5), votes(5, 5)];
    expect(trend(votes(7, 3), ...three, votes(9, 1))).toBe('more');
  });

  test('two rounds are too few', () => {
    expect(trend(votes(9, 1), votes(2, 8), votes(2, 8))).toBeUndefined();
  });
});

describe('where only words were said', () => {
  test('of five answers two steps are two people, one step is not', () => {
    const few = [votes(1, 4), votes(1, 4), votes(1, 4)];
    expect(trend(votes(3, 2), ...few)).toBe('more');
    expect(trend(votes(2, 3), ...few)).toBeUndefined();
    const nearly = [votes(4, 1), votes(4, 1), votes(4, 1)];
    expect(trend(votes(2, 3), ...nearly)).toBe('fewer');
  });

  test('of six answers two steps could be less than two people, three are not', () => {
    const few = [votes(2, 4), votes(2, 4), votes(2, 4)];
    expect(trend(votes(4, 2), ...few)).toBeUndefined();
    expect(trend(votes(5, 1), ...few)).toBe('more');
  });

  test('nothing is said where all were alike, too few could say, or a round was guarded', () => {
    const few = [votes(1, 4), votes(1, 4), votes(1, 4)];
    const alike: readonly Mark[] = [4, 4, 5, 5, 5];
    const unsure: readonly Mark[] = [...votes(4, 0), 'cannot-say', 'cannot-say'];
    expect(trend(alike, ...few)).toBeUndefined();
    expect(trend(unsure, ...few)).toBeUndefined();
    const before = few.map((marks) => published(marks));
    expect(trendOf(ITEM, published(votes(4, 1), true), before)).toBeUndefined();
    expect(
      trendOf(ITEM, published(votes(4, 1)), [...before.slice(1), published(votes(1, 4), true)]),
    ).toBeUndefined();
  });
});

/** Everything that ever stands in the channel about these rounds. */
const posts = (rounds: readonly (readonly Mark[])[]): string =>
  JSON.stringify(rounds.map((marks) => published(marks)));

describe('no word about change gives anything away', () => {
  const [least, most] = [5, 9];
  const round = fc.array(mark(), { minLength: least, maxLength: most });
  const history = fc.array(round, { minLength: 4, maxLength: 4 });

  test('whatever was answered behind the same posts, it is the same', () => {
    // All that people could have answered who are of one size, by what was published of it.
    const behind = new Map<string, (readonly Mark[])[]>();
    const collect = (marks: readonly Mark[], from: number): void => {
      if (marks.length >= least && marks.length <= 6) {
        const key = posts([marks]);
        behind.set(key, [...(behind.get(key) ?? []), marks]);
      }
      if (marks.length === 6) return;
      const all: readonly Mark[] = [1, 2, 3, 4, 5, 'cannot-say'];
      for (const [index, given] of all.entries()) if (index >= from) collect([...marks, given], index);
    };
    collect([], 0);
    const groups = [...behind.values()].filter((group) => group.length > 1);
    expect(groups.length).toBeGreaterThan(5);
    const one = fc.constantFrom(...groups);
    let said = 0;
    fc.assert(
      fc.property(fc.tuple(one, one, one, one), fc.infiniteStream(fc.nat()), (four, dice) => {
        const pick = (): readonly (readonly Mark[])[] =>
          four.map((group) => group[(dice.next().value ?? 0) % group.length] ?? []);
        const [first, second] = [pick(), pick()];
        expect(posts(first)).toBe(posts(second));
        const words = ([now = [], ...before]: readonly (readonly Mark[])[]) => trend(now, ...before);
        expect(words(first)).toBe(words(second));
        if (words(first) !== undefined) said += 1;
      }),
      { numRuns: 2000 },
    );
    expect(said).toBeGreaterThan(0);
  });

  test('what is said is true of the answers behind it, by two people’s worth', () => {
    const share = (marks: readonly Mark[]) => {
      const valid = marks.filter((given) => given !== 'cannot-say');
      return { yes: valid.filter((given) => given >= 4).length / valid.length, of: valid.length };
    };
    fc.assert(
      fc.property(history, ([now = [], ...before]) => {
        const said = trend(now, ...before);
        if (said === undefined) return;
        for (const then of before) {
          const [one, other] = [share(now), share(then)];
          const worth = (one.yes - other.yes) * Math.min(one.of, other.of) * (said === 'more' ? 1 : -1);
          expect(worth).toBeGreaterThan(1.999);
        }
      }),
      { numRuns: 3000 },
    );
  });
});
