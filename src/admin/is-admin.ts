import { isFullMember } from '../people/person.ts';
import type { Profile } from '../people/person.ts';
import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import { SETTINGS_ID } from './settings.ts';
import type { Settings } from './settings.ts';

/** Whether somebody is an admin of their tenant at this moment: named as one, and still a full member. */
export const makeIsAdmin =
  ({ settings }: { readonly settings: AggregateRepository<Settings> }) =>
  async (profile: Pick<Profile, 'tenant' | 'person' | 'kind'>): Promise<boolean> =>
    isFullMember(profile) &&
    (await settings.find(profile.tenant, SETTINGS_ID))?.admins.includes(profile.person) === true;

export type IsAdmin = ReturnType<typeof makeIsAdmin>;
