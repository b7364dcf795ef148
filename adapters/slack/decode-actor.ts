import * as z from 'zod/mini';
import { inTenant } from '../../src/chat/identity.ts';
import type { Actor, TenantRef } from '../../src/chat/identity.ts';
import { slackId, tenantRef } from './refs.ts';

/** Who acts in an interaction, and from where: docs.slack.dev/reference/interaction-payloads. */
export const interactionFields = {
  user: z.object({ id: slackId, team_id: z.nullish(slackId) }),
  team: z.nullish(z.object({ id: slackId })),
  enterprise: z.nullish(z.object({ id: slackId })),
  is_enterprise_install: z.optional(z.boolean()),
} as const;

const interaction = z.object(interactionFields);
type Interaction = z.infer<typeof interaction>;

const actorIn = (tenant: TenantRef, user: string, outsider: boolean): Actor => ({
  tenant,
  person: inTenant(tenant, user),
  outsider,
});

/**
 * Installed for a whole organisation, `team` is null for its own people (docs.slack.dev/enterprise/developing-for-
 * enterprise-orgs); a team there is that of somebody from outside. Otherwise the installed workspace is the one that
 * the view or the message names, or `team` where neither does, and whoever's own team is another one comes from
 * outside: buttons in a shared channel can be pressed by both sides (docs.slack.dev/apis/slack-connect).
 */
export const actorOf = (payload: Interaction, installedTeam?: string | null): Actor | undefined => {
  const { user, team, enterprise } = payload;
  if (payload.is_enterprise_install === true && enterprise) {
    return actorIn(tenantRef(enterprise.id), user.id, Boolean(team));
  }
  const home = installedTeam ?? team?.id;
  return typeof home === 'string' ? actorIn(tenantRef(home), user.id, user.team_id !== home) : undefined;
};

/** Slash commands are only there for members of an installing workspace (docs.slack.dev/apis/slack-connect). */
export const memberOf = (tenant: TenantRef, user: string): Actor => actorIn(tenant, user, false);
