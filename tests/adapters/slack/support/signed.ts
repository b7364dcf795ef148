import { createHmac } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';

export const SECRET = '8f742231b10e8888abcd99yyyzzz85a5';
/** 21 November 2026, 12:00 UTC, in milliseconds. */
export const NOW = 1_795_262_400_000;
export const PATH = '/slack/events';

export interface Sent {
  readonly contentType?: string;
  readonly body: string;
  readonly base64?: boolean;
  readonly method?: string;
  readonly path?: string;
  /** Milliseconds; NOW when absent. */
  readonly at?: number;
  readonly secret?: string;
  /** Laid over the right ones; undefined takes one away. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

const FORM = 'application/x-www-form-urlencoded';

export const asForm = (fields: Readonly<Record<string, string>>): Sent => ({
  contentType: FORM,
  body: new URLSearchParams(fields).toString(),
});

export const asInteraction = (payload: unknown): Sent => asForm({ payload: JSON.stringify(payload) });

export const asJson = (payload: unknown): Sent => ({
  contentType: 'application/json',
  body: JSON.stringify(payload),
});

/** What API Gateway hands over when Slack sends this. */
export const signed = (sent: Sent): APIGatewayProxyEventV2 => {
  const { contentType = FORM, body, base64 = false, method = 'POST', path = PATH } = sent;
  const timestamp = String(Math.floor((sent.at ?? NOW) / 1000));
  const hmac = createHmac('sha256', sent.secret ?? SECRET).update(`v0:${timestamp}:${body}`);
  const headers = {
    'content-type': contentType,
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': `v0=${hmac.digest('hex')}`,
    ...sent.headers,
  };
  const time = '21/Nov/2026:12:00:00 +0000';
  return {
    version: '2.0',
    routeKey: `${method} ${path}`,
    rawPath: path,
    rawQueryString: '',
    headers,
    requestContext: {
      accountId: 'anonymous',
      apiId: 'api',
      domainName: 'example.org',
      domainPrefix: 'api',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'Slackbot 1.0' },
      requestId: 'request',
      routeKey: '$default',
      stage: '$default',
      time,
      timeEpoch: NOW,
    },
    body: base64 ? Buffer.from(body, 'utf8').toString('base64') : body,
    isBase64Encoded: base64,
  };
};
