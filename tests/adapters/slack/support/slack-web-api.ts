import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';

/** JSON that a test reads without checking it first. */
export type Loose = ReturnType<typeof JSON.parse>;

export interface Call {
  /** `views.open`, or the path for anything that is no method. */
  readonly method: string;
  readonly params: Loose;
}

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Milliseconds before the answer; a client that waits less gives up. */
  readonly after?: number;
  /** The connection ends without an answer. */
  readonly hangUp?: boolean;
}

/** A local stand-in for Slack's Web API and its response URLs: notes every call and answers as told. */
export interface SlackWebApi {
  readonly url: string;
  readonly calls: Call[];
  /** One answer after the other; the last one stays. */
  readonly answer: (method: string, ...answers: Answer[]) => void;
  readonly close: () => Promise<void>;
}

const read = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
};

const jsonOrText = (text: string): Loose => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** Slack's client sends forms in which structures are JSON; response URLs get JSON. */
const paramsOf = (contentType: string, body: string): Loose => {
  if (contentType.startsWith('application/json')) return JSON.parse(body);
  const fields = [...new URLSearchParams(body)].filter(([name]) => name !== 'token');
  return Object.fromEntries(
    fields.map(([name, value]) => [name, /^[[{]/.test(value) ? jsonOrText(value) : value]),
  );
};

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });

export const startSlackWebApi = async (): Promise<SlackWebApi> => {
  const calls: Call[] = [];
  const scripts = new Map<string, Answer[]>();

  const server = createServer((request, response) => {
    void (async () => {
      const method = (request.url ?? '').replace(/^\/api\//, '');
      calls.push({ method, params: paramsOf(request.headers['content-type'] ?? '', await read(request)) });
      const script = scripts.get(method) ?? [];
      const told = (script.length > 1 ? script.shift() : script[0]) ?? {};
      if (told.after !== undefined) await wait(told.after);
      if (told.hangUp === true) {
        request.socket.destroy();
        return;
      }
      const { status = 200, headers = {}, body = { ok: true } } = told;
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    })();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;

  return {
    url: `http://127.0.0.1:${port}/api/`,
    calls,
    answer: (method, ...answers) => {
      scripts.set(method, answers);
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
