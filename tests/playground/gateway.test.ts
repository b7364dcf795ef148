import { describe, expect, it } from '@jest/globals';
import { gatewayEvent } from '../../playground/lambda/gateway-event.ts';
import { gatewayAnswer } from '../../playground/lambda/gateway-response.ts';
import { handlerTarget, throughGateway } from '../../playground/lambda/http-function.ts';
import { PEOPLE } from '../../playground/slack/seed/people.ts';
import { aBench, closeBenches } from './stand-in.ts';

const now = Date.UTC(2026, 11, 3, 11, 4, 5);

const aRequest = (more: object = {}) => ({
  method: 'POST',
  path: '/slack/events',
  query: '',
  headers: {
    'Content-Type': 'application/x-www-form-urlencoded',
    Host: '127.0.0.1:4300',
    'X-Twice': ['a', 'b'],
  },
  body: Buffer.from('text=gr%C3%BCn&user=ü'),
  now,
  ...more,
});

const withType = (type: string, body: string) =>
  gatewayEvent(aRequest({ headers: { 'content-type': type }, body: Buffer.from(body) }));

describe('a request as API Gateway hands it on', () => {
  it('has the shape of payload format 2.0', () => {
    expect(gatewayEvent(aRequest({ query: 'a=1&b=2' }))).toMatchObject({
      version: '2.0',
      routeKey: 'POST /slack/events',
      rawPath: '/slack/events',
      rawQueryString: 'a=1&b=2',
      queryStringParameters: { a: '1', b: '2' },
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twice': 'a,b' },
      requestContext: {
        http: { method: 'POST', path: '/slack/events', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1' },
        stage: '$default',
        time: '03/Dec/2026:11:04:05 +0000',
        timeEpoch: now,
      },
    });
  });

  it('carries forms in base64, byte for byte', () => {
    const event = gatewayEvent(aRequest());
    expect(event.isBase64Encoded).toBe(true);
    expect(Buffer.from(event.body ?? '', 'base64').toString('utf8')).toBe('text=gr%C3%BCn&user=ü');
  });

  it.each(['application/json', 'application/json; charset=utf-8', 'text/plain', 'application/problem+json'])(
    'carries %s as text',
    (type) => {
      expect(withType(type, '{"ä":1}')).toMatchObject({ body: '{"ä":1}', isBase64Encoded: false });
    },
  );

  it('has no body where there was none', () => {
    expect(gatewayEvent(aRequest({ body: Buffer.alloc(0) }))).not.toHaveProperty('body');
  });

  it('takes cookies out of the headers', () => {
    const event = gatewayEvent(aRequest({ headers: { cookie: 'a=1; b=2' } }));
    expect(event.cookies).toEqual(['a=1', 'b=2']);
    expect(event.headers).not.toHaveProperty('cookie');
  });
});

describe('a function’s result as API Gateway answers', () => {
  const textOf = (body: Uint8Array) => Buffer.from(body).toString('utf8');

  it('is taken as it is, headers in lower case', () => {
    const answer = gatewayAnswer({ statusCode: 201, headers: { 'X-One': 1 }, body: 'ja' });
    expect(answer).toMatchObject({ status: 201, headers: { 'x-one': '1' } });
    expect(textOf(answer.body)).toBe('ja');
  });

  it('is decoded from base64 when it says so', () => {
    const answer = gatewayAnswer({ statusCode: 200, body: 'w7w=', isBase64Encoded: true });
    expect(textOf(answer.body)).toBe('ü');
  });

  it('is JSON when it has no status', () => {
    const answer = gatewayAnswer({ body: 'x' });
    expect(answer).toMatchObject({ status: 200, headers: { 'content-type': 'application/json' } });
    expect(JSON.parse(textOf(answer.body))).toEqual({ body: 'x' });
  });

  it('is 404 off the one route, 500 for a function that fails, 413 for what is too large', async () => {
    const fine = async () => ({ statusCode: 200 });
    const broken = () => Promise.reject(new Error('broken'));
    const status = async (handler: typeof fine, more: object) =>
      (await throughGateway(handler, aRequest(more))).status;
    expect(await status(fine, { method: 'GET' })).toBe(404);
    expect(await status(fine, { path: '/slack' })).toBe(404);
    expect(await status(fine, { body: Buffer.alloc(10_000_001) })).toBe(413);
    expect(await status(broken, {})).toBe(500);
    expect(await status(fine, {})).toBe(200);
  });
});

describe('a handler behind the Slack double', () => {
  it('gets events and gives answers without a server between', async () => {
    let typed = '';
    const target = handlerTarget(async ({ body = '' }) => {
      typed = new URLSearchParams(Buffer.from(body, 'base64').toString()).get('text') ?? '';
      return { statusCode: 200, body: `You typed ${typed}` };
    });
    const { slack } = await aBench({ target });
    const { messages } = await slack.asPerson(PEOPLE.ada).command('/rahmen', 'größer');
    expect(typed).toBe('größer');
    expect(messages).toMatchObject([{ text: 'You typed größer' }]);
    await closeBenches();
  });
});
