import { expect } from '@jest/globals';
import { checkBlocks } from '../../playground/slack/blocks/check.ts';
import type { SlackDouble } from '../../playground/slack/double.ts';
import { parseJson } from '../../playground/slack/json.ts';
import type { Outcome } from '../../playground/slack/outcome.ts';
import type { Message, View } from '../../playground/slack/types.ts';
import type { RunningRahmen } from './running-rahmen.ts';

/* What Slack's client would not let anybody do. */

export interface Forged {
  readonly on: Message;
  readonly id: string;
  readonly value: string;
}

/** Presses a button of one's own making on a message that is there; the message stays as it was. */
export const pressForged = async (
  { workspace, asPerson }: SlackDouble,
  person: string,
  { on: message, id, value }: Forged,
): Promise<Outcome> => {
  const blocks = message.blocks.map((block) => {
    if (block.type !== 'actions') return block;
    const [button] = block.elements;
    return { ...block, elements: [{ ...button, action_id: id, value }] };
  });
  const checked = checkBlocks(parseJson(JSON.stringify(blocks)));
  if (!checked.ok) throw new Error(checked.messages.join('; '));
  const copy = { ...message, blocks: checked.value, ts: workspace.nextTs() };
  workspace.messages.push(copy);
  const outcome = await asPerson(person).click(copy, id);
  workspace.messages.splice(workspace.messages.indexOf(copy), 1);
  return outcome;
};

/** The open form with other metadata. */
export const forgedForm = ({ workspace }: SlackDouble, view: View, metadata: string): View => {
  const forged = { ...view, source: { ...view.source, private_metadata: metadata } };
  workspace.views.set(view.id, forged);
  return forged;
};

/** Does it and finds both tables and both queues as they were. */
export const changingNothing = async <T>(rahmen: RunningRahmen, act: () => Promise<T>): Promise<T> => {
  const seen = async () => ({
    ...(await rahmen.dump()),
    jobs: rahmen.queue.messages('jobs'),
    messages: rahmen.queue.messages('messages'),
  });
  const before = await seen();
  const outcome = await act();
  expect(await seen()).toEqual(before);
  return outcome;
};
