import type { Channel, User } from '../types.ts';
import type { Workspace } from '../workspace.ts';

export interface TypedCommand {
  readonly user: User;
  readonly channel: Channel;
  readonly command: string;
  readonly text: string;
  readonly triggerId: string;
  readonly responseUrl: string;
}

/** Slack names private places by their kind, not by their name. */
export const channelNameFor = ({ kind, name }: Channel): string =>
  kind === 'public' ? name : { private: 'privategroup', im: 'directmessage' }[kind];

/** The form fields of a slash command; booleans are strings. */
export const commandFields = ({ app, team }: Workspace, typed: TypedCommand): Record<string, string> => ({
  token: 'deprecated',
  team_id: team.id,
  team_domain: team.domain,
  channel_id: typed.channel.id,
  channel_name: channelNameFor(typed.channel),
  user_id: typed.user.id,
  user_name: typed.user.name,
  command: typed.command,
  text: typed.text,
  api_app_id: app.appId,
  is_enterprise_install: 'false',
  response_url: typed.responseUrl,
  trigger_id: typed.triggerId,
});
