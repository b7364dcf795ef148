import type { PersonRef, TenantRef } from '../chat/identity.ts';
import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { Clock } from '../ports/clock.ts';
import { forgottenAt } from '../retention/retention.ts';
import { days } from '../shared/time.ts';
import { anErasure, erasureId } from './erasure.ts';
import type { Erasure } from './erasure.ts';

interface Deps {
  readonly erasures: AggregateRepository<Erasure>;
  readonly clock: Clock;
}

/** Somebody is gone from the platform: plans what is erased in 30 days. The first date stays. Idempotent. */
export const makePlanErasure =
  ({ erasures, clock }: Deps) =>
  async (tenant: TenantRef, person: PersonRef): Promise<void> => {
    // A whole day: when exactly somebody left is nobody's business.
    const due = Math.ceil(forgottenAt('person-left', clock.now()) / days(1)) * days(1);
    await erasures.create(anErasure(tenant, person, { state: 'planned', due }));
  };

export type PlanErasure = ReturnType<typeof makePlanErasure>;

/** They are back: what was planned is off. An erasure that has begun, or that they asked for, goes on. Idempotent. */
export const makeCancelErasure =
  ({ erasures }: Pick<Deps, 'erasures'>) =>
  async (tenant: TenantRef, person: PersonRef): Promise<void> => {
    const found = await erasures.find(tenant, erasureId(person));
    if (found?.state === 'planned') await erasures.remove(tenant, found.id);
  };

export type CancelErasure = ReturnType<typeof makeCancelErasure>;
