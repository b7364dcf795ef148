import type { Channel, User } from './types.ts';
import type { Workspace } from './workspace.ts';

export const isOutsider = ({ team }: Workspace, user: User): boolean => user.teamId !== team.id;

/** The direct message channel between the bot and a person; made on first use, as Slack does. */
export const directMessageOf = (workspace: Workspace, userId: string): Channel => {
  const id = `D${userId.slice(1)}`;
  const known = workspace.channels.get(id);
  if (known) return known;
  const made: Channel = {
    id,
    name: 'directmessage',
    kind: 'im',
    creator: userId,
    members: new Set([userId, workspace.app.botUser]),
    sharedWith: [],
    archived: false,
  };
  workspace.channels.set(id, made);
  return made;
};

export const shareAChannel = ({ channels }: Workspace, one: string, other: string): boolean =>
  [...channels.values()].some(({ members }) => members.has(one) && members.has(other));

/** What the bot can see: what it is in, and every public channel. */
export const visibleToBot = ({ app, channels }: Workspace, id: string): Channel | undefined => {
  const channel = channels.get(id);
  return channel && (channel.kind === 'public' || channel.members.has(app.botUser)) ? channel : undefined;
};
