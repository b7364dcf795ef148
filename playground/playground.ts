import { randomBytes } from 'node:crypto';
import { makeMemoryQueue } from '../adapters/memory/queue.ts';
import type { LogEvent, LogFields, Logger } from '../src/ports/logger.ts';
import type { App, LoadApp } from './app.ts';
import type { SimulatedChat } from './chat.ts';
import type { Engine } from './engine.ts';
import { startEngine } from './engine.ts';
import { postponeIn } from './lambda/queue-function.ts';
import type { Runner } from './runner.ts';
import { makeRunner } from './runner.ts';
import { seedOwn } from './seed-own.ts';
import { seedRelease } from './seed-release.ts';
import { seedTeam } from './seed-team.ts';
import type { SlackDouble } from './slack/double.ts';
import { startSlackDouble } from './slack/double.ts';
import { slackChat } from './slack/simulated-chat.ts';
import { openKeptTime } from './kept-time.ts';
import type { Jumps } from './jumps.ts';
import { makeJumps } from './jumps.ts';
import { makeJumpingClock } from './time.ts';

/** Another Slack double, or Slack itself, in place of the simulated one. */
export interface OtherSlack {
  readonly apiUrl: string;
  readonly botToken: string;
  readonly signingSecret: string;
}

export interface PlaygroundOptions {
  readonly loadApp: LoadApp;
  /** Keeps the state table in this folder. */
  readonly folder?: string | undefined;
  readonly otherSlack?: OtherSlack | undefined;
  readonly signingSecret?: string | undefined;
  /** A warning or fault of the handlers, as one line. */
  readonly warn: (line: string) => void;
}

/** Engine, time, queues, handlers and the simulated chats, without a server in front. */
export interface Playground {
  readonly app: () => App;
  readonly chats: readonly SimulatedChat[];
  readonly slack: SlackDouble | undefined;
  readonly engine: Engine;
  readonly jumps: Jumps;
  /** Loads the handlers anew; state, time, queues and chats stay. */
  readonly exchange: (loadApp: LoadApp) => Promise<void>;
  /** The first team, through the real handlers. To be called once they can be reached. */
  readonly seed: () => Promise<string | undefined>;
  readonly close: () => Promise<void>;
}

const TABLES = { STATE_TABLE: 'rahmen-state', VAULT_TABLE: 'rahmen-vault' };

const environment = (engine: Engine, slack: OtherSlack): Record<string, string> => ({
  ...TABLES,
  DYNAMODB_ENDPOINT: engine.state,
  VAULT_DYNAMODB_ENDPOINT: engine.vault,
  // In-process queues stand in for both; the handlers only want names.
  JOBS_QUEUE_URL: 'local:jobs',
  DELIVERIES_QUEUE_URL: 'local:messages',
  SLACK_API_URL: slack.apiUrl,
  SLACK_BOT_TOKEN: slack.botToken,
  SLACK_SIGNING_SECRET: slack.signingSecret,
});

const loudLogger = (warn: (line: string) => void): Logger => {
  const line = (event: LogEvent, fields: LogFields = {}) => warn(`${event} ${JSON.stringify(fields)}`);
  return { info: () => undefined, warn: line, error: line };
};

const MINUTE = 60_000;

/** A tick for every minute of real time, as EventBridge would. */
const everyMinute = (jumps: Jumps, warn: (line: string) => void): NodeJS.Timeout =>
  setInterval(() => {
    jumps.tick().catch(() => warn('the tick failed'));
  }, MINUTE).unref();

export const startPlayground = async (options: PlaygroundOptions): Promise<Playground> => {
  const { warn, otherSlack } = options;
  const keptTime = await openKeptTime(options.folder);
  const clock = makeJumpingClock(Date.now, keptTime.ahead);
  const now = () => clock.now();
  const engine = await startEngine(options.folder);
  const secrets = {
    signingSecret: options.signingSecret ?? randomBytes(16).toString('hex'),
    botToken: `xoxb-${randomBytes(8).toString('hex')}`,
  };
  const slack = otherSlack ? undefined : await startSlackDouble({ ...secrets, now });
  Object.assign(process.env, slack && { FIRST_ADMIN: slack.people.ina });
  Object.assign(process.env, environment(engine, otherSlack ?? { ...secrets, apiUrl: slack?.apiUrl ?? '' }));

  const queue = makeMemoryQueue(clock);
  let app: App | undefined;
  const loaded = (): App => {
    if (!app) throw new Error('the handlers are not loaded yet');
    return app;
  };
  const runner: Runner = makeRunner({ queue, now, functions: loaded });
  const parts = { clock, queue: runner.queue, postpone: postponeIn(queue), logger: loudLogger(warn) };
  app = await options.loadApp(parts);
  const chats = slack ? [slackChat(slack)] : [];
  const jumped = () => keptTime.keep(clock.ahead());
  const jumps = makeJumps({ clock, runner, chats, dueIndex: () => loaded().dueIndex, jumped });
  const ticking = everyMinute(jumps, warn);

  return {
    app: loaded,
    chats,
    slack,
    engine,
    jumps,
    exchange: async (loadApp) => {
      app = await loadApp(parts);
    },
    seed: async () => {
      // A folder that is kept holds its team already.
      if (!slack || (await jumps.next())) return undefined;
      const fault = (await seedRelease(slack)) ?? (await seedTeam(slack));
      // The promise comes with it, and people's own times stand below the promise.
      await runner.drain();
      return fault ?? (await seedOwn(slack, clock.now()));
    },
    close: async () => {
      clearInterval(ticking);
      runner.stop();
      await Promise.all([...chats.map((chat) => chat.close()), engine.close()]);
    },
  };
};
