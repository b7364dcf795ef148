import * as fc from 'fast-check';
import type { Answer, Mark, RoundItem } from '../../src/pulse/answers/answer.ts';
import { THEMES } from '../../src/pulse/answers/answer.ts';
import { MARKS } from '../../src/pulse/answers/read-answer.ts';
import type { FormValues } from '../../src/chat/form.ts';

export const mark = (): fc.Arbitrary<Mark> => fc.constantFrom(...MARKS);

/** What a platform could send back under these names: nothing, a word, a list, the unexpected. */
export const formValues = (names: readonly string[], likely: readonly string[]): fc.Arbitrary<FormValues> => {
  const name = fc.oneof({ arbitrary: fc.constantFrom(...names), weight: 5 }, fc.string());
  const value = fc.oneof(
    { arbitrary: fc.constantFrom(...likely), weight: 3 },
    fc.string(),
    fc.array(fc.string(), { maxLength: 3 }),
  );
  return fc.array(fc.tuple(name, value), { maxLength: 8 }).map((entries) => Object.fromEntries(entries));
};

/** A complete answer to the items. */
export const answer = (items: readonly RoundItem[]): fc.Arbitrary<Answer> => {
  const marks = fc.record(Object.fromEntries(items.map(({ id }) => [id, mark()])));
  const said = fc.oneof<fc.Arbitrary<Omit<Answer, 'marks'>>[]>(
    fc.constant({}),
    fc.record({ comment: fc.string({ minLength: 1, maxLength: 30 }) }),
    fc.record({ theme: fc.constantFrom(...THEMES) }),
  );
  return fc.tuple(marks, said).map(([given, rest]) => ({ marks: given, ...rest }));
};
