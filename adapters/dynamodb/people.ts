import * as z from 'zod/mini';
import type { PersonRef } from '../../src/chat/identity.ts';
import type { Person } from '../../src/people/person.ts';
import type { People } from '../../src/ports/people.ts';
import { dateValue } from '../../src/shared/local-date.ts';
import type { DynamoTable } from './dynamo-table.ts';
import { eachOf } from './each-of.ts';
import { settingsUpdate } from './own-settings-item.ts';
import { OWNED, differs, owned, personOf, profileUpdate } from './person-item.ts';
import { parseItem } from './parse-item.ts';
import { instant, personRef } from './schemas.ts';
import { departureKey, departureOwner, personKey, ttl } from './table.ts';

const MOST_A_BATCH = 100;

const pagesOf = <Value>(items: readonly Value[]): readonly (readonly Value[])[] =>
  Array.from({ length: Math.ceil(items.length / MOST_A_BATCH) }, (_, page) =>
    items.slice(page * MOST_A_BATCH, (page + 1) * MOST_A_BATCH),
  );

const makeFindMany =
  (table: DynamoTable): People['findMany'] =>
  async (persons) => {
    const found: Person[] = [];
    for (const page of pagesOf([...new Set(persons)])) {
      const items = await table.getMany(page.map(personKey));
      found.push(...items.flatMap((item) => personOf(item) ?? []));
    }
    return found;
  };

/** What people set for themselves, and whether they have read a team's promise; each written only on change. */
const makePreferences = (table: DynamoTable): Pick<People, 'prefer' | 'returned' | 'promised'> => ({
  prefer: async (who, change) => {
    const stored = (await table.get(personKey(who), 'strong')) ?? {};
    const update = settingsUpdate(stored, change);
    if (update !== undefined) await table.update(personKey(who), update);
  },
  returned: async (who, until) => {
    await table.update(personKey(who), {
      update: 'REMOVE #ownAwayUntil',
      condition: '#ownAwayUntil = :until',
      values: { ':until': dateValue(until) },
    });
  },
  promised: async (who, team) => {
    await table.update(personKey(who), {
      update: 'SET #promisedIn = :team',
      condition: 'attribute_exists(#kind) AND (attribute_not_exists(#promisedIn) OR #promisedIn <> :team)',
      values: { ':team': team },
    });
  },
});

const makeLeading = (table: DynamoTable): Pick<People, 'lead' | 'unlead'> => ({
  lead: async (who, team, most) => {
    const room = 'attribute_not_exists(#leads) OR contains(#leads, :team) OR size(#leads) < :most';
    const led = await table.update(personKey(who), {
      update: `SET ${OWNED} ADD #leads :teams`,
      ...(most !== undefined && { condition: room }),
      values: {
        ':teams': new Set([team]),
        ...owned(who),
        ...(most !== undefined && { ':team': team, ':most': most }),
      },
    });
    return led === undefined ? 'too-many' : 'leads';
  },
  unlead: async (who, team) => {
    await table.update(personKey(who), {
      update: 'DELETE #leads :teams',
      condition: 'contains(#leads, :team)',
      values: { ':teams': new Set([team]), ':team': team },
    });
  },
});

export const departureFields = { person: personRef, round: z.string(), forgetAt: instant };

const departure = z.object(departureFields);

const makeDepartures = (table: DynamoTable): Pick<People, 'departed' | 'departures'> => ({
  departed: async (person, { round, forgetAt }) => {
    await table.put({
      ...departureKey(person),
      ...departureOwner(person),
      person,
      round,
      forgetAt,
      ...ttl(forgetAt),
    });
  },
  departures: async (persons, now) => {
    const noted = new Map<PersonRef, string>();
    for (const page of pagesOf([...new Set(persons)])) {
      for (const item of await table.getMany(page.map(departureKey))) {
        const { person, round, forgetAt } = parseItem(departure, item);
        // Storage drops rows some time after they are due.
        if (forgetAt > now) noted.set(person, round);
      }
    }
    return noted;
  },
});

/**
 * One row a person, read strongly: whoever joined or left a team a moment ago is looked at by the next job.
 */
export const makeDynamoPeople = (table: DynamoTable): People => {
  const findMany = makeFindMany(table);
  return {
    find: async (who) => {
      const item = await table.get(personKey(who), 'strong');
      return item && personOf(item);
    },
    findMany,
    remember: async (profiles) => {
      const known = await findMany(profiles.map((profile) => profile.person));
      const stored = new Map(known.map((one) => [one.person, one]));
      // The nightly list of everybody costs reads only: a write would be a time in the table's history (R3).
      const changed = profiles.filter((profile) => differs(profile, stored.get(profile.person)));
      await eachOf(changed, (profile) => table.update(personKey(profile.person), profileUpdate(profile)));
    },
    join: async (who, team) => {
      const joined = await table.update(personKey(who), {
        update: `SET #team = :team, ${OWNED}`,
        condition: 'attribute_not_exists(#team) OR #team = :team',
        values: { ':team': team, ...owned(who) },
      });
      return joined === undefined ? 'taken' : 'joined';
    },
    forget: async (who) => {
      await table.remove(departureKey(who));
      await table.remove(personKey(who));
    },
    leave: async (who, team) => {
      await table.update(personKey(who), {
        update: 'REMOVE #team',
        condition: '#team = :team',
        values: { ':team': team },
      });
    },
    ...makeLeading(table),
    ...makeDepartures(table),
    ...makePreferences(table),
  };
};
