import type { TeamNotice } from '../delivery/message.ts';
import type { KnowMembers } from '../people/identify.ts';
import type { Person } from '../people/person.ts';
import type { Channel, Directory } from '../ports/directory.ts';
import type { Result } from '../shared/result.ts';
import { ok, refuse } from '../shared/result.ts';
import type { Team } from './team.ts';

/** Why a channel cannot be a team's home. */
export type Unfit = 'channel-unreadable' | 'channel-archived' | 'channel-shared' | 'channel-public';

/** One rule for setting up, opening and publishing: only people of ours, and only the team's own, may read along. */
export const unfitness = (channel: Channel | undefined, allowPublicChannels: boolean): Unfit | undefined => {
  if (channel === undefined) return 'channel-unreadable';
  if (channel.archived) return 'channel-archived';
  if (channel.shared) return 'channel-shared';
  return channel.visibility === 'public' && !allowPublicChannels ? 'channel-public' : undefined;
};

interface Deps {
  readonly directory: Directory;
  readonly knowMembers: KnowMembers;
  readonly allowPublicChannels: boolean;
}

/** Everybody of ours in the team's channel at this moment; refused where it is no fit home, or cannot be read. */
export const makeAudienceOf =
  ({ directory, knowMembers, allowPublicChannels }: Deps) =>
  async (team: Team): Promise<Result<readonly Person[], { readonly code: TeamNotice }>> => {
    const unfit = unfitness(await directory.channel(team.home), allowPublicChannels);
    if (unfit !== undefined) return refuse({ code: unfit });
    const members = await directory.members(team.home);
    if (members === undefined) return refuse({ code: 'channel-unreadable' });
    return ok(await knowMembers(members, team.tenant));
  };

export type AudienceOf = ReturnType<typeof makeAudienceOf>;
