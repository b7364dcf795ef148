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
 * who is no full member any more is none. The admin whom the configuration names is taken up in what they themselves
 * save, never in what another admin does. Writes nothing.
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
    const current = withFirstAdmin(found, firstAdmin, person.person);
    if (!isFullMember(person) || !current.admins.includes(person.person)) {
      return refuse({ code: 'admins-only', admins: current.admins });
    }
    return ok(current.first === person.person ? current : found);
  };

export type Admit = ReturnType<typeof makeAdmit>;
