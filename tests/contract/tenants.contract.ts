import { beforeEach, describe, expect, it } from '@jest/globals';
import type { TenantRef } from '../../src/chat/identity.ts';
import type { Tenants } from '../../src/ports/tenants.ts';
import { aTenant } from './samples.ts';

export const tenantsContract = (implementation: string, setUp: () => Tenants): void => {
  describe(`tenants: ${implementation}`, () => {
    let tenants: Tenants;
    let tenant: TenantRef;

    beforeEach(() => {
      tenants = setUp();
      tenant = aTenant();
    });

    it('holds a tenant active of which nobody said anything', async () => {
      expect(await tenants.isActive(tenant)).toBe(true);
    });

    it('holds it inactive once the app was removed, and no other', async () => {
      await tenants.removed(tenant, 100);
      await tenants.removed(tenant, 100);
      expect(await tenants.isActive(tenant)).toBe(false);
      expect(await tenants.isActive(aTenant())).toBe(true);
    });

    it('holds it active once it is in use again', async () => {
      await tenants.removed(tenant, 100);
      await tenants.installed(tenant, 200);
      await tenants.installed(tenant, 300);
      expect(await tenants.isActive(tenant)).toBe(true);
    });

    it('ignores a removal that came before the last installation', async () => {
      await tenants.removed(tenant, 100);
      await tenants.installed(tenant, 200);
      await tenants.removed(tenant, 150);
      expect(await tenants.isActive(tenant)).toBe(true);
    });

    it('ignores a use that came before the removal', async () => {
      await tenants.removed(tenant, 100);
      await tenants.installed(tenant, 50);
      expect(await tenants.isActive(tenant)).toBe(false);
    });

    it('stays inactive after everything of it was deleted, until it is installed again', async () => {
      await tenants.removed(tenant, 100);
      await tenants.deleted(tenant, 8_000_000_000_000);
      await tenants.deleted(tenant, 8_000_000_000_000);
      expect(await tenants.isActive(tenant)).toBe(false);
      await tenants.installed(tenant, 200);
      expect(await tenants.isActive(tenant)).toBe(true);
    });

    it('deletes nothing of a tenant that is back', async () => {
      await tenants.removed(tenant, 100);
      await tenants.installed(tenant, 200);
      await tenants.deleted(tenant, 300);
      expect(await tenants.isActive(tenant)).toBe(true);
    });
  });
};
