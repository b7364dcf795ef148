import * as z from 'zod';
import { block } from './block.ts';
import { plainText } from './text-objects.ts';

const BLOCKS_IN_A_VIEW = 100;

/** docs.slack.dev/reference/views. */
const common = {
  blocks: z.array(block).max(BLOCKS_IN_A_VIEW),
  private_metadata: z.string().max(3000).default(''),
  callback_id: z.string().max(255).default(''),
  external_id: z.string().max(255).default(''),
};

const modal = z
  .strictObject({
    type: z.literal('modal'),
    ...common,
    title: plainText(24),
    submit: plainText(24).optional(),
    close: plainText(24).optional(),
    clear_on_close: z.boolean().default(false),
    notify_on_close: z.boolean().default(false),
    submit_disabled: z.boolean().optional(),
  })
  .refine(({ blocks, submit }) => submit !== undefined || blocks.every(({ type }) => type !== 'input'), {
    path: ['submit'],
    message: 'missing required field: submit',
  });

/** A home tab has neither title nor buttons of its own. */
const home = z.strictObject({ type: z.literal('home'), ...common });

export const view = z.discriminatedUnion('type', [modal, home]);
export const blocksOfMessage = z.array(block).max(50);

/** What an app sends: a view without the keys that Slack adds. */
export type ViewSource = z.infer<typeof view>;
