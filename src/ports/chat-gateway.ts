import type { Card } from '../chat/card.ts';
import type { ConversationRef, MessageRef, PersonRef } from '../chat/identity.ts';
import type { Text } from '../chat/text.ts';

export interface ChatFile {
  readonly name: string;
  readonly content: string;
}

/**
 * Writes into the chat. Faults are PortErrors: `rate-limited` with the seconds to wait, `unreachable` when it is unknown
 * whether it happened, `refused` when it never will (channel gone, person deactivated).
 */
export interface ChatGateway {
  /** Posts once; a second call posts a second message. A person means a direct message. */
  post(to: ConversationRef | PersonRef, card: Card): Promise<MessageRef>;

  /**
   * Gives a person files in their direct messages, in one message with `words`; a second call gives them once more.
   * `misconfigured` where we may not send files.
   */
  sendFiles(to: PersonRef, files: readonly ChatFile[], words: Text): Promise<void>;

  /** A link to a message, or undefined where the platform has none. */
  linkTo(message: MessageRef): Promise<string | undefined>;
}
