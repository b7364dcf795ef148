import { expect } from '@jest/globals';
import { checkBlocks } from '../../playground/slack/blocks/check.ts';
import type { SlackDouble } from '../../playground/slack/double.ts';
import { parseJson } from '../../playground/slack/json.ts';
import type { Message, View } from '../../playground/slack/types.ts';
import type { RunningRahmen } from './running-rahmen.ts';

/* What Slack's client would not let anybody do. */

/** A copy of a message in its place, whose first button carries another value. */
export const forgedButton = ({ workspace }: SlackDouble, message: Message, value: string): Message => {
  const [, ...rest] = message.blocks.filter(({ type }) => type === 'actions');
  const blocks = message.blocks
    .filter((block) => !rest.includes(block))
    .map((block) => {
      if (block.type !== 'actions') return block;
      const [button, ...others] = block.elements;
      return { ...block, elements: [{ ...button, value }, ...others] };
    });
  const checked = checkBlocks(parseJson(JSON.stringify(blocks)));
  if (!checked.ok) throw new Error(checked.messages.join('; '));
  const copy = { ...message, blocks: checked.value, ts: workspace.nextTs() };
  workspace.messages.push(copy);
  return copy;
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
