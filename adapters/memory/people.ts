import type { PersonRef, TenantRef } from '../../src/chat/identity.ts';
import type { OwnSettings } from '../../src/people/own-settings.ts';
import type { Person, Profile } from '../../src/people/person.ts';
import type { Departure, People } from '../../src/ports/people.ts';
import { sameDate } from '../../src/shared/local-date.ts';
import type { Forgetful } from './holdings.ts';
import { forgetTenantIn } from './keys-of-tenant.ts';

/** What was taken back is absent; no settings at all when nothing is left of them. */
const leftOf = ({ language, asks, awayUntil, off }: OwnSettings): OwnSettings | undefined => {
  const left = {
    ...(language && { language }),
    ...(asks && { asks }),
    ...(awayUntil && { awayUntil }),
    ...(off && { off }),
  };
  return Object.keys(left).length === 0 ? undefined : left;
};

const makePreferences = (isKnown: (person: PersonRef) => boolean) => {
  const settings = new Map<PersonRef, OwnSettings>();
  const promises = new Map<PersonRef, string>();
  const methods: Pick<People, 'prefer' | 'returned' | 'promised'> = {
    prefer: async (person, change) => {
      if (isKnown(person)) settings.set(person, structuredClone({ ...settings.get(person), ...change }));
    },
    returned: async (person, until) => {
      const kept = settings.get(person);
      if (kept?.awayUntil !== undefined && sameDate(kept.awayUntil, until)) {
        settings.set(person, { ...kept, awayUntil: undefined });
      }
    },
    promised: async (person, team) => {
      if (isKnown(person)) promises.set(person, team);
    },
  };
  return {
    methods,
    forgetTenant: (tenant: TenantRef): void => {
      for (const known of [settings, promises]) forgetTenantIn(known, tenant);
    },
    forget: (person: PersonRef): void => {
      settings.delete(person);
      promises.delete(person);
    },
    of: (person: PersonRef): Pick<Person, 'settings' | 'promisedIn'> => ({
      settings: leftOf(settings.get(person) ?? {}),
      promisedIn: promises.get(person),
    }),
  };
};

type Leads = Map<PersonRef, ReadonlySet<string>>;

const makeLeading = (leads: Leads): Pick<People, 'lead' | 'unlead'> => ({
  lead: async (person, team, most = Number.POSITIVE_INFINITY) => {
    const led = new Set([...(leads.get(person) ?? []), team]);
    if (led.size > most && leads.get(person)?.has(team) !== true) return 'too-many';
    leads.set(person, led);
    return 'leads';
  },
  unlead: async (person, team) => {
    leads.set(person, new Set([...(leads.get(person) ?? [])].filter((led) => led !== team)));
  },
});

const makeDepartures = (departures: Map<PersonRef, Departure>): Pick<People, 'departed' | 'departures'> => ({
  departed: async (person, departure) => {
    departures.set(person, { ...departure });
  },
  departures: async (persons, now) => {
    const noted = new Map<PersonRef, string>();
    for (const person of persons) {
      const departure = departures.get(person);
      if (departure !== undefined && departure.forgetAt > now) noted.set(person, departure.round);
    }
    return noted;
  },
});

/** Profiles, teams and leads apart, since each may be known before the others. */
export const makeMemoryPeople = (): People & Forgetful => {
  const profiles = new Map<PersonRef, Profile>();
  const teams = new Map<PersonRef, string>();
  const leads: Leads = new Map();
  const departures = new Map<PersonRef, Departure>();
  const all = [profiles, teams, leads, departures];
  const preferences = makePreferences((person) => profiles.has(person));

  const find = async (person: PersonRef): Promise<Person | undefined> => {
    const profile = profiles.get(person);
    if (profile === undefined) return undefined;
    return structuredClone({
      ...profile,
      team: teams.get(person),
      leads: [...(leads.get(person) ?? [])].sort(),
      ...preferences.of(person),
    });
  };

  return {
    find,
    findMany: async (persons) => {
      return (await Promise.all([...new Set(persons)].map(find))).flatMap((person) => person ?? []);
    },
    remember: async (given) => {
      for (const { person, tenant, kind, language, zone } of given) {
        profiles.set(person, { person, tenant, kind, language, zone });
      }
    },
    join: async (person, team) => {
      if ((teams.get(person) ?? team) !== team) return 'taken';
      teams.set(person, team);
      return 'joined';
    },
    leave: async (person, team) => {
      if (teams.get(person) === team) teams.delete(person);
    },
    ...makeDepartures(departures),
    ...makeLeading(leads),
    ...preferences.methods,
    forgetTenant: (tenant) => {
      preferences.forgetTenant(tenant);
      return all.map((known) => forgetTenantIn(known, tenant)).includes(true);
    },
    forget: async (person) => {
      for (const known of all) known.delete(person);
      preferences.forget(person);
    },
  };
};
