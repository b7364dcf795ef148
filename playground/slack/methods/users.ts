import { isOutsider, shareAChannel } from '../conversations.ts';
import type { Fields } from '../json.ts';
import { flagArg, textArg } from '../json.ts';
import type { User } from '../types.ts';
import type { Workspace } from '../workspace.ts';
import { offsetSeconds } from '../zone.ts';
import type { Method } from './method.ts';
import { refuse } from './method.ts';
import { page } from './pages.ts';

/** E-mail is left out: the app does not ask for `users:read.email`. */
const profile = (user: User): Fields => ({
  real_name: user.realName,
  real_name_normalized: user.realName,
  display_name: user.name,
  display_name_normalized: user.name,
  team: user.teamId,
});

/** A person as `users.info` and `user_change` show them. Of outsiders Slack tells no locale and no rights. */
export const userObject = (workspace: Workspace, user: User, withLocale: boolean): Fields => {
  const outsider = isOutsider(workspace, user);
  const common = {
    id: user.id,
    team_id: user.teamId,
    name: user.name,
    real_name: user.realName,
    deleted: user.deleted,
    profile: profile(user),
    is_bot: user.kind === 'bot',
    is_app_user: false,
    updated: 1_700_000_000,
  };
  if (outsider) return { ...common, is_stranger: !shareAChannel(workspace, user.id, workspace.app.botUser) };
  // Of deactivated accounts Slack keeps neither zone nor rights.
  if (user.deleted) return common;
  return {
    ...common,
    color: '9f69e7',
    tz: user.tz,
    tz_label: user.tz,
    tz_offset: offsetSeconds(user.tz, workspace.now()),
    is_admin: user.admin,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: user.kind === 'guest' || user.kind === 'single-channel-guest',
    is_ultra_restricted: user.kind === 'single-channel-guest',
    is_email_confirmed: true,
    ...(withLocale ? { locale: user.locale } : {}),
  };
};

/** In every list, and `is_bot` is false for it: a famous trap. */
const SLACKBOT: Fields = { id: 'USLACKBOT', name: 'slackbot', deleted: false, is_bot: false, profile: {} };

/** Outsiders are found here, though no list shows them. */
const info: Method = {
  scopes: ['users:read'],
  run: ({ workspace }, args) => {
    const user = workspace.users.get(textArg(args, 'user'));
    if (!user) return refuse('user_not_found');
    return { ok: true, user: userObject(workspace, user, flagArg(args, 'include_locale')) };
  },
};

/** Deactivated accounts and bots included, people of other organisations not. */
const list: Method = {
  scopes: ['users:read'],
  run: ({ workspace }, args) => {
    const own = [...workspace.users.values()].filter((user) => !isOutsider(workspace, user));
    const members = own.map((user) => userObject(workspace, user, flagArg(args, 'include_locale')));
    return page(args, 'members', [{ ...SLACKBOT, team_id: workspace.team.id }, ...members], 1000);
  },
};

export const userMethods: Readonly<Record<string, Method>> = { 'users.info': info, 'users.list': list };
