import type { FormValues } from '../../chat/form.ts';
import type { Result } from '../../shared/result.ts';
import { ok, refuse } from '../../shared/result.ts';
import type { Answer, Mark, RoundItem } from './answer.ts';
import { COMMENT_MOST, THEMES } from './answer.ts';
import type { AnswerRefusal } from '../refusals.ts';

export const COMMENT_FIELD = 'comment';

/** How the text may appear: {@link VERBATIM}, or a theme in its place. */
export const APPEAR_FIELD = 'appear';
export const VERBATIM = 'verbatim';

/** The field of an item's mark in the form. */
export const markField = (item: RoundItem): string => `item-${item.id}`;

export const MARKS: readonly Mark[] = [1, 2, 3, 4, 5, 'cannot-say'];

const readMark = (value: FormValues[string] | undefined): Mark | undefined =>
  MARKS.find((mark) => String(mark) === value);

type Unreadable = Extract<AnswerRefusal, { code: 'mark-missing' | 'comment-too-long' | 'choice-invalid' }>;

/** The text, or the theme that stands for it: then whatever was typed ends here. */
const readComment = (values: FormValues): Result<Omit<Answer, 'marks'>, Unreadable> => {
  const appear = values[APPEAR_FIELD] ?? VERBATIM;
  const theme = THEMES.find((known) => known === appear);
  if (theme !== undefined) return ok({ theme });
  if (appear !== VERBATIM) return refuse({ code: 'choice-invalid', field: APPEAR_FIELD });
  const typed = values[COMMENT_FIELD];
  const comment = typeof typed === 'string' ? typed.trim() : '';
  if (comment.length > COMMENT_MOST) return refuse({ code: 'comment-too-long' });
  return ok(comment === '' ? {} : { comment });
};

/**
 * Reads what came back from the form. Refuses without a mark for every item, with too long a comment, and what is none
 * of the options.
 */
export const readAnswer = (items: readonly RoundItem[], values: FormValues): Result<Answer, Unreadable> => {
  const marks: Record<string, Mark> = {};
  const missing: string[] = [];
  for (const item of items) {
    const mark = readMark(values[markField(item)]);
    if (mark === undefined) missing.push(markField(item));
    else marks[item.id] = mark;
  }
  if (missing.length > 0) return refuse({ code: 'mark-missing', fields: missing });
  const comment = readComment(values);
  return comment.ok ? ok({ marks, ...comment.value }) : comment;
};
