import * as z from 'zod';
import type { Playground } from './playground.ts';
import { isFields, parseJson } from './slack/json.ts';

export interface ControlRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly contentType: string;
  readonly body: string;
}

export interface ControlAnswer {
  readonly status: number;
  readonly body: object;
}

const answer = (body: object, status = 200): ControlAnswer => ({ status, body });
const wrong = (error: string, status = 400): ControlAnswer => answer({ error }, status);

/** An offset is asked for: a local time would be somebody's guess at a zone. */
const jumpRequest = z.object({ to: z.iso.datetime({ offset: true }).optional() });

/** Times go out as ISO in UTC; the page shows them in the zone of whoever it is. */
const time = async ({ jumps }: Playground): Promise<ControlAnswer> => {
  const next = await jumps.next();
  const due = next && { kind: next.kind, at: new Date(next.due).toISOString() };
  return answer({ now: new Date(jumps.now()).toISOString(), ...(due ? { next: due } : {}) });
};

/** 409 is no fault: with nothing planned there is nowhere to go. */
const jump = async ({ jumps }: Playground, body: unknown): Promise<ControlAnswer> => {
  const parsed = jumpRequest.safeParse(body);
  if (!parsed.success) return wrong(z.prettifyError(parsed.error));
  const { to } = parsed.data;
  const report = await jumps.jump(to === undefined ? undefined : Date.parse(to));
  if (!report) return wrong('nothing is due any more', 409);
  return answer({
    ...report,
    from: new Date(report.from).toISOString(),
    to: new Date(report.to).toISOString(),
  });
};

/** Only JSON is taken: a page of another origin cannot send it without being asked first. */
const jsonBody = ({ contentType, body }: ControlRequest): unknown =>
  contentType.startsWith('application/json') ? parseJson(body) : undefined;

const onChat = async (
  playground: Playground,
  request: ControlRequest,
): Promise<ControlAnswer | undefined> => {
  const [, name, verb] = /^\/playground\/([a-z]+)\/(state|act)$/u.exec(request.path) ?? [];
  const chat = playground.chats.find((each) => each.name === name);
  if (!chat) return undefined;
  if (verb === 'state' && request.method === 'GET') {
    const state = chat.state(request.query.get('person') ?? '');
    return state ? answer(state) : wrong('nobody has this id', 404);
  }
  const body = jsonBody(request);
  if (verb !== 'act' || request.method !== 'POST' || !isFields(body)) return wrong('POST a JSON object');
  return await chat.act(body).then(answer, (error: unknown) => wrong(String(error)));
};

/** The endpoints of the page; see playground/README.md. Undefined when the path is none of them. */
export const control = async (
  playground: Playground,
  request: ControlRequest,
): Promise<ControlAnswer | undefined> => {
  const { method, path } = request;
  if (path === '/playground/time' && method === 'GET') return await time(playground);
  if (path === '/playground/jump' && method === 'POST') {
    const body = jsonBody(request);
    return body === undefined ? wrong('POST a JSON object') : await jump(playground, body);
  }
  if (path === '/playground/chats' && method === 'GET') {
    return answer({ chats: playground.chats.map(({ name }) => name) });
  }
  return await onChat(playground, request);
};
