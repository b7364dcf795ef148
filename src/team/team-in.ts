import type { ConversationRef, TenantRef } from '../chat/identity.ts';
import { idIn } from '../chat/identity.ts';
import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { Channels } from '../ports/channels.ts';
import { channelsOf } from './team.ts';
import type { Team } from './team.ts';

interface Deps {
  readonly teams: AggregateRepository<Team>;
  readonly channels: Channels;
}

/** The team that a channel belongs to, at home there or not; the last one it had, if that ended. May be a moment old. */
export const makeTeamIn =
  ({ teams, channels }: Deps) =>
  async (tenant: TenantRef, channel: ConversationRef): Promise<Team | undefined> => {
    // Most channels are their team's home, whose id is theirs: that needs no second step.
    const [claim, atHome] = await Promise.all([channels.find(channel), teams.glance(tenant, idIn(channel))]);
    if (claim === undefined || claim.team === atHome?.id) return atHome;
    const team = await teams.glance(tenant, claim.team);
    return team !== undefined && channelsOf(team).includes(channel) ? team : atHome;
  };

export type TeamIn = ReturnType<typeof makeTeamIn>;
