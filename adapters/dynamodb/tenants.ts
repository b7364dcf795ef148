import * as z from 'zod/mini';
import type { TenantRef } from '../../src/chat/identity.ts';
import type { Tenants } from '../../src/ports/tenants.ts';
import type { Instant } from '../../src/shared/time.ts';
import type { DynamoTable } from './dynamo-table.ts';
import { parseItem } from './parse-item.ts';
import { instant } from './schemas.ts';
import { tenantKey, tenantOwner, ttl } from './table.ts';

/** `since` is when the platform said so: news may come late, and in any order. */
export const tenantFields = { state: z.enum(['active', 'removed']), since: instant };

const row = z.object(tenantFields);

/** Nothing is kept of a tenant that never left. */
export const makeDynamoTenants = (table: DynamoTable): Tenants => {
  const read = async (tenant: TenantRef) => {
    const item = await table.get(tenantKey(tenant), 'strong');
    return item && parseItem(row, item);
  };
  const note = async (tenant: TenantRef, state: 'active' | 'removed', when: Instant): Promise<void> => {
    await table.put(
      { ...tenantKey(tenant), ...tenantOwner(tenant), state, since: when },
      { condition: 'attribute_not_exists(#since) OR #since <= :when', values: { ':when': when } },
    );
  };
  return {
    deleted: async (tenant, forgetAt) => {
      await table.update(tenantKey(tenant), {
        update: 'SET #ttl = :ttl',
        condition: '#state = :removed',
        values: { ':ttl': ttl(forgetAt).ttl, ':removed': 'removed' },
      });
    },
    isActive: async (tenant) => (await read(tenant))?.state !== 'removed',
    removed: (tenant, when) => note(tenant, 'removed', when),
    installed: async (tenant, when) => {
      // Called with every use, so the usual case must not write.
      if ((await read(tenant))?.state === 'removed') await note(tenant, 'active', when);
    },
  };
};
