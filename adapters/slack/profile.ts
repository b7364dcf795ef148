import * as z from 'zod/mini';
import type { TenantRef } from '../../src/chat/identity.ts';
import { inTenant } from '../../src/chat/identity.ts';
import { languageOf } from '../../src/i18n/language.ts';
import type { PersonKind, Profile } from '../../src/people/person.ts';
import { slackId } from './refs.ts';

/** What we read of a user object: docs.slack.dev/reference/objects/user-object. No name, no mail address. */
export const slackUser = z.object({
  id: slackId,
  team_id: z.nullish(z.string()),
  deleted: z.nullish(z.boolean()),
  is_bot: z.nullish(z.boolean()),
  is_restricted: z.nullish(z.boolean()),
  is_ultra_restricted: z.nullish(z.boolean()),
  is_stranger: z.nullish(z.boolean()),
  enterprise_user: z.nullish(
    z.object({ enterprise_id: z.nullish(z.string()), teams: z.nullish(z.array(z.string())) }),
  ),
  locale: z.nullish(z.string()),
  tz: z.nullish(z.string()),
});

export type SlackUser = z.infer<typeof slackUser>;

/** Where the app is installed. `everybody`: whoever is listed there belongs there, whatever their own team is. */
export interface Home {
  readonly tenant: TenantRef;
  /** The ids of the workspace and of its organisation, as far as they are known. */
  readonly ids: readonly string[] | 'everybody';
}

/** In an organisation a person's team may be another workspace of it; `enterprise_user` then names ours. */
const isOurs = (user: SlackUser, ids: Home['ids']): boolean => {
  if (ids === 'everybody') return true;
  const theirs = [user.team_id, user.enterprise_user?.enterprise_id, ...(user.enterprise_user?.teams ?? [])];
  return user.is_stranger !== true && theirs.some((id) => typeof id === 'string' && ids.includes(id));
};

/** Slackbot says of itself that it is no bot. */
const isBot = (user: SlackUser): boolean => user.is_bot === true || user.id === 'USLACKBOT';

const kindOf = (user: SlackUser, ids: Home['ids']): PersonKind => {
  if (isBot(user)) return 'bot';
  if (user.deleted === true) return 'deactivated';
  if (!isOurs(user, ids)) return 'outsider';
  if (user.is_ultra_restricted === true) return 'channel-guest';
  return user.is_restricted === true ? 'guest' : 'member';
};

export const toProfile = (user: SlackUser, home: Home): Profile => ({
  person: inTenant(home.tenant, user.id),
  tenant: home.tenant,
  kind: kindOf(user, home.ids),
  ...(typeof user.locale === 'string' && { language: languageOf(user.locale) }),
  ...(typeof user.tz === 'string' && { zone: user.tz }),
});
