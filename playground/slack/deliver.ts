import type { Fields } from './json.ts';
import { signatureHeaders } from './sign.ts';

/** One POST of Slack to the app. */
export interface SlackRequest {
  readonly method: 'POST';
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface AppResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Where Slack delivers: the address of a server, or a function in its place. */
export type Target = string | ((request: SlackRequest) => Promise<AppResponse>);

/** What a person sees when the app does not answer in time, or not with 200. */
export type DeliveryError = 'operation_timeout' | 'dispatch_failed';

export type Delivered =
  | { readonly ok: true; readonly response: AppResponse }
  | {
      readonly ok: false;
      readonly error: DeliveryError;
      readonly status?: number;
      readonly noRetry: boolean;
    };

export interface DeliverySettings {
  readonly signingSecret: string;
  /** Slack's three seconds; shorter in tests. */
  readonly ackWithin: number;
  /** Wall time in milliseconds: apps refuse what was signed more than five minutes away from it. */
  readonly wall: () => number;
  readonly target: () => Target;
}

export interface Deliver {
  readonly form: (fields: Readonly<Record<string, string>>) => Promise<Delivered>;
  readonly interaction: (payload: Fields) => Promise<Delivered>;
  readonly json: (body: Fields, retry?: { num: number; reason: string }) => Promise<Delivered>;
}

const overHttp = async (url: string, request: SlackRequest, signal: AbortSignal): Promise<AppResponse> => {
  const { method, headers, body } = request;
  const response = await fetch(url, { method, headers, body, signal });
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.text(),
  };
};

const send = async (settings: DeliverySettings, request: SlackRequest): Promise<Delivered> => {
  const target = settings.target();
  const abort = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), settings.ackWithin);
  });
  const answered = typeof target === 'string' ? overHttp(target, request, abort.signal) : target(request);
  const answer = await Promise.race([answered, late]).catch(() => undefined);
  clearTimeout(timer);
  if (answer === 'late') {
    // The app may go on working; nobody listens to it any more.
    answered.catch(() => undefined);
    abort.abort();
    return { ok: false, error: 'operation_timeout', noRetry: false };
  }
  if (!answer) return { ok: false, error: 'dispatch_failed', noRetry: false };
  const { status } = answer;
  if (status >= 200 && status < 300) return { ok: true, response: answer };
  return { ok: false, error: 'dispatch_failed', status, noRetry: answer.headers['x-slack-no-retry'] === '1' };
};

export const makeDeliver = (settings: DeliverySettings): Deliver => {
  const deliver = (contentType: string, body: string, more: Record<string, string> = {}) => {
    const timestamp = Math.floor(settings.wall() / 1000);
    const headers = {
      'content-type': contentType,
      accept: 'application/json,*/*',
      'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
      ...signatureHeaders(settings.signingSecret, timestamp, body),
      ...more,
    };
    return send(settings, { method: 'POST', path: '/slack/events', headers, body });
  };
  const form = (fields: Readonly<Record<string, string>>) =>
    deliver('application/x-www-form-urlencoded', new URLSearchParams(fields).toString());
  return {
    form,
    interaction: (payload) => form({ payload: JSON.stringify(payload) }),
    json: (body, retry) =>
      deliver(
        'application/json',
        JSON.stringify(body),
        retry ? { 'x-slack-retry-num': String(retry.num), 'x-slack-retry-reason': retry.reason } : {},
      ),
  };
};
