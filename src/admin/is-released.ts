import type { TenantRef } from '../chat/identity.ts';
import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import { SETTINGS_ID } from './settings.ts';
import type { Settings } from './settings.ts';

/**
 * Whether the pulse is released in this tenant, as it is at this moment. Without a release nobody outside a trial team is
 * asked, and what was said in an open round is not shown.
 */
export const makeIsReleased =
  ({ settings }: { readonly settings: AggregateRepository<Settings> }) =>
  async (tenant: TenantRef): Promise<boolean> =>
    (await settings.find(tenant, SETTINGS_ID))?.releases.pulse !== undefined;

export type IsReleased = ReturnType<typeof makeIsReleased>;
