import { SETTINGS_ID } from '../admin/settings.ts';
import type { Settings } from '../admin/settings.ts';
import type { Person } from '../people/person.ts';
import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { LeadsOf } from '../team/authority.ts';
import type { Team } from '../team/team.ts';
import type { Leaving } from './erase-messages.ts';

interface Deps {
  readonly teams: AggregateRepository<Team>;
  readonly settings: AggregateRepository<Settings>;
  readonly leadsOf: LeadsOf;
}

/** What nobody else would do any more if this person were gone. */
export const makeWhatDepends =
  ({ teams, settings, leadsOf }: Deps) =>
  async ({ tenant, person, leads }: Person): Promise<Leaving> => {
    const [found, ...led] = await Promise.all([
      settings.glance(tenant, SETTINGS_ID),
      ...leads.map(async (id): Promise<readonly Team[]> => {
        const team = await teams.glance(tenant, id);
        if (team?.leads.includes(person) !== true) return [];
        return (await leadsOf(team)).some((lead) => lead.person !== person) ? [] : [team];
      }),
    ]);
    const admins = found?.admins ?? [];
    return {
      leadless: led.flat(),
      lastAdmin: admins.length === 1 && admins[0] === person,
      firstAdmin: found?.first === person,
    };
  };

export type WhatDepends = ReturnType<typeof makeWhatDepends>;
