import * as z from 'zod/mini';
import type { AggregateRepository } from '../../src/ports/aggregate-repository.ts';
import type { Removal } from '../../src/retention/removal.ts';
import { aggregateFields } from './aggregate-item.ts';
import { makeAggregateRepository } from './aggregate-repository.ts';
import type { DynamoTable } from './dynamo-table.ts';
import { instant } from './schemas.ts';
import type { FieldsOf } from './schemas.ts';

export const removalFields = {
  ...aggregateFields,
  since: instant,
  begun: z.optional(z.boolean()),
} satisfies FieldsOf<Removal>;

export const makeDynamoRemovalRepository = (table: DynamoTable): AggregateRepository<Removal> =>
  makeAggregateRepository({ table, kind: 'removal', schema: z.object(removalFields) });
