import type { AnyElement } from '../blocks/elements-of.ts';
import type { Fields } from '../json.ts';
import { messageObject } from '../messages.ts';
import type { Message, User, View } from '../types.ts';
import { stateOf } from '../values.ts';
import { viewObject } from '../views.ts';
import type { Workspace } from '../workspace.ts';
import { channelNameFor } from './command.ts';

/** Whoever acts brings their own organisation: an outsider's is not the one the app is installed in. */
const teamOf = ({ team, otherTeams }: Workspace, user: User) =>
  [team, ...otherTeams].find(({ id }) => id === user.teamId) ?? team;

/** `token` is the deprecated verification token: there, and worth nothing. */
const envelope = (workspace: Workspace, user: User, type: string): Fields => {
  const { id, domain } = teamOf(workspace, user);
  return {
    type,
    team: { id, domain },
    user: { id: user.id, username: user.name, name: user.name, team_id: user.teamId },
    api_app_id: workspace.app.appId,
    token: 'deprecated',
    enterprise: null,
    is_enterprise_install: false,
  };
};

export interface Used {
  readonly blockId: string;
  readonly element: AnyElement;
  /** What the element holds now; nothing for a button. */
  readonly held: Fields;
}

const action = (workspace: Workspace, { blockId, element, held }: Used): Fields => ({
  action_id: element.action_id,
  block_id: blockId,
  type: element.type,
  ...(element.type === 'button'
    ? {
        text: element.text,
        ...(element.value === undefined ? {} : { value: element.value }),
        ...(element.style ? { style: element.style } : {}),
      }
    : held),
  action_ts: workspace.nextTs(),
});

export interface MessageAction extends Used {
  readonly user: User;
  readonly message: Message;
  readonly triggerId: string;
  readonly responseUrl: string;
}

/** A button in a message. Of an ephemeral message Slack keeps nothing, so none comes along. */
export const messageAction = (workspace: Workspace, used: MessageAction): Fields => {
  const { message, user } = used;
  const channel = workspace.channels.get(message.channel);
  const ephemeral = message.onlyFor !== undefined;
  return {
    ...envelope(workspace, user, 'block_actions'),
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: message.channel,
      is_ephemeral: ephemeral,
    },
    trigger_id: used.triggerId,
    channel: { id: message.channel, name: channel ? channelNameFor(channel) : '' },
    ...(ephemeral ? {} : { message: messageObject(workspace, message) }),
    state: { values: stateOf(message.blocks, {}) },
    response_url: used.responseUrl,
    actions: [action(workspace, used)],
  };
};

/** A button in a modal or on the home tab: no channel and no response URL. */
export const viewAction = (
  workspace: Workspace,
  used: Used & { readonly user: User; readonly view: View; readonly triggerId: string },
): Fields => ({
  ...envelope(workspace, used.user, 'block_actions'),
  container: { type: 'view', view_id: used.view.id },
  trigger_id: used.triggerId,
  view: viewObject(workspace, used.view, used.user.teamId),
  actions: [action(workspace, used)],
});

/** Has a trigger of its own: an app may answer a submission by opening another view. */
export const viewSubmission = (
  workspace: Workspace,
  { user, view, triggerId }: { readonly user: User; readonly view: View; readonly triggerId: string },
): Fields => ({
  ...envelope(workspace, user, 'view_submission'),
  trigger_id: triggerId,
  view: viewObject(workspace, view, user.teamId),
  response_urls: [],
});

/** No trigger: the person has turned away. */
export const viewClosed = (workspace: Workspace, user: User, view: View, cleared: boolean): Fields => ({
  ...envelope(workspace, user, 'view_closed'),
  view: viewObject(workspace, view, user.teamId),
  is_cleared: cleared,
});
