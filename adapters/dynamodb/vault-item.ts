import * as z from 'zod/mini';
import { THEMES } from '../../src/pulse/answers/answer.ts';
import type { Answer, RoundHead } from '../../src/pulse/answers/answer.ts';
import { roundItems, texts } from './round-form.ts';
import { instant, language } from './schemas.ts';
import type { FieldsOf } from './schemas.ts';

/*
 * Rows of the vault. A slot is empty, holds an answer, or is sealed; nothing in it depends on when it was written (R3).
 * A tombstone is a row with nothing but its key, `sealed` and `ttl`: what every row of a closed round ends as.
 */

export const headFields = {
  round: z.string(),
  team: z.string(),
  items: roundItems,
  prompt: texts,
  closesAt: instant,
  zone: z.string(),
  language,
  fewShare: z.optional(z.array(language)),
} satisfies FieldsOf<RoundHead>;

export const answerFields = {
  marks: z.record(z.string(), z.literal([1, 2, 3, 4, 5, 'cannot-say'])),
  comment: z.optional(z.string()),
  theme: z.optional(z.enum(THEMES)),
} satisfies FieldsOf<Answer>;

export const headRow = z.object({
  head: z.optional(z.object(headFields)),
  key: z.optional(z.instanceof(Uint8Array)),
});

export const slotRow = z.object({
  pk: z.string(),
  sk: z.string(),
  answer: z.optional(z.object(answerFields)),
  /** When its person wants to be asked once more. */
  later: z.optional(instant),
});

/** What a row is told by, without reading what somebody said. */
export const bareRow = z.object({ pk: z.string(), sk: z.string(), ttl: z.int() });
