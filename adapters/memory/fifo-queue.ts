import type { Clock } from '../../src/ports/clock.ts';
import { minutes, seconds } from '../../src/shared/time.ts';
import type { Instant } from '../../src/shared/time.ts';
import { makeFifoGroups } from './fifo-groups.ts';
import type { FifoMessage, Kept } from './fifo-groups.ts';

export interface ReceivedMessage extends FifoMessage {
  /** Good for this one receipt: the next receipt of the same message has another. */
  readonly receiptHandle: string;
}

export interface FifoLimits {
  /** How long a message stays hidden after it was handed out, unless told otherwise. */
  readonly visibilitySeconds: number;
  /** A message that was handed out so often goes to the dead letters instead. */
  readonly maxReceiveCount: number;
}

export interface FifoQueue {
  send(message: Pick<FifoMessage, 'body' | 'groupId' | 'deduplicationId'>): void;
  receive(most: number): readonly ReceivedMessage[];
  delete(receiptHandle: string): void;
  changeVisibility(receiptHandle: string, visibilitySeconds: number): void;
  messages(): readonly FifoMessage[];
  deadLetters(): readonly FifoMessage[];
}

const DEDUPLICATION = minutes(5);

/** Ids within five minutes, remembered per group as our queues are set up, whatever became of the messages (R18). */
const makeDeduplication = (clock: Clock) => {
  const until = new Map<string, Instant>();
  return (groupId: string, deduplicationId: string): boolean => {
    const id = `${groupId} ${deduplicationId}`;
    const repeated = (until.get(id) ?? 0) > clock.now();
    if (!repeated) until.set(id, clock.now() + DEDUPLICATION);
    return repeated;
  };
};

const plain = ({ messageId, body, groupId, deduplicationId, receiveCount }: Kept): FifoMessage => ({
  messageId,
  body,
  groupId,
  deduplicationId,
  receiveCount,
});

/** Who holds which message, until it is visible again. */
const makeReceipts = (clock: Clock) => {
  const held = new Map<string, Kept>();
  let given = 0;
  const isHidden = (message: Kept): boolean => message.visibleAt > clock.now();
  return {
    isHidden,
    give: (message: Kept, visibilitySeconds: number): ReceivedMessage => {
      given += 1;
      held.delete(message.receiptHandle);
      message.receiveCount += 1;
      message.receiptHandle = `receipt-${given}`;
      message.visibleAt = clock.now() + seconds(visibilitySeconds);
      held.set(message.receiptHandle, message);
      return { ...plain(message), receiptHandle: message.receiptHandle };
    },
    held: (receiptHandle: string): Kept | undefined => {
      const message = held.get(receiptHandle);
      return message !== undefined && isHidden(message) ? message : undefined;
    },
  };
};

/**
 * One SQS FIFO queue as a process sees it (R37): order within a group, and a group is locked as long as any of its
 * messages is hidden, so that a consumer that returns one of ten must return all behind it as well (R9).
 */
export const makeFifoQueue = (clock: Clock, limits: FifoLimits): FifoQueue => {
  const groups = makeFifoGroups();
  const receipts = makeReceipts(clock);
  const isRepeated = makeDeduplication(clock);
  const dead: FifoMessage[] = [];
  let sent = 0;

  const isSpent = (message: Kept): boolean => {
    if (message.receiveCount < limits.maxReceiveCount) return false;
    groups.remove(message);
    dead.push(plain(message));
    return true;
  };

  return {
    send: ({ body, groupId, deduplicationId }) => {
      if (isRepeated(groupId, deduplicationId)) return;
      sent += 1;
      const fresh = { receiveCount: 0, visibleAt: clock.now(), receiptHandle: '' };
      groups.add({ messageId: `message-${sent}`, body, groupId, deduplicationId, ...fresh });
    },
    receive: (most) => {
      const taken: ReceivedMessage[] = [];
      for (const group of groups.each()) {
        if (taken.length === most) break;
        if (group.some(receipts.isHidden)) continue;
        // All of a group in one batch, as SQS does: order holds because the rest of the group is locked with them.
        const ready = group.filter((message) => !isSpent(message)).slice(0, most - taken.length);
        taken.push(...ready.map((message) => receipts.give(message, limits.visibilitySeconds)));
      }
      return taken;
    },
    delete: (receiptHandle) => {
      const message = receipts.held(receiptHandle);
      if (message !== undefined) groups.remove(message);
    },
    changeVisibility: (receiptHandle, visibilitySeconds) => {
      const message = receipts.held(receiptHandle);
      if (message !== undefined) message.visibleAt = clock.now() + seconds(visibilitySeconds);
    },
    messages: () => groups.all().map(plain),
    deadLetters: () => [...dead],
  };
};
