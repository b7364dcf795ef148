import * as z from 'zod/mini';
import { inTenant } from '../../src/chat/identity.ts';
import type { Actor, TenantRef } from '../../src/chat/identity.ts';
import type { Happening } from '../../src/desk/inbound.ts';
import { assertNever } from '../../src/shared/errors.ts';
import { seconds } from '../../src/shared/time.ts';
import { mentionEvent, messageEvent, writtenOf } from './decode-message.ts';
import { slackId, tenantRef } from './refs.ts';

/** The events we listen to: docs.slack.dev/reference/events. */
const innerEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('user_change'), user: z.object({ id: slackId }) }),
  z.object({ type: z.literal('member_joined_channel'), user: slackId, channel: slackId }),
  z.object({ type: z.literal('member_left_channel'), user: slackId, channel: slackId }),
  z.object({ type: z.literal('app_uninstalled') }),
  z.object({ type: z.literal('tokens_revoked'), tokens: z.object({ bot: z.nullish(z.array(z.string())) }) }),
  z.object({ type: z.literal('app_home_opened'), user: slackId, tab: z.string() }),
  messageEvent,
  mentionEvent,
]);

export const eventBody = z.object({
  type: z.literal('event_callback'),
  event_id: z.string().check(z.minLength(1), z.maxLength(255)),
  event_time: z.int(),
  api_app_id: z.nullish(slackId),
  team_id: z.nullish(slackId),
  enterprise_id: z.nullish(slackId),
  is_ext_shared_channel: z.optional(z.boolean()),
  /** Truncated to one by Slack. */
  authorizations: z.nullish(
    z.array(
      z.object({
        team_id: z.nullish(slackId),
        enterprise_id: z.nullish(slackId),
        user_id: z.nullish(slackId),
        is_enterprise_install: z.optional(z.boolean()),
      }),
    ),
  ),
  event: innerEvent,
});

type Body = z.infer<typeof eventBody>;

export type SlackEvent =
  | {
      readonly kind: 'happening';
      readonly tenant: TenantRef;
      readonly id: string;
      readonly happening: Happening;
    }
  | { readonly kind: 'home-opened'; readonly actor: Actor; readonly user: string }
  | ({ readonly kind: 'written'; readonly id: string } & ReturnType<typeof writtenOf>);

/**
 * `team_id` of the envelope is where the event comes from, in a shared channel perhaps the other side;
 * `authorizations` says for whom it is sent. When an organisation removes the app, only `enterprise_id` is left.
 */
const installationOf = (body: Body): string | undefined => {
  const seenBy = body.authorizations?.[0];
  if (seenBy?.is_enterprise_install === true && seenBy.enterprise_id) return seenBy.enterprise_id;
  return seenBy?.team_id ?? body.team_id ?? body.enterprise_id ?? undefined;
};

/** From the other side of a shared channel. An organisation's own workspaces are not told apart. */
const isFromOutside = (body: Body, installation: string): boolean =>
  body.is_ext_shared_channel === true ||
  (body.authorizations?.[0]?.is_enterprise_install !== true &&
    typeof body.team_id === 'string' &&
    body.team_id !== installation);

const happeningOf = (body: Body, tenant: TenantRef): Happening | undefined => {
  const { event } = body;
  switch (event.type) {
    case 'user_change':
      return { kind: 'profile-changed', person: inTenant(tenant, event.user.id) };
    case 'member_joined_channel':
    case 'member_left_channel': {
      const person = inTenant(tenant, event.user);
      const conversation = inTenant(tenant, event.channel);
      return event.type === 'member_left_channel'
        ? { kind: 'left', person, conversation }
        : { kind: 'joined', tenant, person, conversation };
    }
    case 'app_uninstalled':
      return { kind: 'app-removed', tenant, when: seconds(body.event_time) };
    case 'tokens_revoked':
      // A person's own token says nothing about the app; only with the bot's it is gone.
      return (event.tokens.bot ?? []).length > 0
        ? { kind: 'app-removed', tenant, when: seconds(body.event_time) }
        : undefined;
    case 'app_home_opened':
    case 'message':
    case 'app_mention':
      return undefined;
    default:
      return assertNever(event);
  }
};

/** Undefined when there is nothing to do about it. */
export const decodeEvent = (body: unknown): SlackEvent | undefined => {
  const parsed = eventBody.safeParse(body);
  const installation = parsed.success ? installationOf(parsed.data) : undefined;
  if (!parsed.success || installation === undefined) return undefined;
  const { event, event_id } = parsed.data;
  const tenant = tenantRef(installation);

  if (event.type === 'app_home_opened') {
    const outsider = isFromOutside(parsed.data, installation);
    const actor = { tenant, person: inTenant(tenant, event.user), outsider };
    return event.tab === 'home' ? { kind: 'home-opened', actor, user: event.user } : undefined;
  }

  if (event.type === 'message' || event.type === 'app_mention') {
    const { api_app_id: app, authorizations } = parsed.data;
    const bot = authorizations?.[0]?.user_id;
    // Who answers oneself never ends.
    if (event.user === bot) return undefined;
    return { kind: 'written', id: event_id, ...writtenOf(event, { tenant, app, bot }) };
  }

  const happening = happeningOf(parsed.data, tenant);
  return happening && { kind: 'happening', tenant, id: event_id, happening };
};
