import { makeMemoryLogger } from '../../adapters/memory/logger.ts';
import { makeWebClient } from '../../adapters/slack/web-client.ts';
import { startSlackDouble } from '../../playground/slack/double.ts';
import { HOME_TEAM } from '../../playground/slack/seed/people.ts';
import type { TenantRef } from '../../src/chat/identity.ts';

export const SLACK_TENANT: TenantRef = `slack:${HOME_TEAM.id}`;

/** The workers' client, and the simulated workspace that it speaks to. */
export const aSlackStage = async () => {
  const slack = await startSlackDouble({ signingSecret: 'unused', botToken: 'xoxb-contract' });
  const client = makeWebClient({ botToken: 'xoxb-contract', slackApiUrl: slack.apiUrl }, makeMemoryLogger());
  return { slack, client };
};
