import type { Person } from '../people/person.ts';
import type { Result } from '../shared/result.ts';
import { ok, refuse } from '../shared/result.ts';
import { withFreshState } from '../work/with-fresh-state.ts';
import type { Admit } from './admit.ts';
import type { AdminRefusal } from './refusals.ts';
import type { Settings } from './settings.ts';
import type { StoreSettings } from './store-settings.ts';

/**
 * Takes the release of the pulse back: nobody is asked any more, open rounds end at once and unread, leads are told.
 * Refuses anybody who is no admin, and where there is none. The same submission again ends the same.
 */
export const makeWithdrawRelease =
  ({ admit, storeSettings }: { readonly admit: Admit; readonly storeSettings: StoreSettings }) =>
  (command: { readonly nonce: string; readonly person: Person }): Promise<Result<Settings, AdminRefusal>> =>
    withFreshState(async () => {
      const admitted = await admit(command.person);
      if (!admitted.ok) return admitted;
      const current = admitted.value;
      if (current.history.some((entry) => entry.command === command.nonce)) return ok(current);
      if (current.releases.pulse === undefined) return refuse({ code: 'release-gone' });
      const withdrawn = { ...current, releases: { ...current.releases, pulse: undefined }, telling: {} };
      return ok(await storeSettings(withdrawn, { command: command.nonce, what: 'release withdrawn' }));
    });
