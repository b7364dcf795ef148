import type { TenantRef } from '../chat/identity.ts';
import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { Clock } from '../ports/clock.ts';
import type { Tenants } from '../ports/tenants.ts';
import type { Instant } from '../shared/time.ts';
import { changed } from '../work/aggregate.ts';
import { withFreshState } from '../work/with-fresh-state.ts';
import { aRemoval, REMOVAL_ID } from './removal.ts';
import type { Removal } from './removal.ts';
import { forgottenAt } from './retention.ts';

interface Deps {
  readonly removals: AggregateRepository<Removal>;
  readonly tenants: Tenants;
  readonly clock: Clock;
}

/**
 * The app was removed: all work stops at once, and what is stored is deleted 30 days later unless it comes back.
 * Idempotent; news that came late and was overtaken by a new installation changes nothing.
 */
export const makePlanRemoval =
  ({ removals, tenants, clock }: Deps) =>
  async (tenant: TenantRef, when: Instant): Promise<void> => {
    await tenants.removed(tenant, when);
    if (await tenants.isActive(tenant)) return;
    const due = forgottenAt('tenant', when);
    await withFreshState(async () => {
      const found = await removals.find(tenant, REMOVAL_ID);
      if (found === undefined) {
        await removals.create(aRemoval(tenant, when, due));
        return;
      }
      // Removed once more after it had come back: counted from this time.
      if (found.begun === true || found.since >= when) return;
      const change = { command: `removed/${when}`, what: 'planned anew', now: clock.now() };
      await removals.save(changed<Removal>({ ...found, since: when, due }, change));
    });
  };

export type PlanRemoval = ReturnType<typeof makePlanRemoval>;
