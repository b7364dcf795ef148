import type { Acting } from './acting.ts';
import { failure, observed, seenBy } from './acting.ts';
import { clickMessage, clickView } from './click.ts';
import { typeCommand } from './command.ts';
import { directMessageOf } from './conversations.ts';
import type { Entry } from './entry.ts';
import { messageAt, post } from './messages.ts';
import type { Outcome } from './outcome.ts';
import { closeView, submitView } from './submit.ts';
import type { Message, View } from './types.ts';
import { topView, viewObject } from './views.ts';
import { writeMessage } from './write.ts';

/**
 * Somebody at their Slack client. Actions resolve when the app acknowledged, or when Slack gave up waiting;
 * what the app does afterwards shows in {@link SlackPerson.messages}. Doing what a person could not do
 * (a button that is not there, a channel they are not in) throws, so that a test says what is wrong with it.
 */
export interface SlackPerson {
  readonly id: string;
  /** Types a slash command in a channel, or in the app's direct messages when none is named. */
  readonly command: (command: string, text?: string, channel?: string) => Promise<Outcome>;
  /** Clicks what is labelled so, or has this action id; for a menu `entry` is what is chosen. */
  readonly click: (place: Message | View, name: string, entry?: Entry[string]) => Promise<Outcome>;
  /** Fills a modal (fields left out keep what they hold) and submits it. */
  readonly submit: (view: View, values?: Entry) => Promise<Outcome>;
  /** Cancels the top modal; with `all`, the × that closes the whole stack. */
  readonly close: (view: View, all?: boolean) => Promise<Outcome>;
  /** Opens the app's home tab; the outcome's view is the tab. */
  readonly openHome: () => Promise<Outcome>;
  /** Writes plain text for everybody in the channel; the app is not told. */
  readonly say: (channel: string, text: string) => Message;
  /** Writes plain text; the app hears of what is written to it alone, and of what names it (`<@U…>`). */
  readonly write: (text: string, channel?: string) => Promise<Outcome>;
  /** What this person reads there now, their own ephemeral messages included. */
  readonly messages: (channel: string) => readonly Message[];
  readonly directMessages: () => readonly Message[];
  /** The modal on top. */
  readonly view: () => View | undefined;
  readonly home: () => View | undefined;
}

const isView = (place: Message | View): place is View => 'source' in place;

/** What is on the person's screen at this moment, whatever a test still holds of it. */
const makeScreen = (acting: Acting, id: string) => {
  const { workspace } = acting;
  const self = () => {
    const user = workspace.users.get(id);
    if (!user || user.deleted) throw new Error(`nobody can act as ${id}`);
    return user;
  };
  const channelOf = (channelId: string) => {
    const channel = workspace.channels.get(channelId);
    if (!channel?.members.has(id)) throw new Error(`${id} is not in the channel ${channelId}`);
    return channel;
  };
  const home = () => workspace.views.get(workspace.homes.get(id) ?? '');
  const openView = ({ id: viewId, source }: View): View => {
    const now = source.type === 'home' ? home() : topView(workspace, id);
    if (now?.id !== viewId) throw new Error(`the view ${viewId} is not on ${id}'s screen`);
    return now;
  };
  const openMessage = ({ channel, ts }: Message): Message => {
    const now = messageAt(workspace, channel, ts);
    if (!now || !seenBy(workspace, id, channel).includes(now)) throw new Error(`${id} does not see ${ts}`);
    return now;
  };
  return { self, channelOf, home, openView, openMessage };
};

export const makePerson = (acting: Acting, id: string): SlackPerson => {
  const { workspace, events } = acting;
  const { self, channelOf, home, openView, openMessage } = makeScreen(acting, id);
  return {
    id,
    command: async (command, text = '', channel = directMessageOf(workspace, id).id) =>
      typeCommand(acting, { user: self(), channel: channelOf(channel), command, text }),
    click: async (place, name, entry = null) =>
      isView(place)
        ? clickView(acting, self(), openView(place), { name, entry })
        : clickMessage(acting, self(), openMessage(place), { name, entry }),
    submit: async (view, values = {}) => submitView(acting, self(), openView(view), values),
    close: async (view, all = false) => closeView(acting, self(), openView(view), all),
    openHome: async () => {
      const channel = directMessageOf(workspace, id).id;
      const published = home();
      const outcome = await observed(acting, self(), async () => {
        const view = published ? { view: viewObject(workspace, published) } : {};
        return failure(
          await events.send({ type: 'app_home_opened', user: id, channel, tab: 'home', ...view }),
        );
      });
      const view = home();
      return { ...outcome, ...(view ? { view } : {}) };
    },
    say: (channel, text) => post(workspace, channelOf(channel).id, { text, blocks: [], user: self().id }),
    write: async (text, channel = directMessageOf(workspace, id).id) =>
      writeMessage(acting, { user: self(), channel: channelOf(channel), text }),
    messages: (channel) => seenBy(workspace, id, channel),
    directMessages: () => seenBy(workspace, id, directMessageOf(workspace, id).id),
    view: () => topView(workspace, id),
    home,
  };
};
