import { directMessageOf, isOutsider, shareAChannel, visibleToBot } from '../conversations.ts';
import type { Channel } from '../types.ts';
import type { Workspace } from '../workspace.ts';

type Place =
  | { readonly ok: true; readonly channel: Channel }
  | { readonly ok: false; readonly error: string };

const directPlace = (workspace: Workspace, userId: string): Place => {
  const user = workspace.users.get(userId);
  if (!user || user.deleted) return { ok: false, error: 'channel_not_found' };
  if (user.kind === 'bot') return { ok: false, error: 'cannot_dm_bot' };
  if (isOutsider(workspace, user) && !shareAChannel(workspace, userId, workspace.app.botUser)) {
    return { ok: false, error: 'channel_not_found' };
  }
  return { ok: true, channel: directMessageOf(workspace, userId) };
};

/** Where the bot may post: a channel it is in, or a person's direct messages under the person's id. */
export const placeFor = (workspace: Workspace, id: string): Place => {
  if (/^[UW]/.test(id)) return directPlace(workspace, id);
  const channel = visibleToBot(workspace, id);
  if (!channel) return { ok: false, error: 'channel_not_found' };
  if (channel.archived) return { ok: false, error: 'is_archived' };
  const { app } = workspace;
  return channel.members.has(app.botUser) || app.scopes.includes('chat:write.public')
    ? { ok: true, channel }
    : { ok: false, error: 'not_in_channel' };
};
