import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Instant } from '../../src/shared/time.ts';
import { isFromSlack } from './signature.ts';

/** Far above what our views and the longest answers take, far below what could hurt. */
const MAX_BYTES = 256 * 1024;

export interface Door {
  readonly path: string;
  readonly signingSecret: string;
}

/** A request that Slack signed, or the status to turn it away with. */
export type Admission =
  | {
      readonly admitted: true;
      readonly contentType: string;
      readonly rawBody: Uint8Array;
      readonly retry: Retry;
    }
  | { readonly admitted: false; readonly status: 401 | 404 | 405 | 413 };

/** Slack's count and reason when it sends an event again: docs.slack.dev/apis/events-api, "Retries". */
export interface Retry {
  readonly retryNum?: number;
  readonly retryReason?: string;
}

type Headers = ReadonlyMap<string, string>;

/** Header names have no case; gateways and doubles do not agree on one. */
const headersOf = (event: APIGatewayProxyEventV2): Headers =>
  new Map(Object.entries(event.headers).map(([name, value]) => [name.toLowerCase(), value ?? '']));

const retryOf = (headers: Headers): Retry => {
  const count = headers.get('x-slack-retry-num') ?? '';
  const reason = headers.get('x-slack-retry-reason');
  return {
    ...(/^\d{1,3}$/u.test(count) && { retryNum: Number(count) }),
    ...(reason !== undefined && { retryReason: reason }),
  };
};

/** Base64 takes four characters for three bytes; nothing too big is decoded. */
const isTooBig = ({ body = '', isBase64Encoded }: APIGatewayProxyEventV2): boolean =>
  isBase64Encoded ? (body.length / 4) * 3 > MAX_BYTES + 2 : Buffer.byteLength(body, 'utf8') > MAX_BYTES;

/** Everything that can be checked before a byte of the body is understood. */
export const admit = (event: APIGatewayProxyEventV2, door: Door, now: Instant): Admission => {
  if (event.rawPath !== door.path) return { admitted: false, status: 404 };
  if (event.requestContext.http.method !== 'POST') return { admitted: false, status: 405 };
  if (isTooBig(event)) return { admitted: false, status: 413 };

  const headers = headersOf(event);
  const rawBody = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  const signed = {
    signature: headers.get('x-slack-signature'),
    timestamp: headers.get('x-slack-request-timestamp'),
    rawBody,
  };
  if (!isFromSlack(signed, door.signingSecret, now)) return { admitted: false, status: 401 };
  return { admitted: true, contentType: headers.get('content-type') ?? '', rawBody, retry: retryOf(headers) };
};
