import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Desk } from '../../src/desk/desk.ts';
import type { Ids } from '../../src/ports/ids.ts';
import type { LogFields, Logger } from '../../src/ports/logger.ts';
import type { SeenEvents } from '../../src/ports/seen-events.ts';
import { InvariantError } from '../../src/shared/errors.ts';
import type { Instant } from '../../src/shared/time.ts';
import { admit } from './admission.ts';
import type { Retry } from './admission.ts';
import { makeBoltDispatch } from './bolt-app.ts';
import type { Dispatch } from './bolt-app.ts';
import { faultFields } from './fault-fields.ts';
import { makeOnceOnly } from './once-only.ts';
import { makeRespond } from './response-url.ts';
import { makeRoutes } from './routes.ts';
import type { SlackApi } from './web-client.ts';
import { readWire } from './wire.ts';
import type { Wire } from './wire.ts';

export interface SlackIngressConfig extends SlackApi {
  readonly signingSecret: string;
  /** The one request URL's path, for commands, interactivity and events alike. */
  readonly path: string;
  /** What the bot is called here: the title of dialogs that bring none of their own. */
  readonly displayName: string;
  /** Where another app has the bare names: `acme` makes our commands `/acme-puls` and so on. */
  readonly commandPrefix?: string | undefined;
  /** Milliseconds until the person gets the apology; 2,200 unless a test is in a hurry (R23). */
  readonly answerWithin?: number | undefined;
}

export interface SlackIngressDeps {
  readonly desk: Desk;
  readonly seenEvents: SeenEvents;
  readonly ids: Ids;
  readonly logger: Logger;
  /** The wall clock that Slack signs by, also where the product's own clock is another. */
  readonly now: () => Instant;
  /** The product's own clock, by which storage forgets; `now` where there is no other. */
  readonly productNow?: (() => Instant) | undefined;
  readonly config: SlackIngressConfig;
  /** For `response_url`s; the Web API has its own. */
  readonly fetch?: typeof fetch | undefined;
}

export type SlackIngress = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;

const empty = (statusCode: number): APIGatewayProxyStructuredResultV2 => ({ statusCode, body: '' });

const answered = (answer: unknown): APIGatewayProxyStructuredResultV2 =>
  answer === undefined
    ? empty(200)
    : { statusCode: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(answer) };

const tookOf = (milliseconds: number): NonNullable<LogFields['took']> => {
  if (milliseconds >= 3_000) return 'too-slow';
  return milliseconds >= 1_000 ? 'slow' : 'fast';
};

const answer = async (
  wire: Wire,
  retry: Retry,
  dispatch: Dispatch,
): Promise<APIGatewayProxyStructuredResultV2> => {
  switch (wire.kind) {
    case 'challenge':
      return { statusCode: 200, headers: { 'content-type': 'text/plain' }, body: wire.challenge };
    case 'malformed':
      return empty(wire.status);
    case 'nothing':
      return empty(200);
    default:
      return answered(await dispatch({ body: wire.body, ...retry }));
  }
};

/**
 * Slack's requests, from API Gateway. Bad input is answered with 4xx and an empty body, what is well formed and none
 * of ours with an empty 200, and a fault of ours with the apology; 500 only for an event, which Slack sends again, and
 * when not even the apology could be shown. Never throws.
 */
export const makeSlackIngress = (deps: SlackIngressDeps): SlackIngress => {
  const { config, logger, now } = deps;
  // An empty secret would sign for everybody.
  if (config.signingSecret === '') throw new InvariantError('no signing secret');
  const dispatch = makeBoltDispatch(
    config,
    logger,
    makeRoutes({
      ...deps,
      once: makeOnceOnly(deps.seenEvents, deps.productNow ?? now),
      respond: makeRespond(config.slackApiUrl, deps.fetch ?? fetch),
      displayName: config.displayName,
      commandPrefix: config.commandPrefix,
      answerWithin: config.answerWithin ?? 2_200,
    }),
  );

  return async (event) => {
    const started = now();
    const admission = admit(event, config, started);
    if (!admission.admitted) {
      logger.info('request', { route: 'turned-away', outcome: String(admission.status) });
      return empty(admission.status);
    }
    const wire = readWire(admission.contentType, admission.rawBody);
    const route = wire.kind === 'for-us' ? wire.route : wire.kind;
    try {
      const result = await answer(wire, admission.retry, dispatch);
      logger.info('request', { route, outcome: String(result.statusCode), took: tookOf(now() - started) });
      return result;
    } catch (error) {
      logger.error('request-failed', { route, ...faultFields(error) });
      return empty(500);
    }
  };
};
