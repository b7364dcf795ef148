import type { TenantRef } from '../chat/identity.ts';
import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { Clock } from '../ports/clock.ts';
import { PortError } from '../shared/errors.ts';
import { changed } from '../work/aggregate.ts';
import { withFreshState } from '../work/with-fresh-state.ts';
import { SETTINGS_ID, emptySettings } from './settings.ts';
import type { Settings } from './settings.ts';

/** Notes once that a team was set up in this tenant: the last tick of the set-up card. Idempotent. */
export const makeNoteTeam =
  ({ settings, clock }: { readonly settings: AggregateRepository<Settings>; readonly clock: Clock }) =>
  async (tenant: TenantRef): Promise<void> => {
    if ((await settings.glance(tenant, SETTINGS_ID))?.hasTeam === true) return;
    await withFreshState(async () => {
      const found = (await settings.find(tenant, SETTINGS_ID)) ?? emptySettings(tenant);
      if (found.hasTeam === true) return;
      const change = { command: 'first-team', what: 'first team', now: clock.now() };
      const next = changed<Settings>({ ...found, hasTeam: true }, change);
      if (next.version > 1) await settings.save(next);
      else if ((await settings.create(next)) === 'exists') throw new PortError('conflict', SETTINGS_ID);
    });
  };

export type NoteTeam = ReturnType<typeof makeNoteTeam>;
