import { makeMemoryLogger } from '../../adapters/memory/logger.ts';
import type { MemoryLogger } from '../../adapters/memory/logger.ts';
import { makeMemoryQueue } from '../../adapters/memory/queue.ts';
import type { MemoryQueue } from '../../adapters/memory/queue.ts';
import { loadApp } from '../../playground/app.ts';
import { startEngine } from '../../playground/engine.ts';
import { handlerTarget } from '../../playground/lambda/http-function.ts';
import { makeRunner } from '../../playground/runner.ts';
import { startSlackDouble } from '../../playground/slack/double.ts';
import type { SlackDouble, SlackDoubleOptions } from '../../playground/slack/double.ts';
import { jump, makeJumpingClock, nextDue } from '../../playground/time.ts';
import type { JumpingClock } from '../../playground/time.ts';

/** The exported Lambda handlers on a real engine, with a Slack that speaks the wire protocol. */
export interface RunningRahmen {
  readonly slack: SlackDouble;
  readonly clock: JumpingClock;
  readonly queue: MemoryQueue;
  readonly logger: MemoryLogger;
  readonly endpoint: string;
  /** Ticks once and works until the queues are empty. */
  readonly work: () => Promise<void>;
  /** Moves time through everything that is due on the way. */
  readonly jumpTo: (instant: number) => Promise<void>;
  /** Moves time to the next thing that is planned and does it; answers with its kind. */
  readonly jumpToNext: () => Promise<string | undefined>;
  readonly stop: () => Promise<void>;
}

const SECRETS = { signingSecret: 'e2e-signing-secret', botToken: 'xoxb-e2e' };

/** Handlers read the environment once, when they are imported: one running product per test file. */
export const startRahmen = async (
  environment: Readonly<Record<string, string>> = {},
  double: Partial<SlackDoubleOptions> = {},
): Promise<RunningRahmen> => {
  const engine = await startEngine();
  const clock = makeJumpingClock();
  const slack = await startSlackDouble({ ...SECRETS, now: clock.now, ...double });
  Object.assign(process.env, {
    AWS_REGION: 'eu-central-1',
    STATE_TABLE: 'state',
    VAULT_TABLE: 'vault',
    DYNAMODB_ENDPOINT: engine.state,
    JOBS_QUEUE_URL: 'local',
    DELIVERIES_QUEUE_URL: 'local',
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: SECRETS.botToken,
    SLACK_SIGNING_SECRET: SECRETS.signingSecret,
    ...environment,
  });
  const queue = makeMemoryQueue(clock);
  const logger = makeMemoryLogger();
  const postpone = async (handles: readonly string[], seconds: number): Promise<void> => {
    for (const handle of handles) {
      queue.changeVisibility('jobs', handle, seconds);
      queue.changeVisibility('messages', handle, seconds);
    }
  };
  const app = await loadApp({ clock, queue, postpone, logger });
  slack.deliverTo(handlerTarget(app.slack));
  const runner = makeRunner({ queue, now: clock.now, functions: () => app });

  const jumpTo = async (instant: number): Promise<void> => {
    const { tick, drain, waiting } = runner;
    await jump({ clock, next: () => nextDue(app.dueIndex), tick, drain, waiting }, instant);
  };
  return {
    slack,
    clock,
    queue,
    logger,
    endpoint: engine.state,
    work: async () => {
      await runner.tick();
      await runner.drain();
    },
    jumpTo,
    jumpToNext: async () => {
      const due = await nextDue(app.dueIndex);
      if (due !== undefined) await jumpTo(Math.max(due.due, clock.now()));
      return due?.kind;
    },
    stop: async () => {
      runner.stop();
      await slack.close();
      await engine.close();
    },
  };
};
