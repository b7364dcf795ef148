import type { PersonRef, TenantRef } from '../chat/identity.ts';
import type { LocalDate } from '../shared/local-date.ts';
import type { Aggregate } from '../work/aggregate.ts';

/** What an admin can release; until then nobody is asked (DESIGN 4.9). */
export type Workflow = 'pulse';

/** Who released a workflow, from which day it holds, and on what ground. */
export interface Release {
  readonly by: PersonRef;
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
  readonly releases: { readonly [Name in Workflow]?: Release | undefined };
  readonly telling?: Telling | undefined;
}

/** The same in every tenant: there is one. */
export const SETTINGS_ID = 'settings';

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
