import { directMessageOf, isOutsider, shareAChannel, visibleToBot } from '../conversations.ts';
import type { Fields } from '../json.ts';
import { flagArg, textArg } from '../json.ts';
import type { Channel } from '../types.ts';
import type { Workspace } from '../workspace.ts';
import type { Method } from './method.ts';
import { refuse } from './method.ts';
import { page } from './pages.ts';

/** The read scope of any kind of conversation lets the method be called; what it shows depends on membership. */
const READ = ['channels:read', 'groups:read', 'im:read', 'mpim:read'];

/** Topic and purpose have the same shape; nobody here writes either. */
const note = (creator: string): Fields => ({ value: '', creator, last_set: 0 });

/**
 * `is_shared` covers sharing inside an organisation as well; `is_ext_shared` alone says that outsiders read along.
 * What is private says `is_private`, neither the prefix of the id nor `is_group`.
 */
const channelObject = ({ app, team }: Workspace, channel: Channel): Fields => {
  const common = { id: channel.id, created: 1_700_000_000, is_archived: channel.archived };
  if (channel.kind === 'im') {
    return { ...common, is_im: true, is_org_shared: false, user: channel.creator, context_team_id: team.id };
  }
  const external = channel.sharedWith.length > 0;
  return {
    ...common,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: true,
    is_group: false,
    is_im: false,
    is_mpim: false,
    is_private: channel.kind === 'private',
    is_general: false,
    unlinked: 0,
    is_shared: external,
    is_org_shared: false,
    is_ext_shared: external,
    is_pending_ext_shared: false,
    pending_shared: [],
    shared_team_ids: [team.id, ...channel.sharedWith],
    context_team_id: team.id,
    creator: channel.creator,
    is_member: channel.members.has(app.botUser),
    topic: note(channel.creator),
    purpose: note(channel.creator),
    previous_names: [],
  };
};

/** A private channel without the bot does not exist for it, as in Slack: `channel_not_found`, not a missing right. */
const info: Method = {
  scopes: READ,
  run: ({ workspace }, args) => {
    const channel = visibleToBot(workspace, textArg(args, 'channel'));
    if (!channel) return refuse('channel_not_found');
    const members = flagArg(args, 'include_num_members') ? { num_members: channel.members.size } : {};
    return { ok: true, channel: { ...channelObject(workspace, channel), ...members } };
  },
};

/** Everybody: bots, guests, deactivated accounts and people of other organisations. Sorting them out is the app's. */
const members: Method = {
  scopes: READ,
  run: ({ workspace }, args) => {
    const channel = visibleToBot(workspace, textArg(args, 'channel'));
    return channel ? page(args, 'members', [...channel.members]) : refuse('channel_not_found');
  },
};

const TYPES = { public: 'public_channel', private: 'private_channel', im: 'im' } as const;

/** `types` is a comma-separated list; public channels alone when it is absent. */
const list: Method = {
  scopes: READ,
  run: ({ workspace }, args) => {
    const types = (textArg(args, 'types') || TYPES.public).split(',');
    const wanted = [...workspace.channels.values()].filter(
      ({ id, kind, archived }) =>
        visibleToBot(workspace, id) &&
        types.includes(TYPES[kind]) &&
        !(archived && flagArg(args, 'exclude_archived')),
    );
    return page(
      args,
      'channels',
      wanted.map((channel) => channelObject(workspace, channel)),
    );
  },
};

/** One person at a time: group messages are not simulated, and said so by `not_supported`. */
const open: Method = {
  scopes: ['im:write', 'mpim:write'],
  run: ({ workspace }, args) => {
    const asked = textArg(args, 'users').split(',').filter(Boolean);
    const user = workspace.users.get(asked[0] ?? '');
    if (asked.length > 1) return refuse('not_supported');
    if (!user) return refuse('user_not_found');
    if (user.kind === 'bot') return refuse('cannot_dm_bot');
    if (user.deleted) return refuse('user_disabled');
    if (isOutsider(workspace, user) && !shareAChannel(workspace, user.id, workspace.app.botUser)) {
      return refuse('user_not_visible');
    }
    return { ok: true, channel: { id: directMessageOf(workspace, user.id).id } };
  },
};

export const conversationMethods: Readonly<Record<string, Method>> = {
  'conversations.info': info,
  'conversations.members': members,
  'conversations.list': list,
  'conversations.open': open,
};
