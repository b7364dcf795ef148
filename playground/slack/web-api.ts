import type { Fault, Faults } from './faults.ts';
import type { Fields } from './json.ts';
import { isFields, parseJson, textArg } from './json.ts';
import { authMethods } from './methods/auth.ts';
import { chatMethods } from './methods/chat.ts';
import { conversationMethods } from './methods/conversations.ts';
import { fileMethods } from './methods/files.ts';
import type { Method, MethodContext } from './methods/method.ts';
import { refuse } from './methods/method.ts';
import { userMethods } from './methods/users.ts';
import { viewMethods } from './methods/views.ts';

/** What an app of this project calls. Any other is `unknown_method`, so that a new one is noticed at once. */
const METHODS: Readonly<Record<string, Method>> = {
  ...authMethods,
  ...chatMethods,
  ...conversationMethods,
  ...fileMethods,
  ...userMethods,
  ...viewMethods,
};

export interface ApiRequest {
  readonly method: string;
  readonly contentType: string;
  readonly authorization: string;
  readonly body: string;
}

/** `undefined` where the connection breaks instead of an answer. */
export type ApiResponse =
  | { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string }
  | undefined;

/** One call as the workspace saw it. */
export interface ApiCall {
  readonly method: string;
  readonly args: Fields;
  readonly status: number;
  /** Slack's answer; absent where it failed or asked to wait. */
  readonly answer?: Fields;
}

export interface WebApi {
  readonly calls: ApiCall[];
  readonly handle: (request: ApiRequest) => Promise<ApiResponse>;
}

const argsOf = ({ contentType, body }: ApiRequest): Fields => {
  if (!contentType.startsWith('application/json')) return Object.fromEntries(new URLSearchParams(body));
  const json = parseJson(body);
  return isFields(json) ? json : {};
};

/** Slack takes the token as a header or as an argument; its own client sends the header. */
const tokenOf = (request: ApiRequest, args: Fields): string =>
  /^Bearer (.+)$/i.exec(request.authorization)?.[1] ?? textArg(args, 'token');

/** Method, token and scope come before the method's own complaints. Refusals are HTTP 200, as Slack's are. */
const run = (context: MethodContext, token: string, request: ApiRequest, args: Fields): Fields => {
  const method = METHODS[request.method];
  const given = tokenOf(request, args);
  if (!method) return refuse('unknown_method', { req_method: request.method });
  if (given === '') return refuse('not_authed');
  if (given !== token) return refuse('invalid_auth');
  const { scopes } = context.workspace.app;
  if (method.scopes.length > 0 && !method.scopes.some((scope) => scopes.includes(scope))) {
    return refuse('missing_scope', { needed: method.scopes.join(','), provided: scopes.join(',') });
  }
  return method.run(context, args);
};

const json = (body: Fields, status = 200, headers = {}): ApiResponse => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(body),
});

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });

/** Faults that keep the call from being carried out. */
const refusal = (fault: Fault | undefined): ApiResponse => {
  if (fault?.kind === 'rate-limited') {
    return json(refuse('ratelimited'), 429, { 'retry-after': String(fault.retryAfter) });
  }
  if (fault?.kind === 'status') return { status: fault.status, headers: {}, body: 'upstream error' };
  return fault?.kind === 'error' ? json(refuse(fault.error)) : undefined;
};

export const makeWebApi = (context: MethodContext, faults: Faults, token: string): WebApi => {
  const calls: ApiCall[] = [];
  return {
    calls,
    handle: async (request) => {
      const args = argsOf(request);
      const { token: _, ...shown } = args;
      const { method } = request;
      const fault = faults.take(method);
      const refused = refusal(fault);
      if (refused) {
        calls.push({ method, args: shown, status: refused.status });
        return refused;
      }
      if (fault?.kind === 'slow') await wait(fault.milliseconds);
      const answer = run(context, token, request, args);
      calls.push({ method, args: shown, status: 200, answer });
      return fault?.kind === 'lost-answer'
        ? undefined
        : json(answer, 200, { 'x-oauth-scopes': context.workspace.app.scopes.join(',') });
    },
  };
};
