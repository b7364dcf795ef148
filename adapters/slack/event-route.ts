import type { WebClient } from '@slack/web-api';
import { minutes } from '../../src/shared/time.ts';
import { decodeEvent } from './decode-event.ts';
import type { SlackEvent } from './decode-event.ts';
import { publishHome, renderHome } from './home.ts';
import { inTime } from './in-time.ts';
import { makePace } from './pace.ts';
import { presentWritten } from './present.ts';
import type { Routes, RoutesDeps } from './routes.ts';
import type { Serve } from './serve.ts';
import { makeViews } from './views.ts';
import { makeWhisper } from './whisper.ts';

/**
 * Of what is written to the bot. People do not write that much; whatever does (a script, a bot that calls itself a
 * person) gets no answer beyond it, so that no two machines can keep each other talking.
 */
const ANSWERS_A_MINUTE = 60;

type Of<Kind extends SlackEvent['kind']> = Extract<SlackEvent, { kind: Kind }>;

/** What Slack tells us: written to the bot, opened the home tab, or happened in the workspace. */
export const makeEventRoute = (deps: RoutesDeps, serve: Serve): Routes['event'] => {
  const { desk, once, logger, answerWithin } = deps;
  const mayAnswer = makePace(ANSWERS_A_MINUTE, minutes(1), deps.now);

  const written = async ({ inbound, spot, id }: Of<'written'>, client: WebClient): Promise<void> => {
    const { actor } = inbound;
    const presenter = presentWritten(makeWhisper(client, logger), spot);
    await once(actor.tenant, id, async () => {
      if (mayAnswer()) await serve({ route: 'event', actor, inbound, presenter });
    });
  };

  const homeOpened = async ({ actor, user }: Of<'home-opened'>, client: WebClient): Promise<void> => {
    const home = renderHome(await desk.home(actor));
    await publishHome(makeViews(client), { user, home, logger });
  };

  return async (body, client) => {
    const event = decodeEvent(body);
    if (!event) return;
    if (event.kind === 'written') return written(event, client);
    await inTime(answerWithin, () =>
      event.kind === 'happening'
        ? once(event.tenant, event.id, () => desk.happened(event.happening))
        : homeOpened(event, client),
    );
  };
};
