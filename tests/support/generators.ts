import * as fc from 'fast-check';
import type { Answer, Mark, RoundItem } from '../../src/pulse/answer.ts';
import { MARKS } from '../../src/pulse/read-answer.ts';
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
export const answer = (items: readonly RoundItem[]): fc.Arbitrary<Answer> =>
  fc.record(
    {
      marks: fc.record(Object.fromEntries(items.map(({ id }) => [id, mark()]))),
      comment: fc.string({ minLength: 1, maxLength: 30 }),
    },
    { requiredKeys: ['marks'] },
  );
