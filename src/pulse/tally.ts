import type { Answer, Mark, RoundItem } from './answer.ts';
import { CANNOT_SAY_FROM, COMMENTS_FROM, WORDS_FROM } from './gates.ts';
import type { Counts, ItemResult, RoundResult } from './result.ts';

const times = (marks: readonly Mark[], mark: Mark): number => marks.filter((given) => given === mark).length;

/** Counts of one item; nothing but "not enough" below the gate, which holds on the marks that count (R6). */
export const tallyItem = (item: string, marks: readonly Mark[]): ItemResult => {
  const counts: Counts = [
    times(marks, 1),
    times(marks, 2),
    times(marks, 3),
    times(marks, 4),
    times(marks, 5),
  ];
  const valid = counts.reduce((sum, count) => sum + count, 0);
  if (valid < WORDS_FROM) return { item, enough: false };
  const cannotSay = times(marks, 'cannot-say');
  const showable = cannotSay === 0 || cannotSay >= CANNOT_SAY_FROM;
  return { item, enough: true, counts, ...(showable ? { cannotSay } : {}) };
};

const tallyable = (answers: readonly Answer[]): boolean => answers.length >= WORDS_FROM;

/** The comments that may be shown, in the order given; none below the gates. */
export const showableComments = (answers: readonly Answer[]): readonly string[] => {
  const comments = answers.flatMap(({ comment }) => (comment === undefined ? [] : [comment]));
  return tallyable(answers) && comments.length >= COMMENTS_FROM ? comments : [];
};

/** What is kept of a round: counts per item. Below the gate not even a number. */
export const tally = (
  items: readonly RoundItem[],
  answers: readonly Answer[],
  commentPages: number,
): RoundResult => {
  if (!tallyable(answers)) return { reached: false };
  const marksOf = (item: string): readonly Mark[] =>
    answers.flatMap(({ marks }) => {
      const mark = marks[item];
      return mark === undefined ? [] : [mark];
    });
  return {
    reached: true,
    answers: answers.length,
    items: items.map(({ id }) => tallyItem(id, marksOf(id))),
    commentPages,
  };
};
