import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadApp } from '../../playground/app.ts';
import type { Playground } from '../../playground/playground.ts';
import { startPlayground } from '../../playground/playground.ts';
import type { PlaygroundServer } from '../../playground/server.ts';
import { HANDLERS_PATH, servePlayground } from '../../playground/server.ts';
import { seedRelease } from '../../playground/seed-release.ts';
import { seedTeam } from '../../playground/seed-team.ts';
import type { SlackDouble } from '../../playground/slack/double.ts';
import { startSlackDouble } from '../../playground/slack/double.ts';
import type { Loose } from './stand-in.ts';

const secrets = { signingSecret: 'another-secret', botToken: 'xoxb-another' };
const environment = { ...process.env };
const warnings: string[] = [];
let slack: SlackDouble;
let playground: Playground;
let server: PlaygroundServer;

beforeAll(async () => {
  slack = await startSlackDouble(secrets);
  process.env['FIRST_ADMIN'] = slack.people.ina;
  const otherSlack = { ...secrets, apiUrl: slack.apiUrl };
  playground = await startPlayground({ loadApp, otherSlack, warn: (line) => warnings.push(line) });
  server = await servePlayground(playground, { port: 0, page: '.' });
  slack.deliverTo(server.origin + HANDLERS_PATH);
});

afterAll(async () => {
  await server.close();
  await playground.close();
  await slack.close();
  process.env = environment;
});

const jump = async (): Promise<Loose> => {
  const response = await fetch(`${server.origin}/playground/jump`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  return response.json();
};

// The handlers themselves, over HTTP, on the embedded engine: the steps of one round, in order.
describe('the handlers behind another Slack', () => {
  it('are seeded with nothing', async () => {
    expect(await playground.seed()).toBeUndefined();
    expect(playground.chats).toEqual([]);
    expect(slack.calls).toEqual([]);
  });

  it('answer what it delivers', async () => {
    expect(await seedRelease(slack)).toBeUndefined();
    expect(await seedTeam(slack)).toBeUndefined();
    while (slack.messages(slack.channels.nord).length === 0) await new Promise(setImmediate);
    expect(slack.messages(slack.channels.nord)).toHaveLength(1);
  });

  it('follow jumps in time', async () => {
    expect(await jump()).toMatchObject({ work: { team: 1, asks: 1 }, finished: true });
    expect(slack.dm(slack.people.ada)).toHaveLength(1);
    expect(slack.dm(slack.people.lea)).toHaveLength(0);
    expect(warnings).toEqual([]);
  });

  it('refuse what another secret signed', async () => {
    const stranger = await startSlackDouble({ ...secrets, signingSecret: 'wrong' });
    stranger.deliverTo(server.origin + HANDLERS_PATH);
    const outcome = await stranger.asPerson(stranger.people.ada).command('/rahmen');
    await stranger.close();
    expect(outcome).toMatchObject({ error: 'dispatch_failed', delivered: { status: 401 } });
  });
});
