import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Answer, Mark } from '../../../src/pulse/answer.ts';
import { showableComments, tally, tallyItem } from '../../../src/pulse/tally.ts';
import { anAnswer, anItem } from '../../support/builders.ts';
import { answer, mark } from '../../support/generators.ts';

const ITEMS = [anItem('a'), anItem('b'), anItem('c')];
const times = (count: number, given: Mark): readonly Mark[] => Array.from({ length: count }, () => given);
const answers = (count: number): readonly Answer[] =>
  Array.from({ length: count }, () => anAnswer([4, 3, 'cannot-say']));

describe('the gate of an item', () => {
  test('keeps nothing at four marks that count, whoever else could not say', () => {
    expect(tallyItem('a', times(4, 5))).toEqual({ item: 'a', enough: false });
    expect(tallyItem('a', [...times(4, 5), ...times(20, 'cannot-say')])).toEqual({
      item: 'a',
      enough: false,
    });
  });

  test('counts at five marks', () => {
    expect(tallyItem('a', [1, 2, 2, 5, 5])).toEqual({
      item: 'a',
      enough: true,
      counts: [1, 2, 0, 0, 2],
      cannotSay: 0,
    });
  });

  test('holds on the marks that count, not on the answers', () => {
    expect(tallyItem('a', [...times(4, 3), 'cannot-say'])).toEqual({ item: 'a', enough: false });
    expect(tallyItem('a', [...times(5, 3), 'cannot-say'])).toMatchObject({ counts: [0, 0, 5, 0, 0] });
  });

  test.each([
    [1, undefined],
    [4, undefined],
    [5, 5],
    [6, 6],
  ])('with %i who could not say keeps %p', (count, kept) => {
    const result = tallyItem('a', [...times(5, 3), ...times(count, 'cannot-say')]);
    expect(result).toEqual({
      item: 'a',
      enough: true,
      counts: [0, 0, 5, 0, 0],
      ...(kept === undefined ? {} : { cannotSay: kept }),
    });
  });

  test('never keeps fewer than five marks, nor one to four who could not say', () => {
    fc.assert(
      fc.property(fc.array(mark(), { maxLength: 30 }), (marks) => {
        const result = tallyItem('a', marks);
        const valid = marks.filter((given) => given !== 'cannot-say').length;
        const kept = result.enough ? result.counts.reduce((sum, count) => sum + count, 0) : 0;
        const cannotSay = result.enough ? (result.cannotSay ?? 0) : 0;
        expect(kept).toBe(valid < 5 ? 0 : valid);
        expect([1, 2, 3, 4]).not.toContain(cannotSay);
      }),
    );
  });

  test('does not depend on the order of the marks', () => {
    fc.assert(
      fc.property(fc.array(mark(), { maxLength: 30 }), (marks) => {
        expect(tallyItem('a', [...marks].reverse())).toEqual(tallyItem('a', marks));
      }),
    );
  });
});

describe('the gate of a round', () => {
  test('keeps not even a number at four answers', () => {
    expect(tally(ITEMS, answers(4), 0)).toEqual({ reached: false });
    expect(tally(ITEMS, [], 0)).toEqual({ reached: false });
  });

  test('counts every item at five answers', () => {
    expect(tally(ITEMS, answers(5), 1)).toEqual({
      reached: true,
      answers: 5,
      items: [
        { item: 'a', enough: true, counts: [0, 0, 0, 5, 0], cannotSay: 0 },
        { item: 'b', enough: true, counts: [0, 0, 5, 0, 0], cannotSay: 0 },
        { item: 'c', enough: false },
      ],
      commentPages: 1,
    });
  });

  test('keeps counts alone: the same result for every order and pairing of the answers', () => {
    fc.assert(
      fc.property(fc.array(answer(ITEMS), { minLength: 5, maxLength: 12 }), (given) => {
        const marksOf = (id: string): readonly Mark[] => given.map(({ marks }) => marks[id] ?? 'cannot-say');
        const shuffled = given.map(
          (_, index): Answer => ({
            marks: {
              a: marksOf('a')[index] ?? 'cannot-say',
              b: [...marksOf('b')].reverse()[index] ?? 'cannot-say',
              c: [...marksOf('c').slice(1), ...marksOf('c').slice(0, 1)][index] ?? 'cannot-say',
            },
          }),
        );
        expect(tally(ITEMS, shuffled, 0)).toEqual(tally(ITEMS, given, 0));
      }),
    );
  });
});

describe('comments', () => {
  const written = (texts: number, silent: number): readonly Answer[] => [
    ...Array.from({ length: texts }, (_, index) => anAnswer([3, 3, 3], `text ${index}`)),
    ...Array.from({ length: silent }, () => anAnswer([3, 3, 3])),
  ];

  test.each([
    [4, 0, 0],
    [1, 4, 0],
    [2, 2, 0],
    [2, 3, 2],
    [5, 0, 5],
    [0, 9, 0],
  ])('of %i answers with a text and %i without, %i are shown', (texts, silent, shown) => {
    expect(showableComments(written(texts, silent))).toHaveLength(shown);
  });

  test('are shown as they were written, in the order given', () => {
    expect(showableComments(written(2, 3))).toEqual(['text 0', 'text 1']);
  });
});
