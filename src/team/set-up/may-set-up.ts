import type { ConversationRef } from '../../chat/identity.ts';
import type { Person } from '../../people/person.ts';
import { isFullMember } from '../../people/person.ts';
import type { Channel, Directory } from '../../ports/directory.ts';
import type { Result } from '../../shared/result.ts';
import { ok, refuse } from '../../shared/result.ts';
import { unfitness } from '../audience.ts';
import type { SetUpRefusal } from '../refusals.ts';
import type { TeamIn } from '../team-in.ts';
import { isOver } from '../team.ts';
import type { Team } from '../team.ts';

export interface MaySetUpDeps {
  readonly teamIn: TeamIn;
  readonly directory: Pick<Directory, 'channel'>;
  readonly allowPublicChannels: boolean;
}

/** What is said of the team that a channel has already. */
export const teamExists = ({ state, waits, nextOpening, zone }: Team): Result<never, SetUpRefusal> => {
  if (state === 'ended') return refuse({ code: 'team-ending' });
  if (state === 'proposed') return refuse({ code: 'team-proposed' });
  if (waits === true) return refuse({ code: 'team-waits' });
  return nextOpening === undefined
    ? refuse({ code: 'team-settling' })
    : refuse({ code: 'team-exists', next: nextOpening.instant, zone });
};

/** Whether this person may set a team up in this channel, seen at this moment. Asked before the form and at each of its steps. */
export const makeMaySetUp =
  ({ teamIn, directory, allowPublicChannels }: MaySetUpDeps) =>
  async (person: Person, home: ConversationRef): Promise<Result<Channel, SetUpRefusal>> => {
    if (!isFullMember(person)) return refuse({ code: 'not-a-member' });
    const [channel, team] = await Promise.all([directory.channel(home), teamIn(person.tenant, home)]);
    if (team !== undefined && !isOver(team)) return teamExists(team);
    const unfit = unfitness(channel, allowPublicChannels);
    if (channel === undefined || unfit !== undefined) return refuse({ code: unfit ?? 'channel-unreadable' });
    return ok(channel);
  };

export type MaySetUp = ReturnType<typeof makeMaySetUp>;
