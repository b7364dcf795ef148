import { laneOf } from '../delivery/message.ts';
import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { Queue } from '../ports/queue.ts';
import type { Instant } from '../shared/time.ts';
import { changed } from './aggregate.ts';
import type { Aggregate } from './aggregate.ts';

/** Hands the outbox to the queue, then clears it. A crash between the two leaves it for the tick to repeat (R12). */
export const makeDispatch =
  ({ queue }: { readonly queue: Queue }) =>
  async <A extends Aggregate>(repository: AggregateRepository<A>, aggregate: A): Promise<void> => {
    if (aggregate.outbox.length === 0) return;
    await queue.enqueueMessages(
      aggregate.outbox.map(({ id, message, attempt }) => ({
        message,
        tenant: message.tenant,
        lane: laneOf(message),
        // By entry and not by what it says: a team may say the same again within five minutes, set up anew for instance.
        deduplicationId: `${aggregate.id}/${id}#${attempt}`,
      })),
    );
    await repository.clearOutbox(
      aggregate,
      aggregate.outbox.map(({ id }) => id),
    );
  };

export type Dispatch = ReturnType<typeof makeDispatch>;

/** The same outbox under the next attempt, so that the queue's deduplication does not swallow the repair (R18). */
export const redriven = <A extends Aggregate>(aggregate: A, now: Instant): A => {
  const outbox = aggregate.outbox.map((entry) => ({ ...entry, attempt: entry.attempt + 1 }));
  const command = `redrive/${aggregate.id}/${aggregate.version}`;
  return changed({ ...aggregate, outbox }, { command, what: 'sent again', now });
};
