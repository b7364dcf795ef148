import { checkBlocks } from './blocks/check.ts';
import type { Block } from './blocks/block.ts';
import type { Fields } from './json.ts';
import type { Message, SharedFile } from './types.ts';
import type { Workspace } from './workspace.ts';

export interface Content {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** The rest of a refusing answer: the code and what Slack says about it. */
export interface Refused {
  readonly error: string;
  readonly errors?: readonly string[];
  readonly response_metadata?: Fields;
}

export type Read =
  | { readonly ok: true; readonly value: Content }
  | { readonly ok: false; readonly fault: Refused };

const LONGEST_TEXT = 40_000;

/** Slack documents no number; people met `msg_blocks_too_long` at about this size (bolt-js issues 2509 and 2867). */
const LARGEST_BLOCKS = 13_200;

/** Text and blocks of anything that becomes a message, checked as `chat.postMessage` checks them. */
export const readContent = (text: string, blocks: unknown): Read => {
  if (blocks === undefined || blocks === null || blocks === '') {
    return text === ''
      ? { ok: false, fault: { error: 'no_text' } }
      : { ok: true, value: { text: text.slice(0, LONGEST_TEXT), blocks: [] } };
  }
  const checked = checkBlocks(blocks);
  if (!checked.ok) {
    const { messages } = checked;
    return {
      ok: false,
      fault: { error: 'invalid_blocks', errors: messages, response_metadata: { messages } },
    };
  }
  if (JSON.stringify(checked.value).length > LARGEST_BLOCKS) {
    return { ok: false, fault: { error: 'msg_blocks_too_long' } };
  }
  if (text === '' && checked.value.length === 0) return { ok: false, fault: { error: 'no_text' } };
  return { ok: true, value: { text: text.slice(0, LONGEST_TEXT), blocks: checked.value } };
};

/** Ephemeral messages are kept beside the others, for the one person who sees them. */
export const post = (
  workspace: Workspace,
  channel: string,
  message: Content & Pick<Message, 'user' | 'onlyFor' | 'threadTs' | 'files'>,
): Message => {
  const posted = { ts: workspace.nextTs(), channel, ...message };
  workspace.messages.push(posted);
  workspace.changed();
  return posted;
};

/** Ids are unique within a channel, not beyond it. */
export const messageAt = ({ messages }: Workspace, channel: string, ts: string): Message | undefined =>
  messages.find((message) => message.channel === channel && message.ts === ts);

const replace = (workspace: Workspace, old: Message, now: readonly Message[]): void => {
  workspace.messages.splice(workspace.messages.indexOf(old), 1, ...now);
  workspace.changed();
};

/** Blocks replace blocks silently; new text without blocks removes them and shows as edited. */
export const rewrite = (workspace: Workspace, old: Message, content: Content): Message => {
  const edited = { ...old, ...content, edited: old.edited || content.blocks.length === 0 };
  replace(workspace, old, [edited]);
  return edited;
};

export const remove = (workspace: Workspace, old: Message): void => replace(workspace, old, []);

/** Slack sends the address of a file's content, never the content. */
const fileObject = ({ id, name, size }: SharedFile): Fields => ({ id, name, title: name, size });

/** A message as the Web API and payloads carry it. */
export const messageObject = ({ app, team }: Workspace, message: Message): Fields => ({
  type: 'message',
  user: message.user,
  ts: message.ts,
  ...(message.user === app.botUser ? { bot_id: app.botId, app_id: app.appId } : {}),
  text: message.text,
  team: team.id,
  ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
  ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
  ...(message.files ? { files: message.files.map(fileObject) } : {}),
  ...(message.edited ? { edited: { user: message.user, ts: message.ts } } : {}),
});
