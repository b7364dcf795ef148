import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { afterEach } from '@jest/globals';
import { makeMemorySeenEvents } from '../../../../adapters/memory/seen-events.ts';
import { makeSlackIngress } from '../../../../adapters/slack/ingress.ts';
import type { SlackIngressConfig } from '../../../../adapters/slack/ingress.ts';
import type { LogEvent, LogFields, Logger } from '../../../../src/ports/logger.ts';
import { NOW, PATH, SECRET, signed } from './signed.ts';
import type { Sent } from './signed.ts';
import { startSlackWebApi } from './slack-web-api.ts';
import type { SlackWebApi } from './slack-web-api.ts';
import { makeStubDesk } from './stub-desk.ts';
import type { StubDesk } from './stub-desk.ts';

export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: LogEvent;
  readonly fields?: LogFields | undefined;
}

/** Everything around the ingress, each with a real but small stand-in. */
export interface Bench {
  readonly desk: StubDesk;
  readonly slack: SlackWebApi;
  readonly log: LogLine[];
  readonly seen: ReturnType<typeof makeMemorySeenEvents>;
  /** Signs it as Slack does, sends it, and tells the answer. */
  readonly send: (sent: Sent) => Promise<APIGatewayProxyStructuredResultV2>;
}

export const makeNotingLogger = (log: LogLine[]): Logger => ({
  info: (event, fields) => log.push({ level: 'info', event, fields }),
  warn: (event, fields) => log.push({ level: 'warn', event, fields }),
  error: (event, fields) => log.push({ level: 'error', event, fields }),
});

const open: SlackWebApi[] = [];

export const aSlackWebApi = async (): Promise<SlackWebApi> => {
  const slack = await startSlackWebApi();
  open.push(slack);
  return slack;
};

export const aBench = async (config: Partial<SlackIngressConfig> = {}): Promise<Bench> => {
  const slack = await aSlackWebApi();
  const desk = makeStubDesk();
  const log: LogLine[] = [];
  const seen = makeMemorySeenEvents();
  let ids = 0;
  const ingress = makeSlackIngress({
    desk,
    seenEvents: seen,
    ids: { next: () => `nonce-${(ids += 1)}` },
    logger: makeNotingLogger(log),
    now: () => NOW,
    config: {
      signingSecret: SECRET,
      botToken: 'xoxb-test',
      slackApiUrl: slack.url,
      path: PATH,
      displayName: 'Rahmen',
      ...config,
    },
  });
  return { desk, slack, log, seen, send: (sent) => ingress(signed(sent)) };
};

afterEach(async () => {
  await Promise.all(open.splice(0).map((slack) => slack.close()));
});
