import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import { PortError } from '../../src/shared/errors.ts';

/** Slack's own trouble, or a workspace on the move: docs.slack.dev/reference/methods/chat.postMessage, "Errors". */
const PASSING = new Set([
  'fatal_error',
  'internal_error',
  'request_timeout',
  'service_unavailable',
  'team_added_to_org',
  'fetch_members_failed',
]);

/** Our token or its scopes: an operator must act, and then the same call works. */
const OURS_TO_MEND = new Set([
  'invalid_auth',
  'not_authed',
  'token_expired',
  'token_revoked',
  'account_inactive',
  'missing_scope',
  'no_permission',
  'not_allowed_token_type',
  'ekm_access_denied',
  'org_login_required',
  'team_access_not_granted',
]);

/** `rate_limited` exists beside `ratelimited` for posting. */
const TOO_MANY = new Set(['ratelimited', 'rate_limited', 'message_limit_exceeded']);

/** When Slack says "too many" without saying for how long. */
const UNSAID_WAIT_SECONDS = 30;

const isCode = (text: string): boolean => /^[a-z0-9_]{1,80}$/u.test(text);

const rateLimited = (retryAfterSeconds: number, cause: unknown): PortError =>
  new PortError('rate-limited', 'ratelimited', {
    cause,
    retryAfterSeconds: Math.max(1, Math.ceil(retryAfterSeconds)),
  });

/** A body that is no JSON arrives as a platform error whose "code" is that body (WebClient.js, buildResult). */
const fromPlatform = (error: WebAPIPlatformError): PortError => {
  const code = error.data.error;
  if (!isCode(code)) return new PortError('unreachable', 'unreadable_answer', { cause: error });
  if (TOO_MANY.has(code)) {
    return rateLimited(error.data.response_metadata?.retryAfter ?? UNSAID_WAIT_SECONDS, error);
  }
  if (OURS_TO_MEND.has(code)) return new PortError('misconfigured', code, { cause: error });
  return new PortError(PASSING.has(code) ? 'unreachable' : 'refused', code, { cause: error });
};

const fromHttp = (error: WebAPIHTTPError): PortError => {
  if (error.statusCode === 429) return rateLimited(UNSAID_WAIT_SECONDS, error);
  const passing = error.statusCode >= 500 || error.statusCode === 408;
  return new PortError(passing ? 'unreachable' : 'refused', `http_${error.statusCode}`, { cause: error });
};

/** What a failed call to Slack means for us. A 429 that does not say how long to wait comes as a bare Error. */
export const toPortError = (error: unknown): PortError => {
  if (error instanceof WebAPIRateLimitedError) return rateLimited(error.retryAfter, error);
  if (error instanceof WebAPIPlatformError) return fromPlatform(error);
  if (error instanceof WebAPIHTTPError) return fromHttp(error);
  if (error instanceof WebAPIRequestError) return new PortError('unreachable', 'network', { cause: error });
  return new PortError('unreachable', 'client', { cause: error });
};

/** Slack's code when it said no for good, else undefined. */
export const refusalOf = (error: unknown): string | undefined =>
  error instanceof PortError && error.fault === 'refused' ? error.reason : undefined;
