import type { PersonRef } from '../../chat/identity.ts';
import type { Person } from '../../people/person.ts';
import type { Directory } from '../../ports/directory.ts';
import type { People } from '../../ports/people.ts';
import { PortError } from '../../shared/errors.ts';
import { channelsOf } from '../team.ts';
import type { Team } from '../team.ts';

interface Deps {
  readonly directory: Pick<Directory, 'members' | 'people'>;
  readonly people: Pick<People, 'findMany'>;
}

/** Before the release nobody's profile is kept, so they are read for this moment: the first page, written nowhere. */
const strangers = async (
  { directory }: Deps,
  { tenant }: Team,
  missing: ReadonlySet<PersonRef>,
): Promise<readonly Person[]> => {
  try {
    const { profiles } = await directory.people(tenant);
    return profiles.filter(({ person }) => missing.has(person)).map((profile) => ({ ...profile, leads: [] }));
  } catch (error) {
    if (error instanceof PortError) return [];
    throw error;
  }
};

/**
 * Who is in the team's channels at this moment, as far as we know them: fast enough for somebody who waits. Undefined
 * where its home cannot be read; a further channel that cannot be is left out, as when a round opens.
 */
export const makePresent =
  (deps: Deps) =>
  async (team: Team): Promise<readonly Person[] | undefined> => {
    const [home, ...further] = await Promise.all(
      channelsOf(team).map((channel) => deps.directory.members(channel)),
    );
    if (home === undefined) return undefined;
    const members = new Set([...home, ...further.flatMap((page) => page ?? [])]);
    const known = await deps.people.findMany([...members]);
    for (const { person } of known) members.delete(person);
    const isNew = team.state === 'settling' && members.size > 0;
    return isNew ? [...known, ...(await strangers(deps, team, members))] : known;
  };

export type Present = ReturnType<typeof makePresent>;
