import { composeSlack } from './composition.ts';
import { slackConfig } from './config.ts';

/** Commands, interactivity and events of Slack: HTTP API v2 in, an answer within three seconds out. */
export const handler = composeSlack(slackConfig(process.env));
