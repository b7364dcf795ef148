import type { Block } from './blocks/block.ts';
import type { AnyElement } from './blocks/elements-of.ts';
import { elementsOf } from './blocks/elements-of.ts';
import type { Deliver, Delivered } from './deliver.ts';
import type { Events } from './events.ts';
import type { Outcome } from './outcome.ts';
import type { ResponseUrls } from './response-urls.ts';
import type { Triggers } from './triggers.ts';
import type { Message, User } from './types.ts';
import { topView } from './views.ts';
import type { Workspace } from './workspace.ts';

/** What a person's client works with. */
export interface Acting {
  readonly workspace: Workspace;
  readonly triggers: Triggers;
  readonly urls: ResponseUrls;
  readonly deliver: Deliver;
  readonly events: Events;
}

/** All that a person can read in a channel: nothing where they are not a member. */
export const seenBy = (
  { channels, messages }: Workspace,
  user: string,
  channel: string,
): readonly Message[] =>
  channels.get(channel)?.members.has(user)
    ? messages.filter((message) => message.channel === channel && [undefined, user].includes(message.onlyFor))
    : [];

const allSeenBy = (workspace: Workspace, user: string): readonly Message[] =>
  [...workspace.channels.keys()].flatMap((channel) => seenBy(workspace, user, channel));

/** The screen after an action: what is open, and what was not there before. */
export const observed = async (
  { workspace }: Acting,
  { id }: User,
  act: () => Promise<Omit<Outcome, 'view' | 'messages'>>,
): Promise<Outcome> => {
  const before = new Set(allSeenBy(workspace, id).map(({ channel, ts }) => `${channel}/${ts}`));
  const done = await act();
  const messages = allSeenBy(workspace, id).filter(({ channel, ts }) => !before.has(`${channel}/${ts}`));
  const view = topView(workspace, id);
  return { ...done, messages, ...(view ? { view } : {}) };
};

export const failure = (delivered: Delivered): Omit<Outcome, 'view' | 'messages'> =>
  delivered.ok ? { delivered } : { delivered, error: delivered.error };

export interface Found {
  readonly blockId: string;
  readonly element: AnyElement;
}

/** An element by what stands on it, by its action id, or by block and action id with a slash between. Throws when there is none, so that a test says so. */
export const findElement = (blocks: readonly Block[], name: string): Found => {
  const all = blocks.flatMap((block) =>
    elementsOf(block).map((element) => ({ blockId: block.block_id, element })),
  );
  const found = all.find(
    ({ blockId, element }) =>
      [element.action_id, `${blockId}/${element.action_id}`].includes(name) ||
      (element.type === 'button' && element.text.text === name),
  );
  if (found) return found;
  const labels = all.map(({ element }) =>
    element.type === 'button' ? element.text.text : element.action_id,
  );
  throw new Error(`there is no "${name}" to click, only: ${labels.join(' | ')}`);
};
