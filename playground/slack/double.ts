import type { Acting } from './acting.ts';
import { directMessageOf } from './conversations.ts';
import type { Target } from './deliver.ts';
import { makeDeliver } from './deliver.ts';
import type { Events } from './events.ts';
import { makeEvents } from './events.ts';
import type { Faults } from './faults.ts';
import { makeFaults } from './faults.ts';
import { serveSlack } from './http.ts';
import type { SlackPerson } from './person.ts';
import { makePerson } from './person.ts';
import { makeResponseUrls } from './response-urls.ts';
import { CHANNELS } from './seed/channels.ts';
import { PEOPLE } from './seed/people.ts';
import { makeTriggers } from './triggers.ts';
import type { AppIdentity, Message } from './types.ts';
import { makeUploads } from './uploads.ts';
import type { ApiCall } from './web-api.ts';
import { makeWebApi } from './web-api.ts';
import type { Workspace } from './workspace.ts';
import { makeWorkspace } from './workspace.ts';

export interface SlackDoubleOptions {
  readonly signingSecret: string;
  readonly botToken: string;
  /** Where commands, clicks and events go; may be set later with {@link SlackDouble.deliverTo}. */
  readonly target?: Target;
  /** The workspace's time in milliseconds, for messages, events and response URLs; may jump. */
  readonly now?: () => number;
  /** The wall's time, for signatures and triggers. */
  readonly wall?: () => number;
  /** Milliseconds until Slack gives up on an acknowledgement. */
  readonly ackWithin?: number;
  /** Milliseconds before each retry of an event. */
  readonly retryAfter?: readonly number[];
  /** What differs from the default app: its commands, its scopes. */
  readonly app?: Partial<AppIdentity>;
}

/** A Slack workspace that speaks Slack's wire protocol in both directions, with seeded people and channels. */
export interface SlackDouble {
  /** For `SLACK_API_URL`; ends with a slash. */
  readonly apiUrl: string;
  readonly workspace: Workspace;
  /** Ids of the seeded people by first name. */
  readonly people: typeof PEOPLE;
  readonly channels: typeof CHANNELS;
  readonly asPerson: (id: string) => SlackPerson;
  /** What everybody in the channel sees. */
  readonly messages: (channel: string) => readonly Message[];
  /** The bot's direct messages with a person. */
  readonly dm: (user: string) => readonly Message[];
  /** Every Web API call so far, in order, tokens left out. */
  readonly calls: readonly ApiCall[];
  /** How often a method was called, or all of them. */
  readonly count: (method?: string) => number;
  readonly faults: Faults;
  readonly events: Events;
  readonly deliverTo: (target: Target) => void;
  readonly close: () => Promise<void>;
}

const nowhere: Target = () => Promise.reject(new Error('no target was given'));

export const startSlackDouble = async (options: SlackDoubleOptions): Promise<SlackDouble> => {
  const { signingSecret, botToken, now = Date.now, wall = Date.now, ackWithin = 3000 } = options;
  const workspace = makeWorkspace(now, options.app);
  const triggers = makeTriggers(wall);
  const faults = makeFaults();
  let target = options.target ?? nowhere;
  let origin = '';
  const urls = makeResponseUrls(workspace, () => origin);
  const deliver = makeDeliver({ signingSecret, ackWithin, wall, target: () => target });
  const events = makeEvents(workspace, deliver, options.retryAfter);
  const uploads = makeUploads(workspace, () => origin);
  const api = makeWebApi({ workspace, triggers, uploads }, faults, botToken);
  const server = await serveSlack({ api, urls, uploads });
  origin = server.origin;
  const acting: Acting = { workspace, triggers, urls, deliver, events };
  const messages = (channel: string) =>
    workspace.messages.filter((message) => message.channel === channel && message.onlyFor === undefined);

  return {
    apiUrl: `${origin}/api/`,
    workspace,
    people: PEOPLE,
    channels: CHANNELS,
    asPerson: (id) => makePerson(acting, id),
    messages,
    dm: (user) => messages(directMessageOf(workspace, user).id),
    calls: api.calls,
    count: (method) => api.calls.filter((call) => method === undefined || call.method === method).length,
    faults,
    events,
    deliverTo: (next) => {
      target = next;
    },
    close: async () => {
      events.stop();
      await server.close();
    },
  };
};
