import type { WebClient } from '@slack/web-api';
import type { Desk } from '../../src/desk/desk.ts';
import type { Ids } from '../../src/ports/ids.ts';
import type { Logger } from '../../src/ports/logger.ts';
import type { Instant } from '../../src/shared/time.ts';
import { decodeAction } from './decode-action.ts';
import { decodeCommand } from './decode-command.ts';
import { decodeSubmission } from './decode-submission.ts';
import { makeEventRoute } from './event-route.ts';
import type { OnceOnly } from './once-only.ts';
import { presentPressed, presentSubmitted, presentTyped } from './present.ts';
import type { Stage, ViewAnswer } from './present.ts';
import type { Ephemeral, Respond } from './response-url.ts';
import { makeServe } from './serve.ts';
import { makeViews } from './views.ts';

/** One per kind of request. `body` is what Bolt passes on; undefined is an empty answer. */
export interface Routes {
  readonly command: (body: unknown, client: WebClient) => Promise<Ephemeral | undefined>;
  readonly action: (body: unknown, client: WebClient) => Promise<void>;
  readonly view: (body: unknown, client: WebClient) => Promise<ViewAnswer | undefined>;
  readonly event: (body: unknown, client: WebClient) => Promise<void>;
}

export interface RoutesDeps {
  readonly desk: Desk;
  readonly once: OnceOnly;
  readonly ids: Ids;
  readonly logger: Logger;
  readonly respond: Respond;
  readonly now: () => Instant;
  readonly displayName: string;
  readonly commandPrefix?: string | undefined;
  /** Milliseconds until the person is told to try again instead (R23). */
  readonly answerWithin: number;
}

/** The table: command, action, view, event -> decode -> desk -> present. What none of ours is gets an empty answer. */
export const makeRoutes = (deps: RoutesDeps): Routes => {
  const { ids, respond, displayName, commandPrefix } = deps;
  const serve = makeServe(deps);
  const stageOf = (client: WebClient): Stage => ({
    views: makeViews(client),
    respond,
    displayName,
    newNonce: () => ids.next(),
  });

  return {
    command: async (body, client) => {
      const typed = decodeCommand(body, commandPrefix);
      if (!typed) return undefined;
      const { inbound, trigger } = typed;
      const presenter = presentTyped(stageOf(client), trigger);
      return serve({ route: 'command', actor: inbound.actor, inbound, presenter });
    },

    action: async (body, client) => {
      const pressed = decodeAction(body);
      if (!pressed) return;
      const presenter = presentPressed(stageOf(client), pressed);
      await serve({ route: 'action', actor: pressed.actor, inbound: pressed.inbound, presenter });
    },

    view: async (body, client) => {
      const submitted = decodeSubmission(body);
      if (!submitted) return undefined;
      const presenter = presentSubmitted(stageOf(client), submitted.fields);
      return serve({ route: 'view', actor: submitted.actor, inbound: submitted.inbound, presenter });
    },

    event: makeEventRoute(deps, serve),
  };
};
