import type { Clock } from '../../src/ports/clock.ts';
import { minutes, seconds } from '../../src/shared/time.ts';
import type { Instant } from '../../src/shared/time.ts';

export interface FifoMessage {
  readonly messageId: string;
  readonly body: string;
  readonly groupId: string;
  readonly deduplicationId: string;
  /** How often it was handed out, this time included. */
  readonly receiveCount: number;
}

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
  /** What is in the queue, handed out or not. */
  messages(): readonly FifoMessage[];
  deadLetters(): readonly FifoMessage[];
}

interface Kept extends FifoMessage {
  receiveCount: number;
  visibleAt: Instant;
  receiptHandle: string;
}

const DEDUPLICATION = minutes(5);

const plain = ({ messageId, body, groupId, deduplicationId, receiveCount }: Kept): FifoMessage => ({
  messageId,
  body,
  groupId,
  deduplicationId,
  receiveCount,
});

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

/**
 * One SQS FIFO queue as a process sees it (R37): order within a group, and a group is locked as long as any of its
 * messages is hidden, so that a consumer that returns one of ten must return all behind it as well (R9).
 */
export const makeFifoQueue = (clock: Clock, limits: FifoLimits): FifoQueue => {
  let kept: readonly Kept[] = [];
  const dead: FifoMessage[] = [];
  const isRepeated = makeDeduplication(clock);
  let sent = 0;
  let receipts = 0;

  const hidden = (message: Kept): boolean => message.visibleAt > clock.now();
  const inFlight = (receiptHandle: string): Kept | undefined =>
    kept.find((message) => message.receiptHandle === receiptHandle && hidden(message));

  const bury = (group: readonly Kept[]): readonly Kept[] => {
    const spent = group.filter((message) => message.receiveCount >= limits.maxReceiveCount);
    dead.push(...spent.map(plain));
    kept = kept.filter((message) => !spent.includes(message));
    return group.filter((message) => !spent.includes(message));
  };

  const handOut = (message: Kept): ReceivedMessage => {
    receipts += 1;
    message.receiveCount += 1;
    message.receiptHandle = `receipt-${receipts}`;
    message.visibleAt = clock.now() + seconds(limits.visibilitySeconds);
    return { ...plain(message), receiptHandle: message.receiptHandle };
  };

  return {
    send: ({ body, groupId, deduplicationId }) => {
      if (isRepeated(groupId, deduplicationId)) return;
      sent += 1;
      const fresh = {
        messageId: `message-${sent}`,
        receiveCount: 0,
        visibleAt: clock.now(),
        receiptHandle: '',
      };
      kept = [...kept, { body, groupId, deduplicationId, ...fresh }];
    },
    receive: (most) => {
      const locked = new Set(kept.filter(hidden).map((message) => message.groupId));
      const groups = [...new Set(kept.map((message) => message.groupId))].filter(
        (group) => !locked.has(group),
      );
      const ready = groups.flatMap((group) => bury(kept.filter((message) => message.groupId === group)));
      return ready.slice(0, most).map(handOut);
    },
    delete: (receiptHandle) => {
      const gone = inFlight(receiptHandle);
      kept = kept.filter((message) => message !== gone);
    },
    changeVisibility: (receiptHandle, visibilitySeconds) => {
      const message = inFlight(receiptHandle);
      if (message !== undefined) message.visibleAt = clock.now() + seconds(visibilitySeconds);
    },
    messages: () => kept.map(plain),
    deadLetters: () => [...dead],
  };
};
