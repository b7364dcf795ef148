import type { TenantRef } from '../chat/identity.ts';
import type { Instant } from '../shared/time.ts';

/** Whether we are installed. A tenant nobody told us about is active. */
export interface Tenants {
  isActive(tenant: TenantRef): Promise<boolean>;

  /** The app was removed at `when`. Ignored if it was installed again later. Idempotent. */
  removed(tenant: TenantRef, when: Instant): Promise<void>;

  /** The app is in use at `when`, so it is installed. Ignored if it was removed later. Idempotent, writes only on change. */
  installed(tenant: TenantRef, when: Instant): Promise<void>;

  /** Nothing is left of a tenant that is removed but that it was; at `forgetAt` storage may forget that as well. Idempotent. */
  deleted(tenant: TenantRef, forgetAt: Instant): Promise<void>;
}
