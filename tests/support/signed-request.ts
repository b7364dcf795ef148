import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { gatewayEvent } from '../../playground/lambda/gateway-event.ts';
import { signatureHeaders } from '../../playground/slack/sign.ts';

export const JSON_TYPE = 'application/json';
export const FORM_TYPE = 'application/x-www-form-urlencoded';

export interface Sent {
  readonly contentType: string;
  readonly body: string;
  readonly secret: string;
  /** Seconds by which the signature is older than now; below zero for one from the future. */
  readonly age?: number;
  readonly method?: string;
  readonly path?: string;
  /** Laid over the right ones; undefined takes one away. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

export const form = (fields: Readonly<Record<string, string>>) => ({
  contentType: FORM_TYPE,
  body: new URLSearchParams(fields).toString(),
});

export const json = (body: unknown) => ({ contentType: JSON_TYPE, body: JSON.stringify(body) });

export const interaction = (payload: unknown) => form({ payload: JSON.stringify(payload) });

/** What API Gateway hands over when somebody sends this, signed at this moment. */
export const signedRequest = (sent: Sent): APIGatewayProxyEventV2 => {
  const now = Date.now();
  const timestamp = Math.floor(now / 1000) - (sent.age ?? 0);
  return gatewayEvent({
    method: sent.method ?? 'POST',
    path: sent.path ?? '/slack/events',
    query: '',
    headers: {
      'content-type': sent.contentType,
      ...signatureHeaders(sent.secret, timestamp, sent.body),
      ...sent.headers,
    },
    body: Buffer.from(sent.body),
    now,
  });
};
