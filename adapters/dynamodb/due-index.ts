import * as z from 'zod/mini';
import type { DueIndex } from '../../src/ports/due-index.ts';
import { InvariantError } from '../../src/shared/errors.ts';
import type { Job } from '../../src/work/job.ts';
import type { DynamoTable, Item } from './dynamo-table.ts';
import { parseItem } from './parse-item.ts';
import { instant, tenantRef } from './schemas.ts';
import { DUE_INDEX, aggregateOf, duePartition } from './table.ts';

const PAGE = 100;

const row = z.object({ pk: z.string(), sk: z.string(), duePk: z.string(), dueAt: instant });

const jobOf = (item: Item): Job => {
  const { dueAt, ...key } = parseItem(row, item);
  const ref = aggregateOf(key);
  if (ref === undefined) throw new InvariantError('the due index holds something that is no aggregate');
  return { kind: ref.kind, tenant: parseItem(tenantRef, ref.tenant), id: ref.id, due: dueAt };
};

/** The index holds keys alone, and they name the aggregate: the tick needs no second read. */
export const makeDynamoDueIndex = (table: DynamoTable): DueIndex => ({
  due: async (shard, until, next) => {
    const page = await table.query({
      index: DUE_INDEX,
      where: '#duePk = :shard AND #dueAt <= :until',
      values: { ':shard': duePartition(shard), ':until': until },
      limit: PAGE,
      after: next === undefined ? undefined : parseItem(row, JSON.parse(next)),
    });
    const jobs = page.items.map(jobOf);
    return page.next === undefined ? { jobs } : { jobs, next: JSON.stringify(page.next) };
  },
});
