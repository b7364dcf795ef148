import type { IsAdmin } from '../../admin/is-admin.ts';
import type { PersonRef, TenantRef } from '../../chat/identity.ts';
import type { Profile } from '../../people/person.ts';
import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { People } from '../../ports/people.ts';
import { invitationOf } from './invitation.ts';
import type { Team } from '../team.ts';

/** So many teams a person may lead without an admin (DESIGN 5.1). */
export const TEAMS_MOST = 2;

interface Deps {
  readonly teams: AggregateRepository<Team>;
  readonly people: Pick<People, 'find' | 'lead' | 'unlead'>;
}

interface Taking {
  readonly tenant: TenantRef;
  readonly person: PersonRef;
  readonly team: string;
  /** An admin invited them, or takes the lead. */
  readonly byAdmin: boolean;
}

const leadsStill = (team: Team | undefined, person: PersonRef): boolean =>
  team !== undefined &&
  team.state !== 'ended' &&
  (team.leads.includes(person) || invitationOf(team, person) !== undefined);

/**
 * Notes that somebody leads a team; false when that would be one too many, and then nothing is noted. Teams that are gone
 * and what a crash left behind do not count. Idempotent.
 */
export const makeTakeLead =
  ({ teams, people }: Deps) =>
  async ({ tenant, person, team, byAdmin }: Taking): Promise<boolean> => {
    const lead = async (): Promise<boolean> =>
      (await people.lead(person, team, byAdmin ? undefined : TEAMS_MOST)) === 'leads';
    if (await lead()) return true;
    const led = (await people.find(person))?.leads ?? [];
    const stale: string[] = [];
    for (const id of led) {
      if (!leadsStill(await teams.find(tenant, id), person)) stale.push(id);
    }
    for (const id of stale) await people.unlead(person, id);
    return stale.length > 0 && lead();
  };

export type TakeLead = ReturnType<typeof makeTakeLead>;

/**
 * For somebody who accepted before and is back: they lead it again, unless they took up enough teams meanwhile; then an
 * admin has to invite them. False when they lead it no more. Idempotent.
 */
export const makeLeadAgain =
  ({ takeLead, isAdmin }: { readonly takeLead: TakeLead; readonly isAdmin: IsAdmin }) =>
  async (profile: Profile, team: string): Promise<boolean> => {
    const { tenant, person } = profile;
    return takeLead({ tenant, person, team, byAdmin: await isAdmin(profile) });
  };

export type LeadAgain = ReturnType<typeof makeLeadAgain>;
