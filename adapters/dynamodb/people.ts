import * as z from 'zod';
import type { PersonRef } from '../../src/chat/identity.ts';
import type { Person, Profile } from '../../src/people/person.ts';
import type { People } from '../../src/ports/people.ts';
import type { DynamoTable, Update } from './dynamo-table.ts';
import { eachOf } from './each-of.ts';
import { parseItem } from './parse-item.ts';
import { language, personRef, tenantRef } from './schemas.ts';
import type { FieldsOf } from './schemas.ts';
import { personKey, personOwner } from './table.ts';

const person = z.object({
  person: personRef,
  tenant: tenantRef,
  kind: z.enum(['member', 'guest', 'channel-guest', 'outsider', 'bot', 'deactivated']),
  language: language.optional(),
  zone: z.string().optional(),
  team: z.string().optional(),
  // A set of the storage's own: adding to it is one write without a read.
  leads: z
    .set(z.string())
    .default(new Set())
    .transform((teams) => [...teams].sort()),
} satisfies FieldsOf<Person>);

/** Who joined a team before we heard of them has a row without a profile, and is not known yet. */
const row = z.union([person, z.object({ kind: z.undefined() })]);

const known = (item: unknown): Person | undefined => {
  const found = parseItem(row, item);
  return found.kind === undefined ? undefined : found;
};

const MOST_A_BATCH = 100;

const pagesOf = <Value>(items: readonly Value[]): readonly (readonly Value[])[] =>
  Array.from({ length: Math.ceil(items.length / MOST_A_BATCH) }, (_, page) =>
    items.slice(page * MOST_A_BATCH, (page + 1) * MOST_A_BATCH),
  );

/** The index `owner` is told once: setting the same value again costs it nothing. */
const owned = (who: PersonRef): Update['values'] => {
  const { ownerPk, ownerSk } = personOwner(who);
  return { ':ownerPk': ownerPk, ':ownerSk': ownerSk };
};
const OWNED = '#ownerPk = :ownerPk, #ownerSk = :ownerSk';

const differs = (profile: Profile, stored: Profile | undefined): boolean =>
  stored === undefined ||
  stored.kind !== profile.kind ||
  stored.language !== profile.language ||
  stored.zone !== profile.zone;

/** Sets the profile and nothing else, so that a team which claims the person meanwhile keeps them. */
const profileUpdate = ({ person: who, tenant, kind, language: spoken, zone }: Profile): Update => {
  const gone = [...(spoken === undefined ? ['#language'] : []), ...(zone === undefined ? ['#zone'] : [])];
  const optional = [
    ...(spoken === undefined ? [] : [', #language = :language']),
    ...(zone === undefined ? [] : [', #zone = :zone']),
  ];
  const remove = gone.length === 0 ? '' : ` REMOVE ${gone.join(', ')}`;
  return {
    update: `SET #person = :person, #tenant = :tenant, #kind = :kind, ${OWNED}${optional.join('')}${remove}`,
    values: {
      ':person': who,
      ':tenant': tenant,
      ':kind': kind,
      ...(spoken === undefined ? {} : { ':language': spoken }),
      ...(zone === undefined ? {} : { ':zone': zone }),
      ...owned(who),
    },
  };
};

export const makeDynamoPeople = (table: DynamoTable): People => {
  const findMany = async (persons: readonly PersonRef[]): Promise<readonly Person[]> => {
    const found: Person[] = [];
    for (const page of pagesOf([...new Set(persons)])) {
      const items = await table.getMany(page.map(personKey));
      found.push(...items.flatMap((item) => known(item) ?? []));
    }
    return found;
  };
  return {
    find: async (who) => {
      const item = await table.get(personKey(who), 'strong');
      return item && known(item);
    },
    findMany,
    remember: async (profiles) => {
      const stored = new Map(
        (await findMany(profiles.map((profile) => profile.person))).map((one) => [one.person, one]),
      );
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
    lead: async (who, team) => {
      await table.update(personKey(who), {
        update: `SET ${OWNED} ADD #leads :teams`,
        values: { ':teams': new Set([team]), ...owned(who) },
      });
    },
    leave: async (who, team) => {
      await table.update(personKey(who), {
        update: 'REMOVE #team',
        condition: '#team = :team',
        values: { ':team': team },
      });
    },
  };
};
