import type { APIGatewayProxyResultV2 } from 'aws-lambda';

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly body: Uint8Array;
}

const JSON_TYPE = { 'content-type': 'application/json' };

/** What API Gateway itself says when there is no route, or the function failed. */
const gatewayMessage = (status: number, message: string): HttpAnswer => ({
  status,
  headers: JSON_TYPE,
  cookies: [],
  body: Buffer.from(JSON.stringify({ message })),
});

export const NOT_FOUND = gatewayMessage(404, 'Not Found');
export const FUNCTION_FAILED = gatewayMessage(500, 'Internal Server Error');
export const TOO_LARGE = gatewayMessage(413, 'Request Entity Too Large');

/** A function's result as HTTP; one without a status code is a JSON body by itself, as format 2.0 has it. */
export const gatewayAnswer = (result: APIGatewayProxyResultV2): HttpAnswer => {
  if (typeof result === 'string' || result?.statusCode === undefined) {
    const body = typeof result === 'string' ? result : JSON.stringify(result ?? null);
    return { status: 200, headers: JSON_TYPE, cookies: [], body: Buffer.from(body) };
  }
  const { statusCode, headers = {}, cookies = [], body = '', isBase64Encoded = false } = result;
  return {
    status: statusCode,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
    ),
    cookies,
    body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'),
  };
};
