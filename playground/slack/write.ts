import type { Acting } from './acting.ts';
import { failure, observed } from './acting.ts';
import type { Fields } from './json.ts';
import { messageObject, post } from './messages.ts';
import type { Outcome } from './outcome.ts';
import type { Channel, Message, User } from './types.ts';
import type { Workspace } from './workspace.ts';

/** A plain message as it was sent. */
export interface WrittenMessage {
  readonly user: User;
  readonly channel: Channel;
  readonly text: string;
}

/** docs.slack.dev/reference/events/message.im and app_mention: which of the two, if any, an app with these scopes hears. */
const eventFor = (workspace: Workspace, channel: Channel, message: Message): Fields | undefined => {
  const { botUser, scopes } = workspace.app;
  if (!channel.members.has(botUser)) return undefined;
  const { team } = messageObject(workspace, message);
  const { user, ts, text } = message;
  const said = { user, ts, text, team, channel: channel.id };
  if (channel.kind === 'im') {
    return scopes.includes('im:history') ? { type: 'message', channel_type: 'im', ...said } : undefined;
  }
  return scopes.includes('app_mentions:read') && text.includes(`<@${botUser}>`)
    ? { type: 'app_mention', ...said }
    : undefined;
};

/** In a shared channel the event says of which workspace the writer is. */
const writersTeam = ({ sharedWith }: Channel, user: User): Fields =>
  sharedWith.length > 0 ? { user_team: user.teamId, source_team: user.teamId } : {};

/** Writes plain text. What the app answers later is seen in the messages; what it answers at once also here. */
export const writeMessage = (acting: Acting, { user, channel, text }: WrittenMessage): Promise<Outcome> =>
  observed(acting, user, async () => {
    const { workspace, events } = acting;
    const message = post(workspace, channel.id, { text, blocks: [], user: user.id });
    const event = eventFor(workspace, channel, message);
    if (event === undefined) return {};
    return failure(
      await events.send({ ...event, ...writersTeam(channel, user) }, channel.sharedWith.length > 0),
    );
  });
