import * as z from 'zod/mini';
import { inTenant } from '../../src/chat/identity.ts';
import type { Inbound } from '../../src/desk/inbound.ts';
import { memberOf } from './decode-actor.ts';
import { slackId, tenantRef } from './refs.ts';

/** docs.slack.dev/interactivity/implementing-slash-commands; every value of a form is a string. */
export const commandBody = z.object({
  command: z.string(),
  text: z._default(z.string(), ''),
  user_id: slackId,
  team_id: slackId,
  channel_id: slackId,
  trigger_id: z.string(),
  enterprise_id: z.catch(z.optional(slackId), undefined),
  is_enterprise_install: z.optional(z.enum(['true', 'false'])),
});

export interface Typed {
  readonly inbound: Extract<Inbound, { kind: 'typed' }>;
  readonly trigger: string;
}

/** The one door; what follows it is the word. */
const DOOR = 'rahmen';

/** Registered beside the door; the command itself is the word. */
const WORD_COMMANDS: readonly string[] = ['puls', 'pulse'];

/** Slack's commands have no namespace, so a workspace may know ours as `/acme-puls`. */
const wordsOf = (command: string, text: string, prefix: string | undefined): string | undefined => {
  const start = prefix === undefined ? '/' : `/${prefix}-`;
  if (!command.startsWith(start)) return undefined;
  const name = command.slice(start.length);
  if (name === DOOR) return text.trim();
  return WORD_COMMANDS.includes(name) ? `${name} ${text}`.trim() : undefined;
};

/** Undefined for a command that is none of ours. With the prefix `acme` they are `/acme-rahmen` and so on. */
export const decodeCommand = (body: unknown, prefix?: string): Typed | undefined => {
  const parsed = commandBody.safeParse(body);
  if (!parsed.success) return undefined;
  const { command, text, user_id, team_id, channel_id, trigger_id, enterprise_id } = parsed.data;
  const words = wordsOf(command, text, prefix);
  if (words === undefined) return undefined;

  const organisation = parsed.data.is_enterprise_install === 'true' ? enterprise_id : undefined;
  const actor = memberOf(tenantRef(organisation ?? team_id), user_id);
  const conversation = inTenant(actor.tenant, channel_id);
  return { inbound: { kind: 'typed', actor, conversation, text: words }, trigger: trigger_id };
};
