import { PortError } from '../../src/shared/errors.ts';
import type { MessageBody } from './blocks.ts';

/** Shown to one person alone, as the answer to what they did. */
export interface Ephemeral extends MessageBody {
  response_type: 'ephemeral';
  replace_original?: boolean;
}

/** Writes to the person who pressed, by the URL that came with the press: 5 times within 30 minutes, no token. */
export type Respond = (responseUrl: string, message: Ephemeral) => Promise<void>;

const SLACK_HOOKS = 'https://hooks.slack.com';

/** Less than what is left of Slack's three seconds after ours are over. */
const TIMEOUT = 700;

const originOf = (url: string): string | undefined => (URL.canParse(url) ? new URL(url).origin : undefined);

/**
 * The URL is signed by Slack like all of the payload, and still: we write to Slack and to nobody else, and follow
 * no redirect. `slackApiUrl` adds the host of a double.
 */
export const makeRespond = (slackApiUrl: string | undefined, send: typeof fetch): Respond => {
  const allowed = new Set([SLACK_HOOKS, slackApiUrl === undefined ? SLACK_HOOKS : originOf(slackApiUrl)]);
  return async (responseUrl, message) => {
    if (!allowed.has(originOf(responseUrl))) throw new PortError('refused', 'foreign_response_url');
    let status: number;
    try {
      const response = await send(responseUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(message),
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT),
      });
      ({ status } = response);
    } catch (error) {
      throw new PortError('unreachable', 'response_url', { cause: error });
    }
    if (status !== 200) throw new PortError(status >= 500 ? 'unreachable' : 'refused', `http_${status}`);
  };
};
