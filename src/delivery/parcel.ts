import type { Card } from '../chat/card.ts';
import type { ConversationRef, MessageRef, PersonRef } from '../chat/identity.ts';
import type { Deliveries, DeliveryRef } from '../ports/deliveries.ts';
import type { Instant, Zone } from '../shared/time.ts';

/** Whose quiet it is (DESIGN principle 5), and by whose clock the week begins: a person's, or a team's as a whole. */
export interface Reader {
  /** The person it goes to, or the id of the team whose channels it goes to. */
  readonly subject: string;
  readonly zone: Zone;
  /** Pressed the button for just this: it counts against nobody, whatever others get by the same message. */
  readonly wanted?: boolean;
  /** Belongs to a pulse team, so that the week's last place is kept for their ask. */
  readonly asked?: boolean;
}

/** One post: where its record lies, where it goes, what it says at this moment, and what follows. */
export interface Parcel {
  readonly ref: DeliveryRef;
  /** The table that holds the record: asks lie in the vault and die with their round. */
  readonly records: Deliveries;
  readonly forgetAt: Instant;
  readonly to: ConversationRef | PersonRef;
  readonly reader: Reader;
  readonly card: Card;
  /** Not sent any more after this moment: an ask at the end of its round. */
  readonly notAfter?: Instant;
  /** Why it must not be sent at all, a code: others could read along. Ends like a refusal of the platform. */
  readonly withhold?: string;
  /** What may only happen once this stands, such as the lead's copy after the team's. Repeatable. */
  readonly posted?: (message: MessageRef) => Promise<void>;
  /** The platform will never take it. Repeatable. */
  readonly refused?: () => Promise<void>;
  /** It is not sent because its reader has had enough this week. Repeatable. */
  readonly silenced?: () => Promise<void>;
}
