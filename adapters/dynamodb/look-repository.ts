import * as z from 'zod/mini';
import type { AggregateRepository } from '../../src/ports/aggregate-repository.ts';
import type { Look } from '../../src/pulse/asks/look.ts';
import { aggregateFields } from './aggregate-item.ts';
import { makeAggregateRepository } from './aggregate-repository.ts';
import type { DynamoTable } from './dynamo-table.ts';
import { instant } from './schemas.ts';
import type { FieldsOf } from './schemas.ts';

export const lookFields = { ...aggregateFields, round: z.string(), at: instant } satisfies FieldsOf<Look>;

export const makeDynamoLookRepository = (table: DynamoTable): AggregateRepository<Look> =>
  makeAggregateRepository({ table, kind: 'look', schema: z.object(lookFields) });
