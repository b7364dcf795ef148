import { inTenant } from '../chat/identity.ts';
import type { PersonRef, TenantRef } from '../chat/identity.ts';
import { isFullMember } from '../people/person.ts';
import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { Directory } from '../ports/directory.ts';
import { withFreshState } from '../work/with-fresh-state.ts';
import { SETTINGS_ID, emptySettings, withFirstAdmin } from './settings.ts';
import type { Settings } from './settings.ts';
import type { StoreSettings } from './store-settings.ts';

interface Deps {
  readonly settings: AggregateRepository<Settings>;
  readonly firstAdmin: string | undefined;
  readonly directory: Pick<Directory, 'person'>;
  readonly storeSettings: StoreSettings;
}

/**
 * Takes up the admin whom the configuration names when anybody first uses the app, and welcomes them by direct message,
 * once; not if they are `reading` the same card at this moment. Whoever is no full member is not taken up, and once a first
 * admin was erased only who is `reading` it.
 */
export const makeMeetFirstAdmin = ({ settings, firstAdmin, directory, storeSettings }: Deps) => {
  // One read per process and tenant, not one per command.
  const met = new Set<TenantRef>();

  return async (tenant: TenantRef, reading?: PersonRef): Promise<void> => {
    if (firstAdmin === undefined) return;
    if (met.has(tenant) && reading !== inTenant(tenant, firstAdmin)) return;
    await withFreshState(async () => {
      const found = (await settings.find(tenant, SETTINGS_ID)) ?? emptySettings(tenant);
      const current = withFirstAdmin(found, firstAdmin, reading);
      const { first } = current;
      if (current === found || first === undefined) return;
      const profile = await directory.person(first);
      // A name that was mistyped, or of somebody who left: another one in the configuration puts that right.
      if (profile === undefined || !isFullMember(profile)) return;
      const version = current.version + 1;
      const welcome = { kind: 'admin-news', tenant, person: first, version, news: 'welcome' } as const;
      await storeSettings(current, {
        // No id of a person: what is erased must not be named in a history.
        command: `first-admin/${version}`,
        what: 'first admin',
        messages: reading === first ? [] : [welcome],
      });
    });
    met.add(tenant);
  };
};

export type MeetFirstAdmin = ReturnType<typeof makeMeetFirstAdmin>;
