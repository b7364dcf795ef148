import { request } from 'node:http';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { App } from '../../playground/app.ts';
import type { Playground } from '../../playground/playground.ts';
import { startPlayground } from '../../playground/playground.ts';
import type { PlaygroundServer } from '../../playground/server.ts';
import { servePlayground } from '../../playground/server.ts';
import { PEOPLE } from '../../playground/slack/seed/people.ts';
import type { Loose } from './stand-in.ts';

const environment = { ...process.env };
let playground: Playground;
let server: PlaygroundServer;

const anApp = (words: string): App => ({
  slack: async () => ({ statusCode: 200, body: words }),
  tick: async () => undefined,
  jobs: async () => ({ batchItemFailures: [] }),
  deliver: async () => ({ batchItemFailures: [] }),
  dueIndex: { due: async () => ({ jobs: [] }) },
});

beforeAll(async () => {
  const page = await mkdtemp(path.join(tmpdir(), 'page-'));
  await writeFile(path.join(page, 'index.html'), '<!doctype html><title>page</title>');
  playground = await startPlayground({ loadApp: async () => anApp('one'), warn: () => undefined });
  server = await servePlayground(playground, { port: 0, page });
  playground.slack?.deliverTo(`${server.origin}/slack/events`);
});

afterAll(async () => {
  await server.close();
  await playground.close();
  process.env = environment;
});

const get = (where: string) => fetch(server.origin + where);

const post = async (where: string, body: object, type = 'application/json') => {
  const response = await fetch(server.origin + where, {
    method: 'POST',
    headers: { 'content-type': type },
    body: JSON.stringify(body),
  });
  const answer: Loose = await response.json();
  return { status: response.status, answer };
};

const statusUnder = (host: string, where: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    request(server.origin + where, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });

describe('the playground’s server', () => {
  it('serves the page under its own names only', async () => {
    const page = await get('/');
    expect(await page.text()).toContain('<title>page</title>');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    const { port } = new URL(server.origin);
    expect(await statusUnder(`localhost:${port}`, '/')).toBe(200);
    expect(await statusUnder('evil.example', '/')).toBe(421);
    expect(await statusUnder('evil.example', '/playground/time')).toBe(421);
    // The handlers check a signature instead; a tunnel has a name of its own.
    expect(await statusUnder('tunnel.example', '/slack/events')).toBe(404);
    expect((await get('/elsewhere')).status).toBe(404);
  });

  it('shows each person what they see', async () => {
    const state: Loose = await (await get(`/playground/slack/state?person=${PEOPLE.gil}`)).json();
    expect(state.person).toMatchObject({ name: 'Gil Gastbeispiel', kind: 'guest' });
    expect(state.channels.map(({ name }: Loose) => name)).toEqual(['kundenservice-nord', 'Rahmen']);
    expect((await get('/playground/slack/state?person=U404')).status).toBe(404);
  });

  it('acts for a person through the handlers, over HTTP', async () => {
    const typed = { action: 'type', person: PEOPLE.ada, channel: 'C0NORDTEAM', text: '/rahmen hilfe' };
    expect(await post('/playground/slack/act', typed)).toEqual({ status: 200, answer: {} });
    const own = playground.slack?.asPerson(PEOPLE.ada).messages('C0NORDTEAM');
    expect(own).toMatchObject([{ text: 'one', onlyFor: PEOPLE.ada }]);
    const unknown = await post('/playground/slack/act', { ...typed, text: '/giphy' });
    expect(unknown.answer).toEqual({ error: 'unknown_command' });
  });

  it('says what is wrong with a request, and takes JSON only', async () => {
    const wrong = await post('/playground/slack/act', { action: 'dance' });
    expect(wrong.status).toBe(400);
    const stranger = { action: 'type', person: PEOPLE.otto, channel: 'C0NORDTEAM', text: 'x' };
    expect((await post('/playground/slack/act', stranger)).answer.error).toContain('not in the channel');
    expect((await post('/playground/slack/act', {}, 'text/plain')).status).toBe(400);
    expect((await post('/playground/jump', {}, 'text/plain')).status).toBe(400);
  });

  it('exchanges the handlers and keeps everything else', async () => {
    await playground.exchange(async () => anApp('two'));
    const typed = { action: 'type', person: PEOPLE.ada, channel: 'C0NORDTEAM', text: '/rahmen' };
    await post('/playground/slack/act', typed);
    const own = playground.slack?.asPerson(PEOPLE.ada).messages('C0NORDTEAM') ?? [];
    expect(own.map(({ text }) => text)).toEqual(['one', 'two']);
  });

  it('jumps in time and says where it is', async () => {
    const before: Loose = await (await get('/playground/time')).json();
    expect(before).not.toHaveProperty('next');
    expect((await post('/playground/jump', {})).status).toBe(409);
    const to = new Date(Date.parse(before.now) + 86_400_000).toISOString();
    const { answer } = await post('/playground/jump', { to });
    expect(answer).toMatchObject({ messages: 0, work: {}, finished: true });
    const after: Loose = await (await get('/playground/time')).json();
    expect(Date.parse(after.now)).toBeGreaterThanOrEqual(Date.parse(to));
    expect((await post('/playground/jump', { to: 'tomorrow' })).status).toBe(400);
  });

  it('tells open pages that something changed', async () => {
    const response = await get('/playground/live');
    const reader = response.body?.getReader();
    playground.slack?.asPerson(PEOPLE.ada).say('C0NORDTEAM', 'Hello');
    let heard = '';
    while (!heard.includes('changed')) heard += Buffer.from((await reader?.read())?.value ?? []).toString();
    await reader?.cancel();
    expect(heard).toContain('data: changed\n\n');
  });
});
