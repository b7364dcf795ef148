import * as z from 'zod/mini';
import { inTenant } from '../../src/chat/identity.ts';
import type { Actor } from '../../src/chat/identity.ts';
import type { Inbound } from '../../src/desk/inbound.ts';
import { actorOf, interactionFields } from './decode-actor.ts';
import { decodeIntent } from './intents.ts';
import { slackId } from './refs.ts';

/** An organisation's id says nothing about where the app is installed. */
const workspaceId = slackId.check(z.startsWith('T'));

/** docs.slack.dev/reference/interaction-payloads/block_actions-payload */
export const actionBody = z.object({
  type: z.literal('block_actions'),
  ...interactionFields,
  trigger_id: z.string(),
  response_url: z.optional(z.string()),
  container: z.optional(z.object({ is_ephemeral: z.optional(z.boolean()) })),
  channel: z.optional(z.object({ id: slackId })),
  message: z.optional(z.object({ team: z.catch(z.optional(workspaceId), undefined) })),
  view: z.optional(
    z.object({
      id: z.string(),
      type: z.string(),
      submit: z.unknown(),
      app_installed_team_id: z.nullish(slackId),
    }),
  ),
  actions: z.array(z.object({ action_id: z.string(), value: z.optional(z.string()) })).check(z.minLength(1)),
});

/** Where the button stood, as far as answering needs it. */
export type Surface =
  | { readonly kind: 'message'; readonly responseUrl?: string | undefined; readonly ephemeral: boolean }
  | { readonly kind: 'home' }
  /** `typing`: it has fields, so that it must not be replaced. */
  | { readonly kind: 'dialog'; readonly view: string; readonly typing: boolean };

export interface Pressed {
  readonly actor: Actor;
  /** Undefined for a button of ours that this version does not understand. */
  readonly inbound?: Extract<Inbound, { kind: 'pressed' }> | undefined;
  readonly trigger: string;
  readonly surface: Surface;
}

type Body = z.infer<typeof actionBody>;

const surfaceOf = ({ view, response_url, container }: Body): Surface => {
  if (!view)
    return { kind: 'message', responseUrl: response_url, ephemeral: container?.is_ephemeral === true };
  // A view without a submit button has nothing to fill in.
  return view.type === 'modal'
    ? { kind: 'dialog', view: view.id, typing: Boolean(view.submit) }
    : { kind: 'home' };
};

/** Of a button of ours; others are not routed here. Slack sends one action at a time. Undefined if it does not say who acts. */
export const decodeAction = (body: unknown): Pressed | undefined => {
  const parsed = actionBody.safeParse(body);
  if (!parsed.success) return undefined;
  const [action] = parsed.data.actions;
  const { view, message } = parsed.data;
  // A message of ours was posted from where we are installed; `team` is the presser's, who may be from outside.
  const actor = actorOf(parsed.data, view?.app_installed_team_id ?? message?.team);
  if (!action || !actor) return undefined;

  const { channel } = parsed.data;
  const conversation = channel && inTenant(actor.tenant, channel.id);
  const intent = decodeIntent(action.action_id, action.value);
  return {
    actor,
    inbound: intent && { kind: 'pressed', actor, conversation, intent },
    trigger: parsed.data.trigger_id,
    surface: surfaceOf(parsed.data),
  };
};
