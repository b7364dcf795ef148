import * as z from 'zod';
import { actionElement, blockId, inputElement } from './elements.ts';
import { richTextElement } from './rich-text.ts';
import { anyText, plainText } from './text-objects.ts';

/** Limits: docs.slack.dev/reference/block-kit/blocks. */
const header = z.strictObject({ type: z.literal('header'), block_id: blockId, text: plainText(150) });

const divider = z.strictObject({ type: z.literal('divider'), block_id: blockId });

/** Text, fields or both: a section without either is refused. */
const section = z
  .strictObject({
    type: z.literal('section'),
    block_id: blockId,
    text: anyText(3000).optional(),
    fields: z.array(anyText(2000)).min(1).max(10).optional(),
    accessory: actionElement.optional(),
    expand: z.boolean().optional(),
  })
  .refine(({ text, fields }) => text !== undefined || fields !== undefined, 'missing required field: text');

/** Slack takes images here as well; this project sends none, so the double refuses them. */
const context = z.strictObject({
  type: z.literal('context'),
  block_id: blockId,
  elements: z.array(anyText(3000)).min(1).max(10),
});

const actions = z.strictObject({
  type: z.literal('actions'),
  block_id: blockId,
  elements: z.array(actionElement).min(1).max(25),
});

const input = z.strictObject({
  type: z.literal('input'),
  block_id: blockId,
  label: plainText(2000),
  hint: plainText(2000).optional(),
  element: inputElement,
  optional: z.boolean().default(false),
  dispatch_action: z.boolean().default(false),
});

const richText = z.strictObject({
  type: z.literal('rich_text'),
  block_id: blockId,
  elements: z.array(richTextElement),
});

/** The blocks this double knows. Slack has more; one it does not know is refused, never dropped. */
export const block = z.discriminatedUnion('type', [
  header,
  divider,
  section,
  context,
  actions,
  input,
  richText,
]);

export type Block = z.infer<typeof block>;
export type InputBlock = z.infer<typeof input>;
