import type { ConversationRef } from '../../chat/identity.ts';
import { isFullMember } from '../../people/person.ts';
import type { Person } from '../../people/person.ts';
import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { Directory } from '../../ports/directory.ts';
import { makeFitChannels } from '../../team/audience.ts';
import type { Team } from '../../team/team.ts';
import { channelsOfRound } from '../round.ts';
import type { Round } from '../round.ts';
import { isOfFormer } from './hide-comment.ts';

/**
 * Who reads a result again: the team's people, its leads, and whoever stands at this moment in one of the channels in
 * which the round was told of, as long as a result may be posted there. In one that was added later, or where others
 * can read along by now, nobody reads it for standing there. A round of the team that was in the same home before is
 * for who stands in such a channel alone: the people and leads of this one are others. Where a press does not say where
 * it was made (a dialog, the home tab), the platform is asked.
 */
export const makeMayReadResult = ({
  teams,
  directory,
  allowPublicChannels,
}: {
  readonly teams: AggregateRepository<Team>;
  readonly directory: Pick<Directory, 'channel' | 'members'>;
  readonly allowPublicChannels: boolean;
}) => {
  const fitChannels = makeFitChannels({ directory, allowPublicChannels });

  const standsIn = async (person: Person, channel: ConversationRef): Promise<boolean> => {
    if ((await directory.members(channel))?.includes(person.person) === true) return true;
    return isFullMember(person) && (await directory.channel(channel))?.visibility === 'public';
  };

  return async (round: Round, person: Person, from: ConversationRef | undefined): Promise<boolean> => {
    const team = await teams.glance(round.tenant, round.team);
    const ofThem = person.team === round.team || person.leads.includes(round.team);
    if (ofThem && (team === undefined || !isOfFormer(team, round))) return true;
    const [home, ...alsoIn] = channelsOfRound(round, team ?? { home: round.home });
    const fit = home === undefined ? [] : await fitChannels({ home, alsoIn });
    if (from !== undefined && fit.includes(from)) return true;
    for (const channel of fit) if (await standsIn(person, channel)) return true;
    return false;
  };
};

export type MayReadResult = ReturnType<typeof makeMayReadResult>;
