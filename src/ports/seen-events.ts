import type { TenantRef } from '../chat/identity.ts';
import type { Instant } from '../shared/time.ts';

/** Platform events that were handled, by the platform's own id; forgotten after a day. Never used for answers (R40). */
export interface SeenEvents {
  has(tenant: TenantRef, eventId: string): Promise<boolean>;
  /** Idempotent. `forgetAt` is a whole day, so that the record says nothing about when. */
  add(tenant: TenantRef, eventId: string, forgetAt: Instant): Promise<void>;
}
