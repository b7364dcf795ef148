import type { PersonRef, TenantRef } from '../../chat/identity.ts';
import type { Profile } from '../../people/person.ts';
import { canBeAsked, isReader } from '../../people/person.ts';
import type { Directory } from '../../ports/directory.ts';
import type { People } from '../../ports/people.ts';
import { PortError } from '../../shared/errors.ts';

/** Somebody waits for the answer: of more people than this only the number is known. */
const LOOKED_AT = 500;

/** At most so many; exactly so many where everybody is known. */
export interface Count {
  readonly n: number;
  readonly exact: boolean;
}

export interface Counts {
  readonly readers: Count;
  readonly asked: Count;
}

interface Group {
  readonly tenant: TenantRef;
  /** The team's id: its own people count, those of another team do not. */
  readonly team: string;
  readonly members: readonly PersonRef[];
  readonly leads: readonly PersonRef[];
}

interface Deps {
  readonly people: Pick<People, 'findMany'>;
  readonly directory: Pick<Directory, 'people'>;
}

interface Known {
  readonly profiles: readonly (Profile & { readonly team?: string | undefined })[];
  /** So many may be anybody. */
  readonly unknown: number;
}

/** One page of the tenant's people holds all of a small one; who is in none of its pages is an outsider. */
const look = async (
  { people, directory }: Deps,
  { tenant, members }: Pick<Group, 'tenant' | 'members'>,
): Promise<Known> => {
  if (members.length > LOOKED_AT) return { profiles: [], unknown: members.length };
  const known = await people.findMany(members);
  const missing = new Set(members);
  for (const { person } of known) missing.delete(person);
  if (missing.size === 0) return { profiles: known, unknown: 0 };
  try {
    const page = await directory.people(tenant);
    const found = page.profiles.filter(({ person }) => missing.delete(person));
    return { profiles: [...known, ...found], unknown: page.next === undefined ? 0 : missing.size };
  } catch (error) {
    if (error instanceof PortError) return { profiles: known, unknown: missing.size };
    throw error;
  }
};

/**
 * How many can read a team's channels, and how many would be asked: not its leads, not people of another pulse team, no
 * bots and no outsiders. Fast rather than exact where not everybody is known yet. Writes nothing.
 */
export const makeCountPeople =
  (deps: Deps) =>
  async (group: Group): Promise<Counts> => {
    const { profiles, unknown } = await look(deps, group);
    const asked = profiles.filter(
      (one) =>
        canBeAsked(one) &&
        !group.leads.includes(one.person) &&
        (one.team === undefined || one.team === group.team),
    );
    // Leads are people of ours, known or not.
    const leadsUnknown = unknown > 0 ? group.leads.filter((lead) => !has(profiles, lead)).length : 0;
    const exact = unknown === 0;
    return {
      readers: { n: profiles.filter(isReader).length + unknown, exact },
      asked: { n: asked.length + unknown - leadsUnknown, exact },
    };
  };

const has = (profiles: Known['profiles'], lead: PersonRef): boolean =>
  profiles.some(({ person }) => person === lead);

export type CountPeople = ReturnType<typeof makeCountPeople>;
