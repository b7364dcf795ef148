import type { Person } from '../people/person.ts';
import type { Directory } from '../ports/directory.ts';
import type { People } from '../ports/people.ts';
import { channelsOf } from './team.ts';
import type { Team } from './team.ts';

interface Deps {
  readonly directory: Pick<Directory, 'members'>;
  readonly people: Pick<People, 'findMany'>;
}

/**
 * Who is in the team's channels at this moment, as far as we know them: fast enough for somebody who waits. Undefined
 * where its home cannot be read; a further channel that cannot be is left out, as when a round opens.
 */
export const makePresent =
  ({ directory, people }: Deps) =>
  async (team: Team): Promise<readonly Person[] | undefined> => {
    const [home, ...further] = await Promise.all(
      channelsOf(team).map((channel) => directory.members(channel)),
    );
    return home === undefined
      ? undefined
      : people.findMany([...new Set([...home, ...further.flatMap((page) => page ?? [])])]);
  };

export type Present = ReturnType<typeof makePresent>;
