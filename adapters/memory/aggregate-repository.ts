import type { TenantRef } from '../../src/chat/identity.ts';
import { AGGREGATE_MOST_BYTES } from '../../src/ports/aggregate-repository.ts';
import type { AggregateRepository } from '../../src/ports/aggregate-repository.ts';
import { InvariantError, PortError } from '../../src/shared/errors.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Aggregate } from '../../src/work/aggregate.ts';
import type { AggregateKind } from '../../src/work/job.ts';
import type { MemoryDueIndex } from './due-index.ts';

const PAGE = 100;

/** Whether the history's entry of our version is ours; later versions may have come (R11). */
const isOwn = (stored: Aggregate | undefined, ours: Aggregate): boolean => {
  const own = ours.history.at(-1)?.command;
  const age = (stored?.version ?? 0) - ours.version;
  return own !== undefined && age >= 0 && stored?.history.at(-1 - age)?.command === own;
};

/** The limit holds here too, or a test would pass with an aggregate that storage refuses. */
const checkSize = (aggregate: Aggregate): void => {
  if (Buffer.byteLength(JSON.stringify(aggregate)) > AGGREGATE_MOST_BYTES) {
    throw new InvariantError('the aggregate is larger than an aggregate may be');
  }
};

/** What is past its time is there for nobody, as in storage, and is written over. */
const makeKept = <A extends Aggregate>(clock: Clock | undefined) => {
  const all = new Map<string, A>();
  return {
    get: (key: string): A | undefined => {
      const stored = all.get(key);
      const { forgetAt } = stored ?? {};
      return forgetAt !== undefined && clock !== undefined && forgetAt <= clock.now() ? undefined : stored;
    },
    set: (key: string, aggregate: A): unknown => all.set(key, aggregate),
    delete: (key: string): unknown => all.delete(key),
    values: () => all.values(),
  };
};

/**
 * Aggregates of one kind; `dueIndex` shows when they wake. Keeps and gives out copies, as storage does. By `clock` it
 * forgets; without one nothing is ever past its time.
 */
export const makeMemoryAggregateRepository = <A extends Aggregate>(
  kind: AggregateKind,
  dueIndex: MemoryDueIndex,
  clock?: Clock,
): AggregateRepository<A> => {
  const kept = makeKept<A>(clock);
  const keyOf = (tenant: TenantRef, id: string): string => `${tenant}#${id}`;
  const keep = (aggregate: A): void => {
    kept.set(keyOf(aggregate.tenant, aggregate.id), structuredClone(aggregate));
  };
  const storedOf = ({ tenant, id }: A): A | undefined => kept.get(keyOf(tenant, id));
  const find = async (tenant: TenantRef, id: string) => structuredClone(kept.get(keyOf(tenant, id)));

  dueIndex.watch(kind, () => kept.values());
  return {
    find,
    glance: find,
    create: async (aggregate) => {
      checkSize(aggregate);
      const stored = storedOf(aggregate);
      if (stored === undefined) keep(aggregate);
      return stored === undefined || isOwn(stored, aggregate) ? 'created' : 'exists';
    },
    save: async (aggregate) => {
      checkSize(aggregate);
      const stored = storedOf(aggregate);
      if (stored?.version === aggregate.version - 1) keep(aggregate);
      else if (!isOwn(stored, aggregate)) throw new PortError('conflict', kind);
    },
    clearOutbox: async (aggregate, entryIds) => {
      const stored = storedOf(aggregate);
      if (stored === undefined) return;
      const outbox = stored.outbox.filter((entry) => !entryIds.includes(entry.id));
      keep({ ...stored, outbox, redriveAt: outbox.length === 0 ? undefined : stored.redriveAt });
    },
    park: async (tenant, id, reason) => {
      const stored = kept.get(keyOf(tenant, id));
      if (stored !== undefined) keep({ ...stored, parked: reason });
    },
    ids: async (tenant, after = '') =>
      [...kept.values()]
        .filter((aggregate) => aggregate.tenant === tenant && aggregate.id > after)
        .map(({ id }) => id)
        .sort()
        .slice(0, PAGE),
    remove: async (tenant, id) => {
      kept.delete(keyOf(tenant, id));
    },
  };
};
