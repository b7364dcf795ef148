import * as z from 'zod/mini';
import type { PersonRef } from '../../src/chat/identity.ts';
import type { Person, Profile } from '../../src/people/person.ts';
import type { Update } from './dynamo-table.ts';
import { ownFields, settingsIn } from './own-settings-item.ts';
import { parseItem } from './parse-item.ts';
import { language, personRef, tenantRef } from './schemas.ts';
import type { FieldsOf } from './schemas.ts';
import { personOwner } from './table.ts';

const profileFields = {
  person: personRef,
  tenant: tenantRef,
  kind: z.enum(['member', 'guest', 'channel-guest', 'outsider', 'bot', 'deactivated']),
  language: z.optional(language),
  zone: z.optional(z.string()),
  team: z.optional(z.string()),
  // A set of the storage's own: adding to it is one write without a read.
  leads: z.pipe(
    z._default(z.set(z.string()), new Set()),
    z.transform((teams: Set<string>): readonly string[] => [...teams].sort()),
  ),
  promisedIn: z.optional(z.string()),
} satisfies FieldsOf<Omit<Person, 'settings'>>;

export const personFields = { ...profileFields, ...ownFields };

const person = z.object(personFields);

/** Who joined a team before we heard of them has a row without a profile, and is not known yet. */
const row = z.union([person, z.object({ kind: z.optional(z.undefined()) })]);

export const personOf = (item: unknown): Person | undefined => {
  const found = parseItem(row, item);
  if (found.kind === undefined) return undefined;
  const { ownLanguage, ownAsks, ownAwayUntil, ownOff, ...rest } = found;
  const settings = settingsIn({ ownLanguage, ownAsks, ownAwayUntil, ownOff });
  return settings === undefined ? rest : { ...rest, settings };
};

/** The index `owner` is told once: setting the same value again costs it nothing. */
export const owned = (who: PersonRef): Update['values'] => {
  const { ownerPk, ownerSk } = personOwner(who);
  return { ':ownerPk': ownerPk, ':ownerSk': ownerSk };
};
export const OWNED = '#ownerPk = :ownerPk, #ownerSk = :ownerSk';

export const differs = (profile: Profile, stored: Profile | undefined): boolean =>
  stored === undefined ||
  stored.kind !== profile.kind ||
  stored.language !== profile.language ||
  stored.zone !== profile.zone;

/** Sets the profile and nothing else, so that a team which claims the person meanwhile keeps them. */
export const profileUpdate = ({ person: who, tenant, kind, language: spoken, zone }: Profile): Update => {
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
