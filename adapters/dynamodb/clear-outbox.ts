import type { TenantRef } from '../../src/chat/identity.ts';
import { PortError } from '../../src/shared/errors.ts';
import { wakesAt } from '../../src/work/aggregate.ts';
import type { Aggregate } from '../../src/work/aggregate.ts';
import type { AggregateKind } from '../../src/work/job.ts';
import type { DynamoTable, Item, Update } from './dynamo-table.ts';
import { aggregateKey, dueAttributes } from './table.ts';

interface ClearOutboxDeps<A extends Aggregate> {
  readonly table: DynamoTable;
  readonly kind: AggregateKind;
  /** The newest state. */
  readonly find: (tenant: TenantRef, id: string) => Promise<A | undefined>;
}

/** What we saw last may be old: somebody else saved or cleared in between. */
const TRIES = 3;

/**
 * Removes by place, on condition that the places still hold the entries we mean. One small write: the version, and
 * with it everybody else's expected version, stays as it is.
 */
const clearing = (aggregate: Aggregate, places: readonly number[]): Update => {
  const outbox = aggregate.outbox.filter((_, place) => !places.includes(place));
  const redriveAt = outbox.length === 0 ? undefined : aggregate.redriveAt;
  const due = dueAttributes(aggregate.id, wakesAt({ ...aggregate, outbox, redriveAt }));
  const gone = places.map((place) => `#outbox[${place}]`);
  if (outbox.length === 0) gone.push('#redriveAt');
  if (due.dueAt === undefined) gone.push('#duePk', '#dueAt');
  const set = due.dueAt === undefined ? '' : 'SET #duePk = :duePk, #dueAt = :dueAt ';
  const still = places.map((place) => ` AND #outbox[${place}].#id = :id${place}`);
  const values: Record<string, unknown> = {
    ':version': aggregate.version,
    ':size': aggregate.outbox.length,
    ...Object.fromEntries(places.map((place) => [`:id${place}`, aggregate.outbox[place]?.id])),
  };
  if (due.dueAt !== undefined) Object.assign(values, { ':duePk': due.duePk, ':dueAt': due.dueAt });
  return {
    update: `${set}REMOVE ${gone.join(', ')}`,
    condition: `#version = :version AND size(#outbox) = :size${still.join('')}`,
    values: values satisfies Item,
  };
};

export const makeClearOutbox = <A extends Aggregate>({ table, kind, find }: ClearOutboxDeps<A>) => {
  return async (aggregate: A, entryIds: readonly string[]): Promise<void> => {
    const { tenant, id } = aggregate;
    let seen: A | undefined = aggregate;
    for (let tries = 0; tries < TRIES && seen !== undefined; tries += 1) {
      const places = seen.outbox.flatMap((entry, place) => (entryIds.includes(entry.id) ? [place] : []));
      if (places.length === 0) return;
      const cleared = await table.update(aggregateKey({ kind, tenant, id }), clearing(seen, places));
      if (cleared !== undefined) return;
      seen = await find(tenant, id);
    }
    if (seen !== undefined) throw new PortError('conflict', 'outbox');
  };
};
