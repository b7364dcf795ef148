import type { Block } from './blocks/block.ts';
import type { Fields } from './json.ts';
import type { ViewSource } from './blocks/view.ts';

export interface User {
  readonly id: string;
  /** Another one than the workspace's own: an outsider. */
  readonly teamId: string;
  /** The handle, without the @. */
  readonly name: string;
  readonly realName: string;
  /** Slack tells it for its own people only. */
  readonly locale: string;
  readonly tz: string;
  readonly kind: 'member' | 'guest' | 'single-channel-guest' | 'bot';
  readonly admin: boolean;
  readonly deleted: boolean;
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'public' | 'private' | 'im';
  readonly creator: string;
  /** Grows and shrinks as people come and go. */
  readonly members: Set<string>;
  /** Other organisations it is shared with. */
  readonly sharedWith: readonly string[];
  readonly archived: boolean;
}

/** A file that stands in a message. */
export interface SharedFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly content: string;
}

export interface Message {
  readonly ts: string;
  readonly channel: string;
  readonly user: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  /** The one person who sees it; Slack keeps no such message. */
  readonly onlyFor?: string | undefined;
  readonly threadTs?: string | undefined;
  readonly edited?: boolean | undefined;
  readonly files?: readonly SharedFile[] | undefined;
}

/** What a person has entered, as `view.state.values` carries it: block id, action id, the element's own answer. */
export type StateValues = Readonly<Record<string, Readonly<Record<string, Fields>>>>;

export interface View {
  readonly id: string;
  readonly user: string;
  readonly source: ViewSource;
  readonly hash: string;
  readonly rootId: string;
  readonly previousId: string | null;
  readonly values: StateValues;
}

/** The application as the workspace knows it. */
export interface AppIdentity {
  readonly appId: string;
  readonly botId: string;
  readonly botUser: string;
  readonly name: string;
  readonly commands: readonly string[];
  readonly scopes: readonly string[];
}

export interface Team {
  readonly id: string;
  readonly domain: string;
  readonly name: string;
}
