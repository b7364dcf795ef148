import { WebClient } from '@slack/web-api';
import type { WebClientOptions } from '@slack/web-api';
import type { Logger } from '../../src/ports/logger.ts';
import { makeLibraryLogger } from './library-logger.ts';

export interface SlackApi {
  readonly botToken: string;
  /** Where the Web API is; Slack's own unless a double stands in for it. */
  readonly slackApiUrl?: string | undefined;
}

/**
 * The defaults would retry ten times over half an hour, sleep through every 429 inside the function and wait for an
 * answer for ever (@slack/web-api 8.2.0, WebClient.js). Retrying is the queue's work: a post has no idempotency key.
 */
export const webClientOptions = (
  api: Pick<SlackApi, 'slackApiUrl'>,
  timeout: number,
  logger: Logger,
): WebClientOptions => ({
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  allowAbsoluteUrls: false,
  timeout,
  logger: makeLibraryLogger(logger),
  ...(api.slackApiUrl !== undefined && { slackApiUrl: api.slackApiUrl }),
});

/** Milliseconds for a call of a worker, far below the lease of what is being delivered (R9); an answer has less (R23). */
export const SEND_TIMEOUT = 5_000;

export const makeWebClient = (api: SlackApi, logger: Logger, timeout = SEND_TIMEOUT): WebClient =>
  new WebClient(api.botToken, webClientOptions(api, timeout, logger));
