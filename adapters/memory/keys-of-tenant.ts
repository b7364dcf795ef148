import type { TenantRef } from '../../src/chat/identity.ts';

/** Deletes all entries whose key begins with the tenant; answers whether there were any. */
export const forgetTenantIn = (kept: Map<string, unknown>, tenant: TenantRef): boolean => {
  const keys = [...kept.keys()].filter((key) => key.startsWith(`${tenant}#`) || key.startsWith(`${tenant}:`));
  for (const key of keys) kept.delete(key);
  return keys.length > 0;
};
