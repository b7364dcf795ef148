import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { notForPages } from '../not-for-pages.ts';
import { isFields, parseJson } from './json.ts';
import type { ResponseUrls } from './response-urls.ts';
import type { Uploads } from './uploads.ts';
import type { ApiResponse, WebApi } from './web-api.ts';

const LARGEST_BODY = 1_000_000;

/** Undefined when it is larger than `most`; the rest is not read. */
export const readBody = async (
  request: IncomingMessage,
  most = LARGEST_BODY,
): Promise<Buffer | undefined> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = new Uint8Array(Buffer.from(chunk));
    size += bytes.length;
    if (size > most) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
};

const header = (request: IncomingMessage, name: string): string => String(request.headers[name] ?? '');

/** No answer at all is what an app sees when a connection breaks. */
const send = (response: ServerResponse, answer: ApiResponse): void => {
  if (!answer) {
    response.destroy();
    return;
  }
  response.writeHead(answer.status, answer.headers).end(answer.body);
};

interface SlackSide {
  readonly api: WebApi;
  readonly urls: ResponseUrls;
  readonly uploads: Uploads;
}

const route = async (request: IncomingMessage, { api, urls, uploads }: SlackSide): Promise<ApiResponse> => {
  const { pathname, search } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const body = (await readBody(request))?.toString('utf8');
  if (body === undefined) return { status: 413, headers: {}, body: '' };
  if (pathname.startsWith('/api/')) {
    return api.handle({
      method: pathname.slice('/api/'.length),
      contentType: header(request, 'content-type'),
      authorization: header(request, 'authorization'),
      // GET carries its arguments in the address.
      body: body === '' ? search.slice(1) : body,
    });
  }
  const put = uploads.put(pathname, body);
  if (put) return { headers: {}, ...put };
  const json = parseJson(body);
  const used = urls.use(pathname, isFields(json) ? json : {});
  return { headers: {}, ...(used ?? { status: 404, body: 'not found' }) };
};

export interface Listening {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** On 127.0.0.1 only. */
export const listen = async (server: Server, port = 0): Promise<Listening> => {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const taken = typeof address === 'object' && address ? address.port : port;
  return {
    origin: `http://127.0.0.1:${taken}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

/** Slack's side of the wire: the Web API below `/api/`, response and upload URLs beside it. */
export const serveSlack = (slack: SlackSide): Promise<Listening> =>
  listen(
    notForPages(
      createServer((request, response) => {
        route(request, slack).then(
          (answer) => send(response, answer),
          () => send(response, { status: 500, headers: {}, body: '' }),
        );
      }),
    ),
  );
