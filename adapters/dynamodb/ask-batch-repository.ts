import * as z from 'zod';
import type { AggregateRepository } from '../../src/ports/aggregate-repository.ts';
import type { AskBatch } from '../../src/pulse/ask-batch.ts';
import { aggregateFields } from './aggregate-item.ts';
import { makeAggregateRepository } from './aggregate-repository.ts';
import type { DynamoTable } from './dynamo-table.ts';
import { instant, personRef } from './schemas.ts';

const askBatch: z.ZodType<AskBatch> = z.object({
  ...aggregateFields,
  round: z.string(),
  people: z.array(personRef),
  last: z.boolean(),
  askAt: instant,
  closesAt: instant,
});

export const makeDynamoAskBatchRepository = (table: DynamoTable): AggregateRepository<AskBatch> =>
  makeAggregateRepository({ table, kind: 'asks', schema: askBatch });
