import type { TenantRef } from '../chat/identity.ts';

/** What people call the chat they are in. */
export const platformName = (tenant: TenantRef): string =>
  tenant.startsWith('slack:') ? 'Slack' : 'Microsoft Teams';
