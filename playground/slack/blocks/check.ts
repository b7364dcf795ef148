import type * as z from 'zod';
import type { Block } from './block.ts';
import { actionIds, brokenChoice } from './elements-of.ts';
import { blocksOfMessage, view } from './view.ts';
import type { ViewSource } from './view.ts';

/** What Slack answers: every fault with a pointer to its place. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly messages: readonly string[] };

/** Slack's notation: `[json-pointer:/blocks/0/text/text]`. */
const at = (base: string, path: readonly PropertyKey[]): string =>
  ` [json-pointer:${[base, ...path.map(String)].join('/')}]`;

/** Close to Slack's own sentences, so that what is found here can be searched for there. */
const wording = (issue: z.core.$ZodIssue): string => {
  switch (issue.code) {
    case 'too_big':
      return issue.origin === 'string'
        ? `must be less than ${Number(issue.maximum) + 1} characters`
        : `no more than ${Number(issue.maximum)} items allowed`;
    case 'too_small':
      return issue.origin === 'string'
        ? `must be more than ${Number(issue.minimum) - 1} characters`
        : `no fewer than ${Number(issue.minimum)} items allowed`;
    case 'unrecognized_keys':
      return `invalid additional property: ${issue.keys.join(', ')}`;
    case 'invalid_union':
      return 'unsupported type';
    case 'invalid_type':
      return issue.message.endsWith('received undefined')
        ? 'missing required field'
        : `must provide ${issue.expected}`;
    default:
      return issue.message;
  }
};

/** Names must be unique, or a click could not be told from another. */
const clashes = (blocks: readonly Block[]): string[] => {
  const seen = new Set<string>();
  return blocks.flatMap((block, index) => {
    const faults: string[] = [];
    if (seen.has(block.block_id)) faults.push(`\`block_id\` already exists in view: ${block.block_id}`);
    seen.add(block.block_id);
    const ids = actionIds(block);
    if (new Set(ids).size !== ids.length) faults.push('`action_id` already exists in block');
    faults.push(...brokenChoice(block));
    return faults.map((fault) => fault + at('/blocks', [index]));
  });
};

const faults = (error: z.ZodError, base: string): string[] =>
  error.issues.map((issue) => wording(issue) + at(base, issue.path));

/** For messages: at most fifty. */
export const checkBlocks = (input: unknown): Checked<readonly Block[]> => {
  const parsed = blocksOfMessage.safeParse(input);
  const messages = parsed.success ? clashes(parsed.data) : faults(parsed.error, '/blocks');
  return parsed.success && messages.length === 0
    ? { ok: true, value: parsed.data }
    : { ok: false, messages: messages.map((message) => `[ERROR] ${message}`) };
};

/** For modals and home tabs: at most a hundred, and what else a view has. */
export const checkView = (input: unknown): Checked<ViewSource> => {
  const parsed = view.safeParse(input);
  const messages = parsed.success ? clashes(parsed.data.blocks) : faults(parsed.error, '/view');
  return parsed.success && messages.length === 0
    ? { ok: true, value: parsed.data }
    : { ok: false, messages: messages.map((message) => `[ERROR] ${message}`) };
};
