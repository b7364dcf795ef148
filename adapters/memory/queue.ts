import type { Clock } from '../../src/ports/clock.ts';
import type { Queue } from '../../src/ports/queue.ts';
import { jobGroup } from '../../src/work/job.ts';
import { makeFifoQueue } from './fifo-queue.ts';
import type { FifoMessage } from './fifo-groups.ts';
import type { FifoLimits, ReceivedMessage } from './fifo-queue.ts';

export type QueueName = 'jobs' | 'messages';

/** Both queues with the consumer's side: whoever drives the handlers receives, deletes and hides as Lambda would. */
export interface MemoryQueue extends Queue {
  /** At most `most` messages (ten unless told), the oldest group first, as many of a group as fit. */
  receive(queue: QueueName, most?: number): readonly ReceivedMessage[];
  /** It was handled. Does nothing once the message is visible again. */
  delete(queue: QueueName, receiptHandle: string): void;
  /** Hides it for so long from now; 0 shows it at once. Does nothing once the message is visible again. */
  changeVisibility(queue: QueueName, receiptHandle: string, visibilitySeconds: number): void;
  /** Everything stored and not handled, handed out or not. */
  messages(queue: QueueName): readonly FifoMessage[];
  deadLetters(queue: QueueName): readonly FifoMessage[];
}

/** As the template sets up the real ones (R9). */
const LIMITS: FifoLimits = { visibilitySeconds: 360, maxReceiveCount: 1000 };

/** Keeps bodies as they would travel, so that whoever reads them decodes what the real queues carry. */
export const makeMemoryQueue = (clock: Clock, limits: Partial<FifoLimits> = {}): MemoryQueue => {
  const make = () => makeFifoQueue(clock, { ...LIMITS, ...limits });
  const queues = { jobs: make(), messages: make() };
  return {
    enqueueJobs: async (jobs) => {
      for (const job of jobs) {
        const groupId = jobGroup(job);
        queues.jobs.send({ body: JSON.stringify(job), groupId, deduplicationId: `${groupId}#${job.due}` });
      }
    },
    enqueueMessages: async (messages) => {
      for (const { message, tenant, lane, deduplicationId } of messages) {
        queues.messages.send({
          body: JSON.stringify(message),
          groupId: `${tenant}#${lane}`,
          deduplicationId,
        });
      }
    },
    receive: (queue, most = 10) => queues[queue].receive(most),
    delete: (queue, receiptHandle) => queues[queue].delete(receiptHandle),
    changeVisibility: (queue, receiptHandle, visibilitySeconds) =>
      queues[queue].changeVisibility(receiptHandle, visibilitySeconds),
    messages: (queue) => queues[queue].messages(),
    deadLetters: (queue) => queues[queue].deadLetters(),
  };
};
