import type { Card } from '../../src/chat/card.ts';
import type { Actor } from '../../src/chat/identity.ts';
import type { Desk } from '../../src/desk/desk.ts';
import type { Inbound } from '../../src/desk/inbound.ts';
import type { Logger } from '../../src/ports/logger.ts';
import { InvariantError } from '../../src/shared/errors.ts';
import { faultFields } from './fault-fields.ts';
import { inTime } from './in-time.ts';
import type { Presenter } from './present.ts';
import type { Route } from './wire.ts';

/** What remains of Slack's three seconds for saying sorry, and of that for learning in which language. */
const APOLOGY_WITHIN = 700;
const LANGUAGE_WITHIN = 250;

export interface ServeDeps {
  readonly desk: Desk;
  readonly logger: Logger;
  /** Milliseconds until the person is told to try again instead (R23). */
  readonly answerWithin: number;
}

export interface Request<Answer> {
  readonly route: Route;
  readonly actor: Actor;
  /** Undefined when it is ours and cannot be read: made by another version than this one. */
  readonly inbound: Inbound | undefined;
  readonly presenter: Presenter<Answer>;
}

/** In the person's language if that can still be found out. */
const apologyFor = async (desk: Desk, actor: Actor): Promise<Card> => {
  try {
    return await inTime(LANGUAGE_WITHIN, () => desk.apology(actor));
  } catch {
    return desk.apology(undefined);
  }
};

/**
 * Asks the desk and shows what it says; when that fails or takes too long, the person is told so at once. Throws only
 * when not even that could be shown: then Slack's own error sign is more honest than silence.
 */
export const makeServe =
  ({ desk, logger, answerWithin }: ServeDeps) =>
  async <Answer>({ route, actor, inbound, presenter }: Request<Answer>): Promise<Answer> => {
    try {
      return await inTime(answerWithin, async (deadline) => {
        if (!inbound) throw new InvariantError('a button or form that this version does not know');
        const reply = await desk.handle(inbound);
        deadline.check();
        return presenter.show(reply);
      });
    } catch (error) {
      logger.error('request-failed', { route, ...faultFields(error) });
      return inTime(APOLOGY_WITHIN, async () => presenter.apologize(await apologyFor(desk, actor)));
    }
  };

export type Serve = ReturnType<typeof makeServe>;
