import type { Message } from '../../delivery/message.ts';
import { laneOf, messageKey } from '../../delivery/message.ts';
import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { Queue } from '../../ports/queue.ts';
import type { Look } from './look.ts';

interface Deps {
  readonly looks: AggregateRepository<Look>;
  readonly queue: Queue;
}

/**
 * Sends those who wanted to be asked at this moment on their way, by round and moment alone, and then forgets that
 * somebody wanted it. A crash between the two sends again, which their delivery records turn into once.
 */
export const makeSendLater =
  ({ looks, queue }: Deps) =>
  async ({ tenant, id, round, at }: Look): Promise<void> => {
    const message: Message = { kind: 'later', tenant, round, at };
    const deduplicationId = `${messageKey(message)}#0`;
    await queue.enqueueMessages([{ message, tenant, lane: laneOf(message), deduplicationId }]);
    await looks.remove(tenant, id);
  };
