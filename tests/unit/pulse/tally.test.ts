import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { THEMES } from '../../../src/pulse/answers/answer.ts';
import type { Answer, Mark } from '../../../src/pulse/answers/answer.ts';
import type { ItemResult, RoundResult } from '../../../src/pulse/results/result.ts';
import { showableComments, tally } from '../../../src/pulse/results/tally.ts';
import { anAnswer, anItem } from '../../support/builders.ts';
import { answer, mark } from '../../support/generators.ts';

const ITEMS = [anItem('a'), anItem('b'), anItem('c')];
const times = (count: number, given: Mark): readonly Mark[] => Array.from({ length: count }, () => given);

const tallyAll = (answers: readonly Answer[], guarded = false): RoundResult =>
  tally({ items: ITEMS, answers, commentPages: 0, guarded });

/** What is kept of one question to which people gave these marks. */
const kept = (marks: readonly Mark[], guarded = false): ItemResult | undefined => {
  const answers = marks.map((given) => ({ marks: { a: given } }));
  const result = tally({ items: [anItem('a')], answers, commentPages: 0, guarded });
  return result.reached ? result.items[0] : undefined;
};

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);

describe('of a question', () => {
  test('nothing is kept at four marks that count, whoever else could not say', () => {
    expect(kept([...times(4, 5), 'cannot-say'])).toEqual({ item: 'a', enough: false });
    expect(kept([...times(4, 5), ...times(20, 'cannot-say')])).toEqual({ item: 'a', enough: false });
  });

  test('words are kept from five marks on, and nothing that is behind them', () => {
    expect(kept([1, 2, 2, 5, 5])).toEqual({ item: 'a', enough: true, wording: 'mixed' });
    expect(kept([1, 2, 2, 4, 4, 5, 5])).toEqual({ item: 'a', enough: true, wording: 'mixed' });
  });

  test('the distribution is kept from eight marks on', () => {
    expect(kept([1, 2, 2, 4, 4, 5, 5, 5])).toEqual({
      item: 'a',
      enough: true,
      wording: 'most',
      counts: [1, 2, 0, 2, 3],
    });
  });

  test('no distribution is kept where all are alike', () => {
    expect(kept([...times(9, 4), ...times(9, 5)])).toEqual({ item: 'a', enough: true, wording: 'alike' });
  });

  test.each([1, 4])('no distribution is kept when %i could not say: what is missing would tell', (count) => {
    expect(kept([1, 2, 2, 4, 4, 5, 5, 5, ...times(count, 'cannot-say')])).toEqual({
      item: 'a',
      enough: true,
      wording: 'most',
    });
  });

  test.each([5, 6])('that %i could not say is kept', (count) => {
    expect(kept([1, 2, 2, 4, 4, 5, 5, 5, ...times(count, 'cannot-say')])).toEqual({
      item: 'a',
      enough: true,
      wording: 'most',
      counts: [1, 2, 0, 2, 3],
      cannotSay: count,
    });
    expect(kept([1, 2, 2, 5, 5, ...times(count, 'cannot-say')])).toEqual({
      item: 'a',
      enough: true,
      wording: 'mixed',
      cannotSay: count,
    });
  });

  test('only words are kept of a guarded round', () => {
    const marks: readonly Mark[] = [1, 2, 2, 4, 4, 5, 5, 5, ...times(5, 'cannot-say')];
    expect(kept(marks, true)).toEqual({ item: 'a', enough: true, wording: 'most' });
  });

  test('never fewer than eight marks are kept, nor that one to four could not say, nor what lets it be worked out', () => {
    fc.assert(
      fc.property(fc.array(mark(), { minLength: 5, maxLength: 30 }), (marks) => {
        const result = kept(marks);
        const valid = marks.filter((given) => given !== 'cannot-say').length;
        const counts = result?.enough ? (result.counts ?? []) : [];
        const cannotSay = result?.enough ? (result.cannotSay ?? 0) : 0;
        expect(result?.enough).toBe(valid >= 5);
        expect([1, 2, 3, 4]).not.toContain(cannotSay);
        expect([0, valid]).toContain(sum(counts));
        expect(counts.length === 0 || valid >= 8).toBe(true);
        expect([1, 2, 3, 4]).not.toContain(counts.length === 0 ? 0 : marks.length - sum(counts));
      }),
      { numRuns: 300 },
    );
  });

  test('the order of the marks does not matter', () => {
    fc.assert(
      fc.property(fc.array(mark(), { maxLength: 30 }), (marks) => {
        expect(kept([...marks].reverse())).toEqual(kept(marks));
      }),
    );
  });
});

describe('of a round', () => {
  const answers = (count: number): readonly Answer[] =>
    Array.from({ length: count }, () => anAnswer([4, 3, 'cannot-say']));

  test('not even a number is kept at four answers', () => {
    expect(tallyAll(answers(4))).toEqual({ reached: false });
    expect(tallyAll([])).toEqual({ reached: false });
    expect(tallyAll(answers(4), true)).toEqual({ reached: false });
  });

  test('the number of answers is kept from five on, with each question as it was asked', () => {
    expect(tally({ items: ITEMS, answers: answers(5), commentPages: 2, guarded: false })).toEqual({
      reached: true,
      answers: 5,
      items: [
        { item: 'a', enough: true, wording: 'alike' },
        { item: 'b', enough: true, wording: 'alike' },
        { item: 'c', enough: false },
      ],
      commentPages: 2,
    });
  });

  test('no number at all is kept of a guarded one', () => {
    fc.assert(
      fc.property(fc.array(answer(ITEMS), { minLength: 5, maxLength: 14 }), (given) => {
        expect(JSON.stringify(tallyAll(given, true)).replace('"commentPages":0', '')).not.toMatch(/\d/);
      }),
    );
  });

  test('the same is kept for every order and pairing of the answers', () => {
    fc.assert(
      fc.property(fc.array(answer(ITEMS), { minLength: 5, maxLength: 12 }), (given) => {
        const marksOf = (id: string): readonly Mark[] => given.map(({ marks }) => marks[id] ?? 'cannot-say');
        const shuffled = given.map(
          ({ theme }, index): Answer => ({
            theme,
            marks: {
              a: marksOf('a')[index] ?? 'cannot-say',
              b: [...marksOf('b')].reverse()[index] ?? 'cannot-say',
              c: [...marksOf('c').slice(1), ...marksOf('c').slice(0, 1)][index] ?? 'cannot-say',
            },
          }),
        );
        expect(tallyAll(shuffled)).toEqual(tallyAll(given));
      }),
    );
  });
});

describe('the question to talk about first', () => {
  const first = (...columns: readonly (readonly Mark[])[]): string | undefined => {
    const [longest = []] = [...columns].sort((a, b) => b.length - a.length);
    const answers = longest.map((_, index) => ({
      marks: Object.fromEntries(columns.map((marks, item) => ['abc'[item], marks[index] ?? 'cannot-say'])),
    }));
    const result = tallyAll(answers);
    return result.reached ? result.first : undefined;
  };
  const someMarks = fc
    .array(fc.constantFrom<Mark>(1, 2, 3, 4, 5), { minLength: 5, maxLength: 12 })
    .filter((marks) => marks.includes(1) && marks.includes(5));

  test('has the widest spread', () => {
    expect(first([1, 2, 3, 4, 5], [1, 1, 1, 5, 5], [2, 2, 3, 4, 4])).toBe('b');
  });

  test('is the earlier of equals', () => {
    expect(first([3, 3, 3, 3, 4], [1, 2, 2, 2, 4], [2, 4, 4, 4, 5])).toBe('b');
  });

  test('is the earlier of two that differ only in the direction of the scale', () => {
    const mirrored = new Map<Mark, Mark>([
      [1, 5],
      [2, 4],
      [3, 3],
      [4, 2],
      [5, 1],
    ]);
    fc.assert(
      fc.property(someMarks, (marks) => {
        expect(
          first(
            marks,
            marks.map((given) => mirrored.get(given) ?? given),
          ),
        ).toBe('a');
      }),
    );
  });

  test('is the earlier of two where the same was said, by some and by twice as many', () => {
    fc.assert(
      fc.property(someMarks, (marks) => {
        expect(first(marks, [...marks, ...marks])).toBe('a');
        expect(first([...marks, ...marks], marks)).toBe('a');
      }),
    );
  });

  test('is none when all are alike, and none of too few marks', () => {
    expect(first([4, 4, 4, 5, 5], [1, 1, 5, 5], [2, 2, 2, 2, 2])).toBeUndefined();
  });
});

describe('comments', () => {
  const said = (count: number, what: Omit<Answer, 'marks'> = {}): readonly Answer[] =>
    Array.from({ length: count }, () => ({ ...anAnswer([3, 3, 3]), ...what }));
  const written = (texts: number, silent: number): readonly Answer[] => [
    ...Array.from({ length: texts }, (_, index) => anAnswer([3, 3, 3], `text ${index}`)),
    ...said(silent),
  ];
  const themesOf = (answers: readonly Answer[], guarded = false) => {
    const result = tallyAll(answers, guarded);
    return result.reached ? result.themes : undefined;
  };

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

  test('are not shown where one stands alone among themes, however many: it would be mixed with nothing', () => {
    const one = written(1, 3);
    expect(showableComments([...one, ...said(1)])).toEqual([]);
    expect(showableComments([...one, ...said(1, { theme: 'tools' })])).toEqual([]);
    expect(showableComments([...one, ...said(5, { theme: 'tools' })])).toEqual([]);
    expect(themesOf([...one, ...said(5, { theme: 'tools' })])).toEqual(['tools']);
    expect(showableComments([...written(2, 3), ...said(1, { theme: 'tools' })])).toHaveLength(2);
  });

  test('name a theme that three chose, and keep nothing of one that two chose', () => {
    const answers = [...said(3, { theme: 'tools' }), ...said(2, { theme: 'shifts' }), ...said(1)];
    expect(themesOf(answers)).toEqual(['tools']);
    expect(JSON.stringify(tallyAll(answers))).not.toContain('shifts');
    expect(themesOf([...said(2, { theme: 'tools' }), ...said(4)])).toBeUndefined();
  });

  test('name themes in the order of the form, whichever more people chose', () => {
    const answers = [...said(5, { theme: 'other' }), ...said(3, { theme: 'workload' })];
    expect(themesOf(answers)).toEqual(['workload', 'other']);
    expect(themesOf([...answers, ...said(4, { theme: 'workload' })])).toEqual(['workload', 'other']);
  });

  test('name no theme below the gate', () => {
    expect(tallyAll(said(4, { theme: 'tools' }))).toEqual({ reached: false });
  });

  test('never let anything of a theme through that fewer than three chose, in any order', () => {
    fc.assert(
      fc.property(fc.array(answer(ITEMS), { maxLength: 30 }), fc.boolean(), (given, guarded) => {
        const result = tallyAll(given, guarded);
        const chosen = (theme: string): number => given.filter((one) => one.theme === theme).length;
        const named = result.reached ? (result.themes ?? []) : [];
        expect(named).toEqual(given.length < 5 ? [] : THEMES.filter((theme) => chosen(theme) >= 3));
        const stored = JSON.stringify(result);
        expect(THEMES.filter((theme) => stored.includes(`"${theme}"`))).toEqual(named);
        expect(tallyAll([...given].reverse(), guarded)).toEqual(result);
      }),
    );
  });

  test('never show a text of somebody who chose a theme', () => {
    fc.assert(
      fc.property(fc.array(answer(ITEMS), { maxLength: 12 }), (given) => {
        const texts = given.flatMap(({ comment }) => comment ?? []);
        const open = given.length >= 5 && texts.length >= 2;
        expect(showableComments(given)).toEqual(open ? texts : []);
      }),
    );
  });
});
