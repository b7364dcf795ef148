import * as z from 'zod/mini';
import type { ConversationRef, PersonRef, TenantRef } from '../../src/chat/identity.ts';

/** An id of a workspace, organisation, user or channel. Our refs are cut at colons, so none may hold one. */
export const slackId = z.string().check(z.regex(/^[\w-]{1,64}$/u));

/** By the organisation's id when the whole organisation installed the app, else by the workspace's. */
export const tenantRef = (teamOrEnterprise: string): TenantRef => `slack:${teamOrEnterprise}`;

export const tenantOf = (ref: PersonRef | ConversationRef): TenantRef =>
  tenantRef(ref.slice('slack:'.length, ref.lastIndexOf(':')));

/** The workspace's or organisation's own id. */
export const installationId = (tenant: TenantRef): string => tenant.slice('slack:'.length);
