import { seedChannels } from './seed/channels.ts';
import { HOME_TEAM, OTHER_TEAM, PEOPLE, seedUsers } from './seed/people.ts';
import type { AppIdentity, Channel, Message, Team, User, View } from './types.ts';

/** Everything Slack would remember. Methods and persons change it; the page is told through {@link Workspace.changed}. */
export interface Workspace {
  readonly team: Team;
  readonly otherTeams: readonly Team[];
  readonly app: AppIdentity;
  readonly users: Map<string, User>;
  readonly channels: Map<string, Channel>;
  /** Oldest first, ephemeral ones included. */
  readonly messages: Message[];
  readonly views: Map<string, View>;
  /** View ids of each person's open modals, the top one last. */
  readonly stacks: Map<string, readonly string[]>;
  /** View ids of the published home tabs. */
  readonly homes: Map<string, string>;
  /** Milliseconds; may jump. */
  readonly now: () => number;
  readonly nextTs: () => string;
  readonly nextId: (prefix: string) => string;
  readonly onChange: (listener: () => void) => () => void;
  readonly changed: () => void;
}

/** What the bot may do by default: the scopes its functions need, `chat:write.public` not among them. */
const SCOPES = [
  'commands',
  'chat:write',
  'users:read',
  'channels:read',
  'groups:read',
  'im:write',
  'files:write',
  'im:history',
  'app_mentions:read',
];
const COMMANDS = ['/rahmen', '/puls', '/pulse'];

const defaultApp: AppIdentity = {
  appId: 'A0RAHMEN01',
  botId: 'B0RAHMEN01',
  botUser: PEOPLE.bot,
  name: 'Rahmen',
  commands: COMMANDS,
  scopes: SCOPES,
};

/** Slack's message ids are times, made unique by their last digits. */
const makeTs = (now: () => number): (() => string) => {
  let last = 0;
  return () => {
    last = Math.max(last + 1, Math.floor(now()) * 1000);
    return `${Math.floor(last / 1_000_000)}.${String(last % 1_000_000).padStart(6, '0')}`;
  };
};

const makeIds = (): ((prefix: string) => string) => {
  let count = 0;
  return (prefix) => {
    count += 1;
    return `${prefix}0${count.toString(36).toUpperCase().padStart(8, '0')}`;
  };
};

export const makeWorkspace = (now: () => number, app: Partial<AppIdentity> = {}): Workspace => {
  const listeners = new Set<() => void>();
  return {
    team: HOME_TEAM,
    otherTeams: [OTHER_TEAM],
    app: { ...defaultApp, ...app },
    users: new Map(seedUsers().map((user) => [user.id, user])),
    channels: new Map(seedChannels().map((channel) => [channel.id, channel])),
    messages: [],
    views: new Map(),
    stacks: new Map(),
    homes: new Map(),
    now,
    nextTs: makeTs(now),
    nextId: makeIds(),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    changed: () => listeners.forEach((listener) => listener()),
  };
};
