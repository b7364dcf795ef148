import * as z from 'zod/mini';
import type { AggregateRepository } from '../../src/ports/aggregate-repository.ts';
import { THEMES } from '../../src/pulse/answers/answer.ts';
import type { RoundResult } from '../../src/pulse/results/result.ts';
import type { Round } from '../../src/pulse/round.ts';
import { aggregateFields } from './aggregate-item.ts';
import { makeAggregateRepository } from './aggregate-repository.ts';
import type { DynamoTable } from './dynamo-table.ts';
import { roundItems, texts } from './round-form.ts';
import { conversationRef, instant, language, personRef } from './schemas.ts';
import type { FieldsOf } from './schemas.ts';

const count = z.int();

const result: z.ZodMiniType<RoundResult> = z.discriminatedUnion('reached', [
  z.object({ reached: z.literal(false), lost: z.optional(z.boolean()) }),
  z.object({
    reached: z.literal(true),
    answers: z.optional(count),
    first: z.optional(z.string()),
    items: z.array(
      z.discriminatedUnion('enough', [
        z.object({ item: z.string(), enough: z.literal(false) }),
        z.object({
          item: z.string(),
          enough: z.literal(true),
          wording: z.enum(['nearly-everyone', 'most', 'mixed', 'few', 'alike']),
          counts: z.optional(z.tuple([count, count, count, count, count])),
          cannotSay: z.optional(count),
          trend: z.optional(z.enum(['more', 'fewer'])),
        }),
      ]),
    ),
    compared: z.optional(z.boolean()),
    commentPages: count,
    themes: z.optional(z.array(z.enum(THEMES))),
  }),
]);

export const roundFields = {
  ...aggregateFields,
  team: z.string(),
  trial: z.optional(z.boolean()),
  number: z.int(),
  previous: z.optional(z.string()),
  state: z.enum(['open', 'closing', 'closed']),
  home: conversationRef,
  alsoIn: z.optional(z.array(conversationRef)),
  leads: z.array(personRef),
  language,
  zone: z.string(),
  items: roundItems,
  prompt: texts,
  opensAt: instant,
  closesAt: instant,
  remindAt: z.optional(instant),
  extendedFrom: z.optional(instant),
  asked: count,
  result: z.optional(result),
  withheld: z.optional(z.boolean()),
  published: z.optional(z.boolean()),
} satisfies FieldsOf<Round>;

export const makeDynamoRoundRepository = (table: DynamoTable): AggregateRepository<Round> =>
  makeAggregateRepository({ table, kind: 'round', schema: z.object(roundFields) });
