import type { Card } from '../../src/chat/card.ts';
import type { ConversationRef, MessageRef, PersonRef } from '../../src/chat/identity.ts';
import type { ChatFile, ChatGateway } from '../../src/ports/chat-gateway.ts';
import type { PortError } from '../../src/shared/errors.ts';

export interface Post {
  readonly to: ConversationRef | PersonRef;
  readonly card: Card;
  readonly ref: MessageRef;
  readonly files?: readonly ChatFile[];
}

export interface MemoryChatGateway extends ChatGateway {
  /** What stands in the chat, oldest first. */
  posted(): readonly Post[];
  /** Posts to `to` fail with this fault from now on; undefined: they succeed again. */
  fail(to: Post['to'], fault: PortError | undefined): void;
  /** The next post fails with this fault, wherever it goes. */
  failNext(fault: PortError): void;
}

/** A chat in which nobody reads along but the test: what is posted stands, and faults come on demand. */
export const makeMemoryChatGateway = (): MemoryChatGateway => {
  const posts: Post[] = [];
  const faults = new Map<Post['to'], PortError>();
  const waiting: PortError[] = [];
  const stand = (to: Post['to'], content: Pick<Post, 'card' | 'files'>): MessageRef => {
    // Before anything is posted, as a platform refuses: a fault never leaves a message behind.
    const fault = waiting.shift() ?? faults.get(to);
    if (fault !== undefined) throw fault;
    const ref = { conversation: to, message: String(posts.length + 1) };
    posts.push(structuredClone({ to, ...content, ref }));
    return ref;
  };
  return {
    post: async (to, card) => stand(to, { card }),
    sendFiles: async (to, files, words) => {
      stand(to, { card: { title: words, nodes: [] }, files });
    },
    linkTo: async ({ conversation, message }) => {
      const found = posts.some(({ ref }) => ref.conversation === conversation && ref.message === message);
      return found ? `https://chat.example/${encodeURIComponent(conversation)}/${message}` : undefined;
    },
    posted: () => structuredClone(posts),
    failNext: (fault) => {
      waiting.push(fault);
    },
    fail: (to, fault) => {
      if (fault === undefined) faults.delete(to);
      else faults.set(to, fault);
    },
  };
};
