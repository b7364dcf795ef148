import type { ConversationRef, PersonRef } from '../chat/identity.ts';
import type { KnowMembers } from '../people/identify.ts';
import type { Person } from '../people/person.ts';
import type { Channel, Directory } from '../ports/directory.ts';
import type { Result } from '../shared/result.ts';
import { ok, refuse } from '../shared/result.ts';
import { channelsOf } from './team.ts';
import type { Team } from './team.ts';

/** Why a channel cannot be one of a team's. */
export type Unfit = 'channel-unreadable' | 'channel-archived' | 'channel-shared' | 'channel-public';

/** One rule for setting up, opening and publishing: only people of ours, and only the team's own, may read along. */
export const unfitness = (channel: Channel | undefined, allowPublicChannels: boolean): Unfit | undefined => {
  if (channel === undefined) return 'channel-unreadable';
  if (channel.archived) return 'channel-archived';
  if (channel.shared) return 'channel-shared';
  return channel.visibility === 'public' && !allowPublicChannels ? 'channel-public' : undefined;
};

/** Those of a team's channels in which nobody else reads along by now: whatever is posted later goes there alone. */
export const makeFitChannels =
  ({
    directory,
    allowPublicChannels,
  }: {
    readonly directory: Pick<Directory, 'channel'>;
    readonly allowPublicChannels: boolean;
  }) =>
  async (team: Pick<Team, 'home' | 'alsoIn'>): Promise<readonly ConversationRef[]> => {
    const fit: ConversationRef[] = [];
    for (const conversation of channelsOf(team)) {
      const unfit = unfitness(await directory.channel(conversation), allowPublicChannels);
      if (unfit === undefined) fit.push(conversation);
    }
    return fit;
  };

interface Deps {
  readonly directory: Directory;
  readonly knowMembers: KnowMembers;
  readonly allowPublicChannels: boolean;
}

export interface Audience {
  readonly people: readonly Person[];
  /** The further channels that are left out. */
  readonly unfit: readonly ConversationRef[];
}

/**
 * Everybody of ours in the team's channels at this moment. Refused where its home is no fit one any more or cannot be
 * read; a further channel of which that is true is left out, with whoever is in no other.
 */
export const makeAudienceOf = ({ directory, knowMembers, allowPublicChannels }: Deps) => {
  const read = async (
    conversation: ConversationRef,
  ): Promise<Result<readonly PersonRef[], { readonly code: Unfit }>> => {
    const unfit = unfitness(await directory.channel(conversation), allowPublicChannels);
    if (unfit !== undefined) return refuse({ code: unfit });
    const members = await directory.members(conversation);
    return members === undefined ? refuse({ code: 'channel-unreadable' }) : ok(members);
  };

  return async (team: Team): Promise<Result<Audience, { readonly code: Unfit }>> => {
    const home = await read(team.home);
    if (!home.ok) return home;
    const members = new Set(home.value);
    const unfit: ConversationRef[] = [];
    for (const conversation of team.alsoIn ?? []) {
      const further = await read(conversation);
      if (further.ok) for (const member of further.value) members.add(member);
      else unfit.push(conversation);
    }
    return ok({ people: await knowMembers([...members], team.tenant), unfit });
  };
};

export type AudienceOf = ReturnType<typeof makeAudienceOf>;
