import type { Person } from '../../people/person.ts';
import type { Directory } from '../../ports/directory.ts';
import { channelsOf } from '../team.ts';
import type { Team } from '../team.ts';

/** Whether somebody is in one of a team's channels at this moment, by asking the platform. */
export const makeStandsIn =
  ({ directory }: { readonly directory: Pick<Directory, 'members'> }) =>
  async ({ person }: Pick<Person, 'person'>, team: Pick<Team, 'home' | 'alsoIn'>): Promise<boolean> => {
    for (const channel of channelsOf(team)) {
      if ((await directory.members(channel))?.includes(person) === true) return true;
    }
    return false;
  };

export type StandsIn = ReturnType<typeof makeStandsIn>;
