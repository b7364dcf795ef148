import type { FormValues } from '../chat/form.ts';
import type { Result } from '../shared/result.ts';
import { ok, refuse } from '../shared/result.ts';
import type { Answer, Mark, RoundItem } from './answer.ts';
import { COMMENT_MOST } from './answer.ts';
import type { AnswerRefusal } from './refusals.ts';

export const COMMENT_FIELD = 'comment';

/** The field of an item's mark in the form. */
export const markField = (item: RoundItem): string => `item-${item.id}`;

export const MARKS: readonly Mark[] = [1, 2, 3, 4, 5, 'cannot-say'];

const readMark = (value: FormValues[string] | undefined): Mark | undefined =>
  MARKS.find((mark) => String(mark) === value);

/** Reads what came back from the form. Refuses without a mark for every item or with too long a comment. */
export const readAnswer = (
  items: readonly RoundItem[],
  values: FormValues,
): Result<Answer, Extract<AnswerRefusal, { code: 'mark-missing' | 'comment-too-long' }>> => {
  const marks: Record<string, Mark> = {};
  const missing: string[] = [];
  for (const item of items) {
    const mark = readMark(values[markField(item)]);
    if (mark === undefined) missing.push(markField(item));
    else marks[item.id] = mark;
  }
  if (missing.length > 0) return refuse({ code: 'mark-missing', fields: missing });

  const typed = values[COMMENT_FIELD];
  const comment = typeof typed === 'string' ? typed.trim() : '';
  if (comment.length > COMMENT_MOST) return refuse({ code: 'comment-too-long' });
  return ok({ marks, ...(comment === '' ? {} : { comment }) });
};
