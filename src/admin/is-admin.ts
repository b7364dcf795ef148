import type { PersonRef, TenantRef } from '../chat/identity.ts';
import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import { SETTINGS_ID } from './settings.ts';
import type { Settings } from './settings.ts';

/** Whether somebody is an admin of the tenant, as it is at this moment. */
export const makeIsAdmin =
  ({ settings }: { readonly settings: AggregateRepository<Settings> }) =>
  async (tenant: TenantRef, person: PersonRef): Promise<boolean> =>
    (await settings.find(tenant, SETTINGS_ID))?.admins.includes(person) === true;

export type IsAdmin = ReturnType<typeof makeIsAdmin>;
