import * as z from 'zod/mini';
import type { Message, TeamNotice } from '../../src/delivery/message.ts';
import { personRef, tenantRef as tenant } from './schemas.ts';

const count = z.int();

const notice: z.ZodMiniType<TeamNotice> = z.enum([
  'channel-unreadable',
  'channel-archived',
  'channel-shared',
  'channel-public',
  'channel-left-out',
  'promise-unposted',
  'result-unpublished',
  'result-not-at-home',
]);

/** A message as it waits in an outbox. */
export const message: z.ZodMiniType<Message> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('promise'), tenant, team: z.string() }),
  z.object({
    kind: z.literal('team-notice'),
    tenant,
    team: z.string(),
    lead: count,
    round: count,
    notice,
  }),
  z.object({ kind: z.literal('admin-notice'), tenant, team: z.string(), round: count, notice }),
  z.object({
    kind: z.literal('release-news'),
    tenant,
    team: z.string(),
    lead: count,
    version: count,
    news: z.enum(['waits', 'withdrawn', 'released']),
  }),
  z.object({
    kind: z.literal('lead-invitation'),
    tenant,
    team: z.string(),
    invitation: z.string(),
  }),
  z.object({
    kind: z.literal('proposal-over'),
    tenant,
    team: z.string(),
    version: count,
    why: z.enum(['declined', 'lapsed']),
  }),
  z.object({
    kind: z.enum(['team-changed', 'leaderless']),
    tenant,
    team: z.string(),
    change: z.string(),
  }),
  z.object({ kind: z.literal('roster-news'), tenant, team: z.string(), lead: count, round: count }),
  z.object({
    kind: z.literal('admin-news'),
    tenant,
    person: personRef,
    version: count,
    news: z.enum(['welcome', 'appointed', 'removed']),
    by: z.optional(personRef),
  }),
  z.object({ kind: z.enum(['trial-ask', 'trial-result']), tenant, round: z.string() }),
  z.object({ kind: z.literal('asks'), tenant, batch: z.string(), from: count, to: count }),
  z.object({ kind: z.literal('later'), tenant, round: z.string(), at: count }),
  z.object({ kind: z.enum(['too-small', 'talk']), tenant, team: z.string(), number: count }),
  z.object({ kind: z.enum(['round-ask', 'reminder', 'extension']), tenant, round: z.string() }),
  z.object({ kind: z.literal('result'), tenant, round: z.string() }),
  z.object({ kind: z.literal('result-for-lead'), tenant, round: z.string(), lead: count }),
]);
