import type { TenantRef } from '../../src/chat/identity.ts';
import { makeNames } from '../../src/mine/names.ts';
import type { AggregateRepository } from '../../src/ports/aggregate-repository.ts';
import type { Holdings } from '../../src/ports/holdings.ts';
import type { Aggregate } from '../../src/work/aggregate.ts';
import type { MemoryDeliveries } from './deliveries.ts';

/** A store that can forget a tenant; answers whether there was anything. */
export interface Forgetful {
  forgetTenant(tenant: TenantRef): boolean;
}

interface Parts {
  /** All but the removal itself. */
  readonly aggregates: readonly Pick<AggregateRepository<Aggregate>, 'ids' | 'remove'>[];
  readonly stores: readonly Forgetful[];
  readonly deliveries: MemoryDeliveries;
}

export const makeMemoryHoldings = ({ aggregates, stores, deliveries }: Parts): Holdings => ({
  dropDeliveriesTo: async (person) => {
    const tenant = person.slice(0, person.lastIndexOf(':'));
    return { met: deliveries.drop(tenant, makeNames(person)) };
  },
  removePage: async (tenant) => {
    let removed = 0;
    for (const repository of aggregates) {
      for (const id of await repository.ids(tenant)) {
        await repository.remove(tenant, id);
        removed += 1;
      }
    }
    const forgot = stores.map((store) => store.forgetTenant(tenant));
    return removed > 0 || forgot.includes(true) ? 'more' : 'done';
  },
});
