import type { Comment } from '../../src/ports/comments.ts';

/** What can be read of a stored page, in its order. */
export const textsOf = (page: readonly Comment[] | undefined): readonly string[] =>
  (page ?? []).flatMap(({ text }) => text ?? []);

/** A page as the close makes one. */
export const commentsOf = (...texts: readonly string[]): readonly Comment[] =>
  texts.map((text, index) => ({ id: `id-${index}`, text }));
