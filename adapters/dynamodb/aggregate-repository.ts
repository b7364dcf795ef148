import type * as z from 'zod/mini';
import type { TenantRef } from '../../src/chat/identity.ts';
import { AGGREGATE_MOST_BYTES } from '../../src/ports/aggregate-repository.ts';
import type { AggregateRepository } from '../../src/ports/aggregate-repository.ts';
import { InvariantError, PortError } from '../../src/shared/errors.ts';
import { wakesAt } from '../../src/work/aggregate.ts';
import type { Aggregate } from '../../src/work/aggregate.ts';
import type { AggregateKind } from '../../src/work/job.ts';
import type { DynamoTable } from './dynamo-table.ts';
import { makeListIds } from './list-ids.ts';
import { makeClearOutbox } from './clear-outbox.ts';
import { parseItem } from './parse-item.ts';
import { aggregateKey, aggregateOwner, dueAttributes, ttl } from './table.ts';

export interface AggregateStore<A extends Aggregate> {
  readonly table: DynamoTable;
  readonly kind: AggregateKind;
  readonly schema: z.ZodMiniType<A>;
}

/** The fields as they are, beside keys and index attributes: conditions can name each of them. */
const toItem = (kind: AggregateKind, aggregate: Aggregate) => {
  const ref = { kind, tenant: aggregate.tenant, id: aggregate.id };
  if (Buffer.byteLength(JSON.stringify(aggregate)) > AGGREGATE_MOST_BYTES) {
    throw new InvariantError(`${kind} is larger than an aggregate may be`);
  }
  const due = dueAttributes(aggregate.id, wakesAt(aggregate));
  const expiry = aggregate.forgetAt === undefined ? {} : ttl(aggregate.forgetAt);
  return { ...aggregate, ...aggregateKey(ref), ...aggregateOwner(ref), ...due, ...expiry };
};

/**
 * Whether `stored` went through the very change that made `ours`: each version adds one entry to the history,
 * so the entry of our version stands as far from the end as versions came after it (R11).
 */
const holdsChangeOf = (stored: Aggregate | undefined, ours: Aggregate): boolean => {
  const own = ours.history.at(-1);
  if (own === undefined || stored === undefined || stored.version < ours.version) return false;
  return stored.history.at(ours.version - stored.version - 1)?.command === own.command;
};

/** One item an aggregate, one conditional write a change; outbox and history lie in it (DESIGN 7). */
export const makeAggregateRepository = <A extends Aggregate>(
  store: AggregateStore<A>,
): AggregateRepository<A> => {
  const { table, kind, schema } = store;
  const read = async (tenant: TenantRef, id: string, how: 'strong' | 'eventual') => {
    const item = await table.get(aggregateKey({ kind, tenant, id }), how);
    return item && parseItem(schema, item);
  };
  const find = (tenant: TenantRef, id: string) => read(tenant, id, 'strong');
  const ourChangeIsStored = async (aggregate: A) =>
    holdsChangeOf(await find(aggregate.tenant, aggregate.id), aggregate);
  return {
    find,
    glance: (tenant, id) => read(tenant, id, 'eventual'),
    create: async (aggregate) => {
      const stored = await table.create(toItem(kind, aggregate));
      return stored || (await ourChangeIsStored(aggregate)) ? 'created' : 'exists';
    },
    save: async (aggregate) => {
      const stored = await table.put(toItem(kind, aggregate), {
        condition: '#version = :before',
        values: { ':before': aggregate.version - 1 },
      });
      if (!stored && !(await ourChangeIsStored(aggregate))) throw new PortError('conflict', kind);
    },
    clearOutbox: makeClearOutbox({ table, kind, find }),
    // No condition on the version: whoever saves at the same moment made it work again and may undo this.
    park: async (tenant, id, reason) => {
      await table.update(aggregateKey({ kind, tenant, id }), {
        update: 'SET #parked = :reason REMOVE #duePk, #dueAt',
        condition: 'attribute_exists(#pk)',
        values: { ':reason': reason },
      });
    },
    ids: makeListIds(store),
    remove: (tenant, id) => table.remove(aggregateKey({ kind, tenant, id })),
  };
};
