import { inTenant } from '../chat/identity.ts';
import type { PersonRef, TenantRef } from '../chat/identity.ts';
import type { LocalDate } from '../shared/local-date.ts';
import type { Aggregate } from '../work/aggregate.ts';

/** What an admin can release; until then nobody is asked (DESIGN 4.9). */
export type Workflow = 'pulse';

/** Who released a workflow, from which day it holds, and on what ground. */
export interface Release {
  /** Absent once that person was erased. */
  readonly by?: PersonRef | undefined;
  readonly on: LocalDate;
  readonly ground: string;
}

/** Teams still have to be told of a change; `after` is the last one that was, page by page. */
export interface Telling {
  readonly after?: string | undefined;
}

/** What a tenant's admins decided. One per tenant. */
export interface Settings extends Aggregate {
  readonly admins: readonly PersonRef[];
  /** The admin that the configuration named, once taken up: a new name there is a new admin, so nobody is locked out. */
  readonly first?: PersonRef | undefined;
  /** That admin was erased. Who it was is not kept, so nobody whom the configuration names is taken up unless they act. */
  readonly firstErased?: boolean | undefined;
  readonly releases: { readonly [Name in Workflow]?: Release | undefined };
  readonly telling?: Telling | undefined;
  /** A team was set up here once. */
  readonly hasTeam?: boolean | undefined;
}

/** The same in every tenant: there is one. */
export const SETTINGS_ID = 'settings';

/** So many can be asked for help, and a release is never one person's alone. */
export const ADMINS_ENOUGH = 2;
export const ADMINS_MOST = 5;

export const emptySettings = (tenant: TenantRef): Settings => ({
  tenant,
  id: SETTINGS_ID,
  version: 0,
  history: [],
  outbox: [],
  admins: [],
  releases: {},
});

/**
 * With the admin whom the configuration names, if that name is new; else the very same. Once a first admin was erased,
 * only if it is they who are `acting`: nobody is made an admin again behind their back.
 */
export const withFirstAdmin = (
  settings: Settings,
  firstAdmin: string | undefined,
  acting: PersonRef | undefined,
): Settings => {
  const first = firstAdmin === undefined ? undefined : inTenant(settings.tenant, firstAdmin);
  if (first === undefined || settings.first === first) return settings;
  if (settings.firstErased === true && acting !== first) return settings;
  const admins = [first, ...settings.admins.filter((admin) => admin !== first)];
  return { ...settings, first, firstErased: undefined, admins };
};
