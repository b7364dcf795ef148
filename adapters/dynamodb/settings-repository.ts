import * as z from 'zod/mini';
import type { AggregateRepository } from '../../src/ports/aggregate-repository.ts';
import type { Settings } from '../../src/admin/settings.ts';
import { aggregateFields } from './aggregate-item.ts';
import { makeAggregateRepository } from './aggregate-repository.ts';
import type { DynamoTable } from './dynamo-table.ts';
import { personRef } from './schemas.ts';
import type { FieldsOf } from './schemas.ts';

const release = z.object({
  by: z.optional(personRef),
  on: z.object({ year: z.int(), month: z.int(), day: z.int() }),
  ground: z.string(),
});

export const settingsFields = {
  ...aggregateFields,
  admins: z.array(personRef),
  first: z.optional(personRef),
  firstErased: z.optional(z.boolean()),
  releases: z.object({ pulse: z.optional(release) }),
  hasTeam: z.optional(z.boolean()),
  telling: z.optional(z.object({ after: z.optional(z.string()) })),
} satisfies FieldsOf<Settings>;

export const makeDynamoSettingsRepository = (table: DynamoTable): AggregateRepository<Settings> =>
  makeAggregateRepository({ table, kind: 'settings', schema: z.object(settingsFields) });
