import type { TenantRef } from '../../src/chat/identity.ts';
import { PortError } from '../../src/shared/errors.ts';
import { wakesAt } from '../../src/work/aggregate.ts';
import type { Aggregate } from '../../src/work/aggregate.ts';
import type { AggregateKind } from '../../src/work/job.ts';
import type { DynamoTable, Update } from './dynamo-table.ts';
import { aggregateKey, dueAttributes } from './table.ts';

interface ClearOutboxDeps<A extends Aggregate> {
  readonly table: DynamoTable;
  readonly kind: AggregateKind;
  /** The newest state. */
  readonly find: (tenant: TenantRef, id: string) => Promise<A | undefined>;
}

/** What we saw last may be old: somebody else saved or cleared in between. */
const TRIES = 5;

/**
 * Version and size together say that the outbox is the one we saw, since all that happens to it without a new version
 * is that it shrinks. The version, and with it everybody else's expected version, stays as it is.
 */
const clearing = (aggregate: Aggregate, outbox: Aggregate['outbox']): Update => {
  const redriveAt = outbox.length === 0 ? undefined : aggregate.redriveAt;
  const due = dueAttributes(aggregate.id, wakesAt({ ...aggregate, outbox, redriveAt }));
  const sets = [
    '#outbox = :outbox',
    ...(due.dueAt === undefined ? [] : ['#duePk = :duePk', '#dueAt = :dueAt']),
  ];
  const gone = [
    ...(redriveAt === undefined ? ['#redriveAt'] : []),
    ...(due.dueAt === undefined ? ['#duePk', '#dueAt'] : []),
  ];
  return {
    update: `SET ${sets.join(', ')}${gone.length === 0 ? '' : ` REMOVE ${gone.join(', ')}`}`,
    condition: '#version = :version AND size(#outbox) = :size',
    values: {
      ':version': aggregate.version,
      ':size': aggregate.outbox.length,
      ':outbox': outbox,
      ...(due.dueAt === undefined ? {} : { ':duePk': due.duePk, ':dueAt': due.dueAt }),
    },
  };
};

export const makeClearOutbox = <A extends Aggregate>({ table, kind, find }: ClearOutboxDeps<A>) => {
  return async (aggregate: A, entryIds: readonly string[]): Promise<void> => {
    const { tenant, id } = aggregate;
    let seen: A | undefined = aggregate;
    for (let tries = 0; tries < TRIES && seen !== undefined; tries += 1) {
      const rest = seen.outbox.filter((entry) => !entryIds.includes(entry.id));
      if (rest.length === seen.outbox.length) return;
      const cleared = await table.update(aggregateKey({ kind, tenant, id }), clearing(seen, rest));
      if (cleared !== undefined) return;
      seen = await find(tenant, id);
    }
    if (seen !== undefined) throw new PortError('conflict', 'outbox');
  };
};
