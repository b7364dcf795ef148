import { makeWebClient } from '../../../../adapters/slack/web-client.ts';
import { aSlackWebApi, makeNotingLogger } from './bench.ts';
import type { LogLine } from './bench.ts';

/** The workers' client against a local stand-in for Slack. */
export const aClient = async () => {
  const slack = await aSlackWebApi();
  const log: LogLine[] = [];
  const client = makeWebClient({ botToken: 'xoxb-test', slackApiUrl: slack.url }, makeNotingLogger(log));
  return { slack, client, log };
};
