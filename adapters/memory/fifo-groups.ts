import type { Instant } from '../../src/shared/time.ts';

export interface FifoMessage {
  readonly messageId: string;
  readonly body: string;
  readonly groupId: string;
  readonly deduplicationId: string;
  /** How often it was handed out, this time included. */
  readonly receiveCount: number;
}

/** A message as the queue keeps it. */
export interface Kept extends FifoMessage {
  receiveCount: number;
  visibleAt: Instant;
  receiptHandle: string;
}

/**
 * Messages by group, each group in the order of sending. A map keeps its own order, so the group that waited longest
 * comes first.
 */
export const makeFifoGroups = () => {
  const groups = new Map<string, Kept[]>();
  return {
    all: () => [...groups.values()].flat(),
    each: () => groups.values(),
    add: (message: Kept): void => {
      const group = groups.get(message.groupId);
      if (group === undefined) groups.set(message.groupId, [message]);
      else group.push(message);
    },
    remove: (message: Kept): void => {
      const rest = (groups.get(message.groupId) ?? []).filter((other) => other !== message);
      if (rest.length === 0) groups.delete(message.groupId);
      else groups.set(message.groupId, rest);
    },
  };
};
