import type { TenantRef } from '../../src/chat/identity.ts';
import type { Tenants } from '../../src/ports/tenants.ts';
import type { Instant } from '../../src/shared/time.ts';

/** News may come late and in any order, so each is kept with its time. */
export const makeMemoryTenants = (): Tenants => {
  const known = new Map<TenantRef, { readonly active: boolean; readonly since: Instant }>();
  // What was said to have happened later holds.
  const note = (tenant: TenantRef, active: boolean, when: Instant): void => {
    if ((known.get(tenant)?.since ?? when) <= when) known.set(tenant, { active, since: when });
  };
  return {
    // It never forgets what holds no data.
    deleted: async () => {},
    isActive: async (tenant) => known.get(tenant)?.active ?? true,
    removed: async (tenant, when) => note(tenant, false, when),
    installed: async (tenant, when) => {
      if (known.get(tenant)?.active === false) note(tenant, true, when);
    },
  };
};
