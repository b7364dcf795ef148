import type { APIGatewayProxyEventV2, APIGatewayProxyResultV2 } from 'aws-lambda';
import { DeleteCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { jest } from '@jest/globals';
import { makeDynamoClient } from '../../adapters/dynamodb/client.ts';
import { DUE_INDEX } from '../../adapters/dynamodb/table.ts';
import { makeDynamoTable } from '../../adapters/dynamodb/dynamo-table.ts';
import { makeDynamoSettingsRepository } from '../../adapters/dynamodb/settings-repository.ts';
import { makeMemoryLogger } from '../../adapters/memory/logger.ts';
import type { MemoryLogger } from '../../adapters/memory/logger.ts';
import { makeMemoryQueue } from '../../adapters/memory/queue.ts';
import type { MemoryQueue } from '../../adapters/memory/queue.ts';
import { HOME_TEAM, PEOPLE } from '../../playground/slack/seed/people.ts';
import { loadApp } from '../../playground/app.ts';
import type { App } from '../../playground/app.ts';
import { lambdaContext } from '../../playground/lambda/context.ts';
import { handlerTarget } from '../../playground/lambda/http-function.ts';
import { postponeIn } from '../../playground/lambda/queue-function.ts';
import { makeRunner } from '../../playground/runner.ts';
import type { WorkFunctions } from '../../playground/runner.ts';
import type { AppResponse, SlackRequest } from '../../playground/slack/deliver.ts';
import { startSlackDouble } from '../../playground/slack/double.ts';
import type { SlackDouble, SlackDoubleOptions } from '../../playground/slack/double.ts';
import { makeJumpingClock } from '../../playground/time.ts';
import type { JumpingClock, JumpParts } from '../../playground/time.ts';
import { startBreakableEngine } from './breakable-engine.ts';
import type { BreakableEngine } from './breakable-engine.ts';
import { aReleasedTenant } from './builders.ts';
import { dumpTable } from './dump-table.ts';

// A test plays weeks; on a machine that is busy with everything else, five seconds are not always enough.
jest.setTimeout(30_000);

/** The exported Lambda handlers on a real engine, with a Slack that speaks the wire protocol. */
export interface RunningRahmen {
  readonly slack: SlackDouble;
  /** Stands still unless a test moves it. */
  readonly clock: JumpingClock;
  readonly queue: MemoryQueue;
  readonly logger: MemoryLogger;
  readonly engine: BreakableEngine;
  /** The exported handler behind API Gateway, for requests that Slack would not send. */
  readonly invoke: (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyResultV2>;
  /** What Slack delivered so far. */
  readonly delivered: readonly SlackRequest[];
  /** Delivers a request a second time, byte by byte. */
  readonly replay: (request: SlackRequest) => Promise<AppResponse>;
  /** Every row of both tables. */
  readonly dump: () => Promise<{ readonly state: Rows; readonly vault: Rows }>;
  /** As a failure of the storage would: what is open is gone, and kept nowhere else. */
  readonly loseVault: () => Promise<void>;
  /** Works until the queues give nothing more. */
  readonly drain: () => Promise<void>;
  /** Ticks once and works until the queues give nothing more. */
  readonly work: () => Promise<void>;
  /** Moves time through everything that is due on the way; what waits for a retry gets its minutes. */
  readonly jumpTo: (instant: number) => Promise<void>;
  readonly stop: () => Promise<void>;
}

type Rows = Awaited<ReturnType<typeof dumpTable>>;

/** Monday, 30 November 2026, 10:00 in Berlin. */
const START = Date.parse('2026-11-30T09:00:00Z');

export const SECRETS = { signingSecret: 'e2e-signing-secret', botToken: 'xoxb-e2e-token' };

const TABLES = { STATE_TABLE: 'state', VAULT_TABLE: 'vault' };

const environment = (engine: BreakableEngine, slack: SlackDouble): Record<string, string> => ({
  ...TABLES,
  AWS_REGION: 'eu-central-1',
  DYNAMODB_ENDPOINT: engine.state.endpoint,
  VAULT_DYNAMODB_ENDPOINT: engine.vault.endpoint,
  JOBS_QUEUE_URL: 'local',
  DELIVERIES_QUEUE_URL: 'local',
  SLACK_API_URL: slack.apiUrl,
  SLACK_BOT_TOKEN: SECRETS.botToken,
  SLACK_SIGNING_SECRET: SECRETS.signingSecret,
});

/** Beside the product, straight at the tables. */
const openTables = (engine: BreakableEngine) => {
  const client = makeDynamoClient({
    region: 'local',
    endpoint: engine.state.endpoint,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  return {
    dump: async () => ({
      state: await dumpTable(client, TABLES.STATE_TABLE),
      vault: await dumpTable(client, TABLES.VAULT_TABLE),
    }),
    /** The next due moment of all, in one request where the product's own way, shard by shard, takes ten. */
    nextDue: async (): Promise<Due | undefined> => {
      const { Items = [] } = await client.documents.send(
        new ScanCommand({ TableName: TABLES.STATE_TABLE, IndexName: DUE_INDEX }),
      );
      const due = Items.map(({ pk, dueAt }) => ({ row: String(pk), due: Number(dueAt) }));
      return due.sort((a, b) => a.due - b.due)[0];
    },
    /** As an admin did before the story begins; how they do it has stories of its own. */
    release: async () => {
      const settings = makeDynamoSettingsRepository(makeDynamoTable(client, TABLES.STATE_TABLE));
      const tenant = `slack:${HOME_TEAM.id}` as const;
      await settings.create(aReleasedTenant({ tenant, admins: [`${tenant}:${PEOPLE.ina}`] }));
    },
    loseVault: async () => {
      const TableName = TABLES.VAULT_TABLE;
      for (const { pk, sk } of await dumpTable(client, TableName)) {
        await client.documents.send(new DeleteCommand({ TableName, Key: { pk, sk } }));
      }
    },
    close: () => client.documents.destroy(),
  };
};

export interface Differing {
  readonly environment?: Readonly<Record<string, string>>;
  readonly double?: Partial<SlackDoubleOptions>;
  /** Whether an admin released the pulse before the story begins; true unless said. */
  readonly released?: boolean;
  /** Log to standard output, as in Lambda; {@link RunningRahmen.logger} then stays empty. */
  readonly logsToOutput?: boolean;
  /** Puts something between the queues and the handlers. */
  readonly around?: (functions: WorkFunctions) => WorkFunctions;
}

/** What Slack sends goes straight into the handler, and a note of it is kept. */
const connectSlack = (slack: SlackDouble, app: App) => {
  const delivered: SlackRequest[] = [];
  const target = handlerTarget(app.slack);
  const replay = async (request: SlackRequest): Promise<AppResponse> => {
    if (typeof target === 'string') throw new Error('the target is a function here');
    return target(request);
  };
  slack.deliverTo((request) => {
    delivered.push(request);
    return replay(request);
  });
  return { delivered, replay };
};

interface Due {
  readonly row: string;
  readonly due: number;
}

interface MoveParts extends Omit<JumpParts, 'next'> {
  readonly next: () => Promise<Due | undefined>;
}

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;

/**
 * As the playground jumps: clock to the next due moment, tick, drain, up to the target. Where only a retry is missing it
 * takes longer and longer steps, up to the longest that a retry waits, so that an hour of outage is soon over.
 */
const moveTo = async ({ clock, next, tick, drain, waiting }: MoveParts, target: number): Promise<void> => {
  let last = '';
  let step = MINUTE;
  for (let turn = 0; turn < 100; turn += 1) {
    const due = await next();
    if ((due === undefined || due.due > target) && !waiting()) {
      clock.jumpTo(target);
      return;
    }
    const here = `${due?.row}/${due?.due}`;
    const stuck = here === last;
    step = stuck ? Math.min(2 * step, QUARTER) : MINUTE;
    last = here;
    clock.jumpTo(stuck ? clock.now() + step : Math.min(due?.due ?? 0, Math.max(target, clock.now())));
    // A tick that finds nothing due does nothing but ask ten times.
    if (due !== undefined && due.due <= clock.now()) await tick();
    await drain();
  }
  throw new Error('something that is due stays undone');
};

/** Handlers read the environment once, when they are imported: one running product per test file. */
export const startRahmen = async (differing: Differing = {}): Promise<RunningRahmen> => {
  const engine = await startBreakableEngine();
  const clock = makeJumpingClock(() => START);
  const now = () => clock.now();
  const slack = await startSlackDouble({ ...SECRETS, now, ...differing.double });
  Object.assign(process.env, environment(engine, slack), differing.environment);
  const queue = makeMemoryQueue(clock);
  const logger = makeMemoryLogger();
  const parts = { clock, queue, postpone: postponeIn(queue) };
  const app = await loadApp(differing.logsToOutput === true ? parts : { ...parts, logger });
  const functions = differing.around?.(app) ?? app;
  const { tick, drain, waiting, stop } = makeRunner({ queue, now, functions: () => functions });
  // Without it work would be done behind a test's back, once a second.
  stop();
  const { dump, nextDue, release, loseVault, close } = openTables(engine);
  if (differing.released !== false) await release();

  return {
    slack,
    clock,
    queue,
    logger,
    engine,
    invoke: (event) => app.slack(event, lambdaContext(10_000)),
    ...connectSlack(slack, app),
    dump,
    loseVault,
    drain,
    work: async () => {
      await tick();
      await drain();
    },
    jumpTo: async (instant) => {
      await moveTo({ clock, next: nextDue, tick, drain, waiting }, instant);
    },
    stop: async () => {
      close();
      await slack.close();
      await engine.close();
    },
  };
};
