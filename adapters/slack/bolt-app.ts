import { App, UnknownError } from '@slack/bolt';
import type { Receiver } from '@slack/bolt';
import type { Logger } from '../../src/ports/logger.ts';
import { makeLibraryLogger } from './library-logger.ts';
import { OURS } from './intents.ts';
import type { Routes } from './routes.ts';
import { webClientOptions } from './web-client.ts';
import type { SlackApi } from './web-client.ts';

export interface BoltRequest {
  readonly body: Readonly<Record<string, unknown>>;
  readonly retryNum?: number;
  readonly retryReason?: string;
}

/** Runs one verified request through Bolt; resolves with what the listener acknowledged it with. */
export type Dispatch = (request: BoltRequest) => Promise<unknown>;

/** Requests come from `Dispatch`; there is nothing to start and nothing to verify a second time. */
const receiver: Receiver = {
  init: () => {},
  start: async () => {},
  stop: async () => {},
};

const EVENTS = [
  'user_change',
  'team_join',
  'member_joined_channel',
  'member_left_channel',
  'app_uninstalled',
  'tokens_revoked',
  'app_home_opened',
  'message',
  'app_mention',
] as const;

/** Below Slack's three seconds; nothing in the request waits longer for Slack (R23). */
const CALL_TIMEOUT = 2_500;

const makeApp = (api: SlackApi, logger: Logger): App =>
  new App({
    receiver,
    authorize: async () => ({ botToken: api.botToken }),
    // Else auth.test is called on a cold start, by a promise that nobody awaits.
    tokenVerificationEnabled: false,
    // Else a store in memory remembers every conversation.
    convoStore: false,
    ignoreSelf: false,
    attachFunctionToken: false,
    logger: makeLibraryLogger(logger),
    clientOptions: webClientOptions(api, CALL_TIMEOUT, logger),
  });

const listen = (app: App, routes: Routes): void => {
  app.command(/^\//u, async ({ body, client, ack }) => {
    await ack(await routes.command(body, client));
  });
  app.action(OURS, async ({ body, client, ack }) => {
    await routes.action(body, client);
    await ack();
  });
  app.view(OURS, async ({ body, client, ack }) => {
    await ack(await routes.view(body, client));
  });
  for (const name of EVENTS) {
    app.event(name, async ({ body, client }) => {
      await routes.event(body, client);
    });
  }
};

/** One per process: an App for each request would forget its clients and their connections. */
export const makeBoltDispatch = (api: SlackApi, logger: Logger, routes: Routes): Dispatch => {
  const app = makeApp(api, logger);
  listen(app, routes);
  // Bolt's own handler prints the error; the ingress logs its class.
  app.error(async (error) => {
    throw error instanceof UnknownError ? error.original : error;
  });

  return async ({ body, ...retry }) => {
    let answer: unknown;
    // A listener's ack only notes the answer: it goes out when all is done, since a Lambda stops when it answered.
    const ack = async (response?: unknown): Promise<void> => {
      answer = response;
    };
    await app.processEvent({ body, ...retry, ack });
    return answer;
  };
};
