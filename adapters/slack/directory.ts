import type { WebClient } from '@slack/web-api';
import * as z from 'zod/mini';
import { idIn, inTenant } from '../../src/chat/identity.ts';
import type { ConversationRef, PersonRef } from '../../src/chat/identity.ts';
import type { Profile } from '../../src/people/person.ts';
import type { Channel, Directory } from '../../src/ports/directory.ts';
import { callSlack } from './call-slack.ts';
import { slackUser, toProfile } from './profile.ts';
import { installationId, slackId, tenantOf } from './refs.ts';
import { refusalOf } from './slack-errors.ts';

const cursor = z.nullish(z.object({ next_cursor: z.nullish(z.string()) }));

/** The last page has an empty cursor or none: docs.slack.dev/apis/web-api/pagination. */
const nextOf = (metadata: z.infer<typeof cursor>): string | undefined => metadata?.next_cursor || undefined;

const channelAnswer = z.object({
  channel: z.object({
    id: slackId,
    name: z.nullish(z.string()),
    is_private: z.nullish(z.boolean()),
    is_ext_shared: z.nullish(z.boolean()),
    is_archived: z.nullish(z.boolean()),
  }),
});
const membersAnswer = z.object({ members: z.array(slackId), response_metadata: cursor });
const peopleAnswer = z.object({ members: z.array(slackUser), response_metadata: cursor });
const personAnswer = z.object({ user: slackUser });
const ownAnswer = z.object({ enterprise_id: z.nullish(slackId) });

/** What the bot may not see does not exist for it: Slack gives the same code for both. */
const UNSEEN = new Set(['channel_not_found', 'not_in_channel', 'method_not_supported_for_channel_type']);
const UNKNOWN = new Set(['user_not_found', 'users_not_found', 'user_not_visible']);

const unless = async <T>(codes: ReadonlySet<string>, call: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await call();
  } catch (error) {
    if (codes.has(refusalOf(error) ?? '')) return undefined;
    throw error;
  }
};

const readChannel = async (client: WebClient, ref: ConversationRef): Promise<Channel | undefined> => {
  const { channel } = await callSlack(client, 'conversations.info', { channel: idIn(ref) }, channelAnswer);
  // A direct message has no name and is nobody's channel.
  if (typeof channel.name !== 'string') return undefined;
  return {
    conversation: inTenant(tenantOf(ref), channel.id),
    name: channel.name,
    visibility: channel.is_private === true ? 'private' : 'public',
    // `is_shared` would also cover sharing between workspaces of one organisation.
    shared: channel.is_ext_shared === true,
    archived: channel.is_archived === true,
  };
};

const readMembers = async (client: WebClient, ref: ConversationRef): Promise<readonly PersonRef[]> => {
  const members: PersonRef[] = [];
  let next: string | undefined;
  do {
    const call = { channel: idIn(ref), limit: 1_000, ...(next !== undefined && { cursor: next }) };
    const page = await callSlack(client, 'conversations.members', call, membersAnswer);
    members.push(...page.members.map((user) => inTenant(tenantOf(ref), user)));
    next = nextOf(page.response_metadata);
  } while (next !== undefined);
  return members;
};

/** A colleague from another workspace of our organisation is told from an outsider by the organisation's id alone. */
const readPerson = async (client: WebClient, ref: PersonRef): Promise<Profile> => {
  const tenant = tenantOf(ref);
  const call = { user: idIn(ref), include_locale: true };
  const { user } = await callSlack(client, 'users.info', call, personAnswer);
  const profile = toProfile(user, { tenant, ids: [installationId(tenant)] });
  if (profile.kind !== 'outsider' || !user.enterprise_user?.enterprise_id) return profile;
  const { enterprise_id: ours } = await callSlack(client, 'auth.test', {}, ownAnswer);
  return typeof ours === 'string' ? toProfile(user, { tenant, ids: [ours] }) : profile;
};

/** Reads with the bot's token; nothing is cached. */
export const makeSlackDirectory = (client: WebClient): Directory => ({
  channel: (ref) => unless(UNSEEN, () => readChannel(client, ref)),

  members: (ref) => unless(UNSEEN, () => readMembers(client, ref)),

  people: async (tenant, next) => {
    // Slack advises 200 and takes up to 999, at twenty calls a minute: larger pages let a job read 18,000 people at once.
    const call = { limit: 900, include_locale: true, ...(next !== undefined && { cursor: next }) };
    const page = await callSlack(client, 'users.list', call, peopleAnswer);
    const following = nextOf(page.response_metadata);
    return {
      // People from outside are not listed: docs.slack.dev/apis/slack-connect.
      profiles: page.members.map((user) => toProfile(user, { tenant, ids: 'everybody' })),
      ...(following !== undefined && { next: following }),
    };
  },

  person: (ref) => unless(UNKNOWN, () => readPerson(client, ref)),
});
