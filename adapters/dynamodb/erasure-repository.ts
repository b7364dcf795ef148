import * as z from 'zod/mini';
import { SWEPT } from '../../src/mine/erasure.ts';
import type { Erasure } from '../../src/mine/erasure.ts';
import type { AggregateRepository } from '../../src/ports/aggregate-repository.ts';
import { aggregateFields } from './aggregate-item.ts';
import { makeAggregateRepository } from './aggregate-repository.ts';
import type { DynamoTable } from './dynamo-table.ts';
import { personRef } from './schemas.ts';
import type { FieldsOf } from './schemas.ts';

export const erasureFields = {
  ...aggregateFields,
  person: personRef,
  state: z.enum(['planned', 'begun', 'sweeping']),
  place: z.optional(
    z.object({
      what: z.enum(SWEPT),
      after: z.optional(z.string()),
      met: z.boolean(),
      stuck: z.optional(z.boolean()),
    }),
  ),
} satisfies FieldsOf<Erasure>;

export const makeDynamoErasureRepository = (table: DynamoTable): AggregateRepository<Erasure> =>
  makeAggregateRepository({ table, kind: 'erasure', schema: z.object(erasureFields) });
