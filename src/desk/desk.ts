import type { Card } from '../chat/card.ts';
import type { Actor } from '../chat/identity.ts';
import type { Happening, Inbound } from './inbound.ts';
import type { Reply } from './reply.ts';

/** Where every platform comes in. Faults are thrown; every expected "no" is a reply in the person's language. */
export interface Desk {
  /** Answers within the platform's deadline; what takes longer is written and queued. */
  handle(inbound: Inbound): Promise<Reply>;

  /** What is open for this person; the same whether or not they answered. */
  home(actor: Actor): Promise<Card>;

  happened(happening: Happening): Promise<void>;

  /** What to say when something broke on our side or time ran out, in the person's language if it is known. */
  apology(actor: Actor | undefined): Promise<Card>;
}
