import * as z from 'zod/mini';
import type { AggregateRepository } from '../../src/ports/aggregate-repository.ts';
import type { AskBatch } from '../../src/pulse/asks/ask-batch.ts';
import { aggregateFields } from './aggregate-item.ts';
import { makeAggregateRepository } from './aggregate-repository.ts';
import type { DynamoTable } from './dynamo-table.ts';
import { instant, personRef } from './schemas.ts';
import type { FieldsOf } from './schemas.ts';

export const askBatchFields = {
  ...aggregateFields,
  round: z.string(),
  people: z.array(personRef),
  last: z.boolean(),
  closesAt: instant,
} satisfies FieldsOf<AskBatch>;

export const makeDynamoAskBatchRepository = (table: DynamoTable): AggregateRepository<AskBatch> =>
  makeAggregateRepository({ table, kind: 'asks', schema: z.object(askBatchFields) });
