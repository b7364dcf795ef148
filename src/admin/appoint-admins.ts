import type { FormValues } from '../chat/form.ts';
import type { PersonRef } from '../chat/identity.ts';
import type { Message } from '../delivery/message.ts';
import { isFullMember } from '../people/person.ts';
import type { Person, Profile } from '../people/person.ts';
import type { Directory } from '../ports/directory.ts';
import type { People } from '../ports/people.ts';
import type { Result } from '../shared/result.ts';
import { ok, refuse } from '../shared/result.ts';
import { refsIn } from '../team/set-up/read-team-form.ts';
import { withFreshState } from '../work/with-fresh-state.ts';
import { ADMINS_FIELD, changedAdmins } from './admins-form.ts';
import type { Admit } from './admit.ts';
import type { AdminRefusal } from './refusals.ts';
import { ADMINS_MOST } from './settings.ts';
import type { Settings } from './settings.ts';
import type { StoreSettings } from './store-settings.ts';

interface Deps {
  readonly admit: Admit;
  readonly directory: Pick<Directory, 'person'>;
  readonly people: Pick<People, 'remember'>;
  readonly storeSettings: StoreSettings;
}

export interface AppointAdmins {
  readonly nonce: string;
  readonly person: Person;
  /** Whom the form showed. */
  readonly shown: readonly PersonRef[];
  readonly values: FormValues;
}

const newsFor = (by: Person, before: Settings, after: readonly PersonRef[]): readonly Message[] => {
  const version = before.version + 1;
  const news = (persons: readonly PersonRef[], what: 'appointed' | 'removed'): readonly Message[] =>
    persons
      .filter((person) => person !== by.person)
      .map((person) => ({
        kind: 'admin-news',
        tenant: by.tenant,
        person,
        version,
        news: what,
        by: by.person,
      }));
  return [
    ...news(
      after.filter((person) => !before.admins.includes(person)),
      'appointed',
    ),
    ...news(
      before.admins.filter((person) => !after.includes(person)),
      'removed',
    ),
  ];
};

/**
 * Makes people admins or takes that from them, as the difference to what the form showed; each is told. Refuses anybody
 * who is no admin, an empty list, more than five, and whoever is no full member. The same submission again ends the same.
 */
export const makeAppointAdmins = ({ admit, directory, people, storeSettings }: Deps) => {
  /** As the platform knows them at this moment; undefined when one of them is no full member. */
  const members = async (persons: readonly PersonRef[]): Promise<readonly Profile[] | undefined> => {
    const found = await Promise.all(persons.map((person) => directory.person(person)));
    const full = found.flatMap((one) => (one !== undefined && isFullMember(one) ? [one] : []));
    return full.length === persons.length ? full : undefined;
  };

  return ({ nonce, person, shown, values }: AppointAdmins): Promise<Result<Settings, AdminRefusal>> =>
    withFreshState(async () => {
      const chosen = refsIn(values[ADMINS_FIELD]);
      const admitted = await admit(person);
      if (!admitted.ok) return admitted;
      const current = admitted.value;
      if (current.history.some(({ command }) => command === nonce)) return ok(current);
      const admins = changedAdmins(current.admins, shown, chosen);
      if (admins.length === 0) return refuse({ code: 'admin-needed' });
      if (admins.length > ADMINS_MOST) return refuse({ code: 'admins-too-many' });
      const added = await members(admins.filter((one) => !current.admins.includes(one)));
      if (added === undefined) return refuse({ code: 'admin-not-a-member' });
      await people.remember(added);
      const messages = newsFor(person, current, admins);
      return ok(await storeSettings({ ...current, admins }, { command: nonce, what: 'admins', messages }));
    });
};
