import type { PersonRef } from '../../src/chat/identity.ts';
import type { Person, Profile } from '../../src/people/person.ts';
import type { People } from '../../src/ports/people.ts';

/** Profiles, teams and leads apart, since each may be known before the others. */
export const makeMemoryPeople = (): People => {
  const profiles = new Map<PersonRef, Profile>();
  const teams = new Map<PersonRef, string>();
  const leads = new Map<PersonRef, ReadonlySet<string>>();

  const find = async (person: PersonRef): Promise<Person | undefined> => {
    const profile = profiles.get(person);
    if (profile === undefined) return undefined;
    return structuredClone({
      ...profile,
      team: teams.get(person),
      leads: [...(leads.get(person) ?? [])].sort(),
    });
  };

  return {
    find,
    findMany: async (persons) => {
      const found = await Promise.all([...new Set(persons)].map(find));
      return found.flatMap((person) => person ?? []);
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
    lead: async (person, team) => {
      leads.set(person, new Set([...(leads.get(person) ?? []), team]));
    },
    unlead: async (person, team) => {
      leads.set(person, new Set([...(leads.get(person) ?? [])].filter((led) => led !== team)));
    },
    leave: async (person, team) => {
      if (teams.get(person) === team) teams.delete(person);
    },
  };
};
