import type { FormValues } from '../chat/form.ts';
import type { Person } from '../people/person.ts';
import type { Calendar } from '../ports/calendar.ts';
import type { Clock } from '../ports/clock.ts';
import type { Result } from '../shared/result.ts';
import { ok, refuse } from '../shared/result.ts';
import type { Zone } from '../shared/time.ts';
import { withFreshState } from '../work/with-fresh-state.ts';
import type { Admit } from './admit.ts';
import type { AdminRefusal } from './refusals.ts';
import { readRelease } from './release-form.ts';
import type { Settings } from './settings.ts';
import type { StoreSettings } from './store-settings.ts';

interface Deps {
  readonly admit: Admit;
  readonly storeSettings: StoreSettings;
  readonly calendar: Pick<Calendar, 'localOf'>;
  readonly clock: Clock;
}

/**
 * Releases the pulse: from now on teams are asked, and those that waited go on by themselves. Refuses anybody who is no
 * admin, a day ahead of the admin's own, a missing ground, and a second release. The same submission again ends the same.
 */
export const makeReleasePulse =
  ({ admit, storeSettings, calendar, clock }: Deps) =>
  (command: {
    readonly nonce: string;
    readonly person: Person;
    readonly zone: Zone;
    readonly values: FormValues;
  }): Promise<Result<Settings, AdminRefusal>> =>
    withFreshState(async () => {
      const { nonce, person, zone, values } = command;
      const admitted = await admit(person);
      if (!admitted.ok) return admitted;
      const current = admitted.value;
      if (current.history.some((entry) => entry.command === nonce)) return ok(current);
      const { pulse } = current.releases;
      if (pulse !== undefined) return refuse({ code: 'release-exists', release: pulse });
      const read = readRelease(values, calendar.localOf(clock.now(), zone));
      if (!read.ok) return read;
      const released = {
        ...current,
        releases: { ...current.releases, pulse: { by: person.person, ...read.value } },
        telling: {},
      };
      return ok(await storeSettings(released, { command: nonce, what: 'pulse released' }));
    });
