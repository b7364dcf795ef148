import type { MessageRef, TenantRef } from '../../src/chat/identity.ts';
import type { Deliveries, DeliveryRef } from '../../src/ports/deliveries.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Instant } from '../../src/shared/time.ts';
import type { Forgetful } from './holdings.ts';
import { forgetTenantIn } from './keys-of-tenant.ts';

export interface MemoryDeliveries extends Deliveries, Forgetful {
  /** Deletes the tenant's records whose key is named; answers whether there were any. */
  drop(tenant: string, isNamed: (key: string) => boolean): boolean;
  /** How many records an aggregate has: the vault asks it about a round. */
  count(tenant: TenantRef, aggregate: string): number;
  /** Forgets all records of an aggregate. */
  forget(tenant: TenantRef, aggregate: string): void;
}

/** A lease and nothing else tells that somebody is sending: with one thread, who claims needs no name. */
interface Kept {
  attempts: number;
  doubtful: boolean;
  forgetAt: Instant;
  leaseUntil?: Instant | undefined;
  ref?: MessageRef;
  reason?: string;
}

type Records = Map<string, Map<string, Kept>>;

const groupOf = (tenant: TenantRef, aggregate: string): string => `${tenant}#${aggregate}`;

const makeRecords = (records: Records, clock: Clock | undefined) => ({
  recordOf: ({ tenant, aggregate, key }: DeliveryRef): Kept | undefined => {
    const kept = records.get(groupOf(tenant, aggregate))?.get(key);
    return kept === undefined || (clock !== undefined && kept.forgetAt <= clock.now()) ? undefined : kept;
  },
  make: ({ tenant, aggregate, key }: DeliveryRef, forgetAt: Instant): Kept => {
    const group = records.get(groupOf(tenant, aggregate)) ?? new Map<string, Kept>();
    const made: Kept = { attempts: 0, doubtful: false, forgetAt };
    records.set(groupOf(tenant, aggregate), group.set(key, made));
    return made;
  },
});

/** Records go with {@link MemoryDeliveries.forget}, and by the `clock` where there is one. */
export const makeMemoryDeliveries = (clock?: Clock): MemoryDeliveries => {
  const records: Records = new Map();
  const { recordOf, make } = makeRecords(records, clock);

  return {
    claim: async (ref, { now, leaseUntil, forgetAt }) => {
      const kept = recordOf(ref) ?? make(ref, forgetAt);
      if (kept.ref !== undefined) return { outcome: 'done', ref: structuredClone(kept.ref) };
      if (kept.reason !== undefined) return { outcome: 'done', ref: undefined, reason: kept.reason };
      if (kept.leaseUntil !== undefined && kept.leaseUntil > now) return { outcome: 'busy' };
      // A lease that ran out is one of somebody who may have posted before they died.
      kept.doubtful ||= kept.leaseUntil !== undefined;
      Object.assign(kept, { leaseUntil, forgetAt });
      kept.attempts += 1;
      return { outcome: 'claimed', delivery: { attempts: kept.attempts - 1, doubtful: kept.doubtful } };
    },
    posted: async (ref) => structuredClone(recordOf(ref)?.ref),
    settle: async (ref, message) => {
      const kept = recordOf(ref);
      if (kept !== undefined) Object.assign(kept, { ref: structuredClone(message), leaseUntil: undefined });
    },
    release: async (ref, counted) => {
      const kept = recordOf(ref);
      if (kept?.leaseUntil === undefined) return;
      kept.leaseUntil = undefined;
      if (!counted) kept.attempts -= 1;
    },
    giveUp: async (ref, reason) => {
      const kept = recordOf(ref);
      if (kept !== undefined) Object.assign(kept, { reason, leaseUntil: undefined });
    },
    count: (tenant, aggregate) => records.get(groupOf(tenant, aggregate))?.size ?? 0,
    forget: (tenant, aggregate) => {
      records.delete(groupOf(tenant, aggregate));
    },
    forgetTenant: (tenant) => forgetTenantIn(records, tenant),
    drop: (tenant, isNamed) => {
      const groups = [...records].flatMap(([name, group]) => (name.startsWith(`${tenant}#`) ? [group] : []));
      const dropped = groups.flatMap((group) =>
        [...group.keys()].filter(isNamed).map((key) => group.delete(key)),
      );
      return dropped.length > 0;
    },
  };
};
