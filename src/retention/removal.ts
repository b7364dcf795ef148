import type { TenantRef } from '../chat/identity.ts';
import type { Instant } from '../shared/time.ts';
import type { Aggregate } from '../work/aggregate.ts';

/** A tenant that removed the app, and what it left is deleted when this is due. Goes with the rest at the end. */
export interface Removal extends Aggregate {
  /** When the platform said that the app was removed. */
  readonly since: Instant;
  /** Something is deleted already: it goes on to the end, since half of a tenant is worth nothing to anybody. */
  readonly begun?: boolean | undefined;
}

/** The same in every tenant: there is one. */
export const REMOVAL_ID = 'removal';

export const aRemoval = (tenant: TenantRef, since: Instant, due: Instant): Removal => ({
  tenant,
  id: REMOVAL_ID,
  version: 1,
  history: [{ command: `removed/${since}`, what: 'planned' }],
  outbox: [],
  due,
  since,
});
