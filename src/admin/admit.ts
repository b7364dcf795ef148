import { isFullMember } from '../people/person.ts';
import type { Person } from '../people/person.ts';
import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { Result } from '../shared/result.ts';
import { ok, refuse } from '../shared/result.ts';
import type { AdminRefusal } from './refusals.ts';
import { SETTINGS_ID, emptySettings, withFirstAdmin } from './settings.ts';
import type { Settings } from './settings.ts';

/**
 * The tenant's settings for an admin, as they are at this moment; refused for everybody else, naming whom to ask. An admin
 * who is no full member any more is none. Writes nothing.
 */
export const makeAdmit =
  ({
    settings,
    firstAdmin,
  }: {
    readonly settings: AggregateRepository<Settings>;
    readonly firstAdmin: string | undefined;
  }) =>
  async (person: Person): Promise<Result<Settings, AdminRefusal>> => {
    const found = (await settings.find(person.tenant, SETTINGS_ID)) ?? emptySettings(person.tenant);
    const current = withFirstAdmin(found, firstAdmin);
    return isFullMember(person) && current.admins.includes(person.person)
      ? ok(current)
      : refuse({ code: 'admins-only', admins: current.admins });
  };

export type Admit = ReturnType<typeof makeAdmit>;
