import type { Fields } from '../json.ts';
import { jsonArg, textArg } from '../json.ts';
import { messageAt, messageObject, post, readContent, remove, rewrite } from '../messages.ts';
import type { Method } from './method.ts';
import { refuse } from './method.ts';
import { placeFor } from './places.ts';

const scopes = ['chat:write'];
const LONGEST_UPDATE = 4000;

/** Text and blocks in forms are strings, blocks as JSON in one; in JSON bodies they are what they are. */
const content = (args: Fields) => readContent(textArg(args, 'text'), jsonArg(args, 'blocks'));

/** docs.slack.dev/reference/methods/chat.postMessage. There is no idempotency key: the same call twice is two messages. */
const postMessage: Method = {
  scopes,
  run: ({ workspace }, args) => {
    const place = placeFor(workspace, textArg(args, 'channel'));
    if (!place.ok) return refuse(place.error);
    const read = content(args);
    if (!read.ok) return { ok: false, ...read.fault };
    const threadTs = textArg(args, 'thread_ts') || undefined;
    const message = post(workspace, place.channel.id, {
      ...read.value,
      user: workspace.app.botUser,
      threadTs,
    });
    const { channel, ts } = message;
    return { ok: true, channel, ts, message: messageObject(workspace, message) };
  },
};

/**
 * Ephemeral messages cannot be updated by the Web API, only by the response URL that came with a click on them.
 * Text over 4,000 characters is refused here, where `chat.postMessage` still takes it.
 */
const update: Method = {
  scopes,
  run: ({ workspace }, args) => {
    const message = messageAt(workspace, textArg(args, 'channel'), textArg(args, 'ts'));
    if (!message || message.onlyFor !== undefined) return refuse('message_not_found');
    if (message.user !== workspace.app.botUser) return refuse('cant_update_message');
    if (textArg(args, 'text').length > LONGEST_UPDATE) return refuse('msg_too_long');
    const read = content(args);
    if (!read.ok) return { ok: false, ...read.fault };
    const edited = rewrite(workspace, message, read.value);
    const { channel, ts, text } = edited;
    return { ok: true, channel, ts, text, message: messageObject(workspace, edited) };
  },
};

/** A bot deletes its own messages; those of people are an administrator's business. */
const deleteMessage: Method = {
  scopes,
  run: ({ workspace }, args) => {
    const message = messageAt(workspace, textArg(args, 'channel'), textArg(args, 'ts'));
    if (!message || message.onlyFor !== undefined) return refuse('message_not_found');
    if (message.user !== workspace.app.botUser) return refuse('cant_delete_message');
    remove(workspace, message);
    return { ok: true, channel: message.channel, ts: message.ts };
  },
};

/** Not stored by Slack: the answer has a `message_ts`, but no other method knows it. */
const postEphemeral: Method = {
  scopes,
  run: ({ workspace }, args) => {
    const place = placeFor(workspace, textArg(args, 'channel'));
    if (!place.ok) return refuse(place.error);
    const onlyFor = textArg(args, 'user');
    if (!place.channel.members.has(onlyFor)) return refuse('user_not_in_channel');
    const read = content(args);
    if (!read.ok) return { ok: false, ...read.fault };
    const { ts } = post(workspace, place.channel.id, { ...read.value, user: workspace.app.botUser, onlyFor });
    return { ok: true, message_ts: ts };
  },
};

/** Needs no scope. Answers for messages that exist, wherever the bot can see them. */
const getPermalink: Method = {
  scopes: [],
  run: ({ workspace }, args) => {
    const channel = textArg(args, 'channel');
    const ts = textArg(args, 'message_ts');
    if (!workspace.channels.has(channel)) return refuse('channel_not_found');
    if (!messageAt(workspace, channel, ts)) return refuse('message_not_found');
    const permalink = `https://${workspace.team.domain}.slack.com/archives/${channel}/p${ts.replace('.', '')}`;
    return { ok: true, channel, permalink };
  },
};

export const chatMethods: Readonly<Record<string, Method>> = {
  'chat.postMessage': postMessage,
  'chat.update': update,
  'chat.delete': deleteMessage,
  'chat.postEphemeral': postEphemeral,
  'chat.getPermalink': getPermalink,
};
