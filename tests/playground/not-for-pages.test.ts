import { request } from 'node:http';
import type { OutgoingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startEngine } from '../../playground/engine.ts';
import type { Engine } from '../../playground/engine.ts';
import { startSlackDouble } from '../../playground/slack/double.ts';
import type { SlackDouble } from '../../playground/slack/double.ts';

let engine: Engine;
let slack: SlackDouble;

beforeAll(async () => {
  engine = await startEngine();
  slack = await startSlackDouble({ signingSecret: 's', botToken: 'xoxb-1' });
});

afterAll(async () => {
  await slack.close();
  await engine.close();
});

const statusOf = (url: string, method: string, headers: OutgoingHttpHeaders): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    request(url, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .once('error', reject)
      .end();
  });

describe.each([
  ['the embedded DynamoDB', () => engine.state],
  ['the simulated Slack', () => `${slack.apiUrl}auth.test`],
])('%s', (_, url) => {
  test('turns web pages away, their preflight too', async () => {
    const origin = 'https://example.org';
    expect(await statusOf(url(), 'POST', { origin })).toBe(403);
    expect(await statusOf(url(), 'OPTIONS', { origin, 'access-control-request-method': 'POST' })).toBe(403);
  });

  test('turns a rebound name away', async () => {
    expect(await statusOf(url(), 'POST', { host: 'rebound.example' })).toBe(403);
  });

  test('answers tools on this machine', async () => {
    expect(await statusOf(url(), 'POST', {})).not.toBe(403);
  });
});
