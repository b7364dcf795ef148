import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readAsset } from './assets.ts';
import { control } from './control.ts';
import { LARGEST_REQUEST, throughGateway } from './lambda/http-function.ts';
import type { Live } from './live.ts';
import { makeLive } from './live.ts';
import type { Playground } from './playground.ts';
import { listen, readBody } from './slack/http.ts';
import type { Listening } from './slack/http.ts';

export const HANDLERS_PATH = '/slack/events';

/** Nothing from elsewhere: no script, no picture, no frame around it. */
const PAGE_HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
};

interface Parts {
  readonly playground: Playground;
  readonly live: Live;
  /** Folder with the built page. */
  readonly page: string;
  /** Host headers that are ours: a foreign name that resolves to 127.0.0.1 must not reach the page. */
  readonly hosts: () => readonly string[];
}

const text = (response: ServerResponse, status: number, words: string): void => {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${words}\n`);
};

/** The handlers check signatures, so whoever can sign may come under any name, through a tunnel for example. */
const toHandlers = async (request: IncomingMessage, response: ServerResponse, { playground }: Parts) => {
  const { pathname, search } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const answer = await throughGateway(playground.app().slack, {
    method: request.method ?? 'GET',
    path: pathname,
    query: search.slice(1),
    headers: request.headers,
    body: (await readBody(request, LARGEST_REQUEST)) ?? Buffer.alloc(LARGEST_REQUEST + 1),
    sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
    now: Date.now(),
  });
  response.writeHead(answer.status, { ...answer.headers }).end(answer.body);
};

/** Assets first, then the endpoints of control.ts. */
const toPage = async (request: IncomingMessage, response: ServerResponse, parts: Parts): Promise<void> => {
  const { pathname: path, searchParams: query } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const method = request.method ?? 'GET';
  if (method === 'GET' && path === '/playground/live') {
    parts.live.add(response);
    return;
  }
  const asset = method === 'GET' ? await readAsset(parts.page, path) : undefined;
  if (asset) {
    response.writeHead(200, { ...PAGE_HEADERS, 'content-type': asset.type }).end(asset.body);
    return;
  }
  const body = (await readBody(request))?.toString('utf8') ?? '';
  const contentType = request.headers['content-type'] ?? '';
  const answer = await control(parts.playground, { method, path, query, contentType, body });
  if (!answer) {
    text(response, 404, 'not found');
    return;
  }
  response.writeHead(answer.status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(answer.body));
};

/** One port for both: whoever reaches the page can tell where the handlers are. */
const serve = async (request: IncomingMessage, response: ServerResponse, parts: Parts): Promise<void> => {
  if (new URL(request.url ?? '/', 'http://127.0.0.1').pathname === HANDLERS_PATH) {
    await toHandlers(request, response, parts);
  } else if (parts.hosts().includes(request.headers.host ?? '')) {
    await toPage(request, response, parts);
  } else {
    text(response, 421, 'this address is not mine');
  }
};

export interface PlaygroundServer extends Listening {
  readonly live: Live;
}

export const servePlayground = async (
  playground: Playground,
  { port, page }: { readonly port: number; readonly page: string },
): Promise<PlaygroundServer> => {
  const live = makeLive();
  let hosts: readonly string[] = [];
  const parts: Parts = { playground, live, page, hosts: () => hosts };
  const server = createServer((request, response) => {
    serve(request, response, parts).catch((error: unknown) => {
      if (!response.headersSent) text(response, 500, String(error));
    });
  });
  const listening = await listen(server, port);
  const { host } = new URL(listening.origin);
  hosts = [host, host.replace('127.0.0.1', 'localhost')];
  for (const chat of playground.chats) chat.onChange(() => live.tell('changed'));
  const close = async () => {
    live.close();
    await listening.close();
  };
  return { origin: listening.origin, live, close };
};
