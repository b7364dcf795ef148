import type { Block } from './blocks/block.ts';
import { seenBy } from './acting.ts';
import { directMessageOf, isOutsider } from './conversations.ts';
import type { Channel, Message, StateValues, User, View } from './types.ts';
import { stackOf, topView } from './views.ts';
import type { Workspace } from './workspace.ts';

/** What the page draws for one person: data of the wire, nothing prepared as markup. */
export interface SlackPageState {
  readonly person: PagePerson;
  readonly people: readonly PagePerson[];
  /** Names for the ids in mentions and messages. */
  readonly names: Readonly<Record<string, string>>;
  readonly channels: readonly PageChannel[];
  readonly view?: PageView;
  readonly home?: PageView;
  readonly app: { readonly user: string; readonly name: string; readonly commands: readonly string[] };
}

export interface PagePerson {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly tz: string;
  readonly kind: User['kind'] | 'outsider' | 'admin' | 'gone';
  /** When the app last wrote to this person alone; empty when it never did. */
  readonly latest: string;
}

export interface PageChannel {
  readonly id: string;
  readonly name: string;
  readonly kind: Channel['kind'];
  readonly shared: boolean;
  readonly members: number;
  readonly messages: readonly Message[];
}

export interface PageView {
  readonly id: string;
  readonly title: string;
  readonly submit?: string;
  readonly close?: string;
  readonly blocks: readonly Block[];
  readonly values: StateValues;
  /** How many modals are open, this one included. */
  readonly depth: number;
}

const MOST_MESSAGES = 200;

const kindOf = (workspace: Workspace, user: User): PagePerson['kind'] => {
  if (user.deleted) return 'gone';
  if (isOutsider(workspace, user)) return 'outsider';
  return user.admin ? 'admin' : user.kind;
};

const pagePerson = (workspace: Workspace, user: User): PagePerson => ({
  id: user.id,
  name: user.realName,
  locale: user.locale,
  tz: user.tz,
  kind: kindOf(workspace, user),
  latest: seenBy(workspace, user.id, `D${user.id.slice(1)}`).at(-1)?.ts ?? '',
});

/** Bots and deactivated accounts are in the channel as well, but nobody would count them. */
const isActive = (user: User | undefined): boolean =>
  user !== undefined && user.kind !== 'bot' && !user.deleted;

const pageChannel = (workspace: Workspace, person: string, channel: Channel): PageChannel => ({
  id: channel.id,
  name: channel.kind === 'im' ? workspace.app.name : channel.name,
  kind: channel.kind,
  shared: channel.sharedWith.length > 0,
  members: [...channel.members].filter((id) => isActive(workspace.users.get(id))).length,
  messages: seenBy(workspace, person, channel.id).slice(-MOST_MESSAGES),
});

const pageView = ({ id, source, values }: View, depth: number): PageView => ({
  id,
  title: source.type === 'modal' ? source.title.text : '',
  ...(source.type === 'modal' && source.submit ? { submit: source.submit.text } : {}),
  ...(source.type === 'modal' && source.close ? { close: source.close.text } : {}),
  blocks: source.blocks,
  values,
  depth,
});

const names = ({ users, channels }: Workspace): Record<string, string> =>
  Object.fromEntries([
    ...[...users.values()].map(({ id, realName }) => [id, realName] as const),
    ...[...channels.values()].map(({ id, name }) => [id, name] as const),
  ]);

export const slackPageState = (workspace: Workspace, id: string): SlackPageState | undefined => {
  const user = workspace.users.get(id);
  if (!user) return undefined;
  directMessageOf(workspace, id);
  const top = topView(workspace, id);
  const home = workspace.views.get(workspace.homes.get(id) ?? '');
  const own = [...workspace.channels.values()].filter(({ members }) => members.has(id));
  return {
    person: pagePerson(workspace, user),
    people: [...workspace.users.values()]
      .filter(({ kind }) => kind !== 'bot')
      .map((each) => pagePerson(workspace, each)),
    names: names(workspace),
    channels: own.map((channel) => pageChannel(workspace, id, channel)),
    ...(top ? { view: pageView(top, stackOf(workspace, id).length) } : {}),
    ...(home ? { home: pageView(home, 0) } : {}),
    app: { user: workspace.app.botUser, name: workspace.app.name, commands: workspace.app.commands },
  };
};
