import type { ConversationRef } from '../../chat/identity.ts';
import { isFullMember } from '../../people/person.ts';
import type { Person } from '../../people/person.ts';
import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { Directory } from '../../ports/directory.ts';
import { makeFitChannels } from '../../team/audience.ts';
import type { Team } from '../../team/team.ts';
import type { Round } from '../round.ts';

/**
 * Who reads a result again: the team's people, its leads, and whoever stands in one of its channels at this moment, as
 * long as it is one in which a result may be posted. In one where others can read along by now nobody reads it for
 * standing there. Where a press does not say where it was made (a dialog, the home tab), the platform is asked.
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
    if (person.team === round.team || person.leads.includes(round.team)) return true;
    const team = await teams.glance(round.tenant, round.team);
    const fit = await fitChannels(team ?? { home: round.home });
    if (from !== undefined && fit.includes(from)) return true;
    for (const channel of fit) if (await standsIn(person, channel)) return true;
    return false;
  };
};

export type MayReadResult = ReturnType<typeof makeMayReadResult>;
