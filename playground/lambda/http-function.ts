import type { APIGatewayProxyEventV2, APIGatewayProxyResultV2 } from 'aws-lambda';
import type { AppResponse, Target } from '../slack/deliver.ts';
import { lambdaContext } from './context.ts';
import type { LambdaContext } from './context.ts';
import { gatewayEvent } from './gateway-event.ts';
import type { HttpRequest } from './gateway-event.ts';
import { FUNCTION_FAILED, NOT_FOUND, TOO_LARGE, gatewayAnswer } from './gateway-response.ts';
import type { HttpAnswer } from './gateway-response.ts';

export type HttpFunction = (
  event: APIGatewayProxyEventV2,
  context: LambdaContext,
) => Promise<APIGatewayProxyResultV2>;

/** The one route there is, in the template as here. */
const ROUTE = 'POST /slack/events';

/** An HTTP API takes ten megabytes. */
export const LARGEST_REQUEST = 10_000_000;

const TIMEOUT = 10_000;

/** Calls a function as API Gateway would: 404 for other routes, 500 for a function that throws. */
export const throughGateway = async (handler: HttpFunction, request: HttpRequest): Promise<HttpAnswer> => {
  if (`${request.method} ${request.path}` !== ROUTE) return NOT_FOUND;
  if (request.body.length > LARGEST_REQUEST) return TOO_LARGE;
  try {
    return gatewayAnswer(await handler(gatewayEvent(request), lambdaContext(TIMEOUT)));
  } catch {
    return FUNCTION_FAILED;
  }
};

/** A handler as the target of a Slack double, without a server between them: for tests. */
export const handlerTarget =
  (handler: HttpFunction): Target =>
  async ({ method, path, headers, body }): Promise<AppResponse> => {
    const request = { method, path, query: '', headers, body: Buffer.from(body), now: Date.now() };
    const answer = await throughGateway(handler, request);
    return {
      status: answer.status,
      headers: answer.headers,
      body: Buffer.from(answer.body).toString('utf8'),
    };
  };
