import * as z from 'zod';

const style = z
  .strictObject({
    bold: z.boolean().optional(),
    italic: z.boolean().optional(),
    strike: z.boolean().optional(),
    code: z.boolean().optional(),
  })
  .optional();

/** docs.slack.dev/reference/block-kit/blocks/rich-text-block. Text here is literal: nothing in it is read as markup. */
const inline = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string().min(1), style }),
  z.strictObject({
    type: z.literal('link'),
    url: z.string().min(1),
    text: z.string().optional(),
    unsafe: z.boolean().optional(),
    style,
  }),
  z.strictObject({ type: z.literal('user'), user_id: z.string().min(1), style }),
  z.strictObject({ type: z.literal('usergroup'), usergroup_id: z.string().min(1), style }),
  z.strictObject({ type: z.literal('channel'), channel_id: z.string().min(1), style }),
  z.strictObject({ type: z.literal('broadcast'), range: z.enum(['here', 'channel', 'everyone']), style }),
  z.strictObject({ type: z.literal('emoji'), name: z.string().min(1), unicode: z.string().optional() }),
  z.strictObject({
    type: z.literal('date'),
    timestamp: z.int(),
    format: z.string().min(1),
    url: z.string().optional(),
    fallback: z.string().optional(),
    style,
  }),
]);

const elements = z.array(inline);
/** Slack names no length limit for rich text; what is too much is the whole message. */
const section = z.strictObject({ type: z.literal('rich_text_section'), elements });

/** `indent` nests a list by following one with a deeper one; lists do not contain lists. */
const list = z.strictObject({
  type: z.literal('rich_text_list'),
  style: z.enum(['bullet', 'ordered']),
  elements: z.array(section).min(1),
  indent: z.int().min(0).max(8).optional(),
  offset: z.int().min(0).optional(),
  border: z.int().min(0).max(1).optional(),
});

const quote = z.strictObject({
  type: z.literal('rich_text_quote'),
  elements,
  border: z.int().min(0).max(1).optional(),
});

const preformatted = z.strictObject({
  type: z.literal('rich_text_preformatted'),
  elements,
  border: z.int().min(0).max(1).optional(),
});

/** Nothing nests further: quotes and code hold inline elements only. */
export const richTextElement = z.discriminatedUnion('type', [section, list, quote, preformatted]);

export type RichInline = z.infer<typeof inline>;
export type RichTextElement = z.infer<typeof richTextElement>;
