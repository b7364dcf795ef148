import type { MemoryQueue, QueueName } from '../adapters/memory/queue.ts';
import type { Queue } from '../src/ports/queue.ts';
import { drainBatch } from './lambda/queue-function.ts';
import type { QueueFunction } from './lambda/queue-function.ts';

/** The functions behind the queues and the schedule, as the template names them; exchanged when sources change. */
export interface WorkFunctions {
  readonly tick: () => Promise<void>;
  readonly jobs: QueueFunction;
  readonly deliver: QueueFunction;
}

export interface Runner {
  readonly tick: () => Promise<void>;
  /** Works until nothing more can be taken from the queues. One drain runs at a time. */
  readonly drain: () => Promise<void>;
  /** A queue that wakes the runner when something is put into it. */
  readonly queue: Queue;
  readonly waiting: () => boolean;
  /** Told the body of every job that was handled, until the returned function is called. */
  readonly onJob: (listener: (body: string) => void) => () => void;
  readonly stop: () => void;
}

export interface RunnerParts {
  readonly queue: MemoryQueue;
  readonly now: () => number;
  readonly functions: () => WorkFunctions;
}

/** Messages that were put back become visible without anybody telling. */
const LOOK_AGAIN = 1000;

const QUEUES = ['jobs', 'messages'] as const;

/** Hands batches to the handlers until the queues give nothing more. */
const makeDrain = ({ queue, now, functions }: RunnerParts, onJob: (body: string) => void) => {
  const handlers: Readonly<Record<QueueName, QueueFunction>> = {
    jobs: (event, context) => functions().jobs(event, context),
    messages: (event, context) => functions().deliver(event, context),
  };
  return async (): Promise<void> => {
    let received = 0;
    do {
      received = 0;
      for (const name of QUEUES) {
        const batch = await drainBatch(queue, name, { handler: handlers[name], now: now() });
        received += batch.received;
        if (name === 'jobs') batch.handled.forEach(onJob);
      }
    } while (received > 0);
  };
};

export const makeRunner = (parts: RunnerParts): Runner => {
  const { queue, functions } = parts;
  const listeners = new Set<(body: string) => void>();
  const drainAll = makeDrain(parts, (body) => listeners.forEach((tell) => tell(body)));
  let draining = Promise.resolve();

  const drain = (): Promise<void> => {
    draining = draining.then(drainAll, drainAll);
    return draining;
  };
  const wake = (): void => {
    setImmediate(() => void drain());
  };
  const timer = setInterval(() => void drain(), LOOK_AGAIN);
  timer.unref();

  return {
    tick: () => functions().tick(),
    drain,
    queue: {
      enqueueJobs: async (jobs) => {
        await queue.enqueueJobs(jobs);
        wake();
      },
      enqueueMessages: async (messages) => {
        await queue.enqueueMessages(messages);
        wake();
      },
    },
    waiting: () => QUEUES.some((name) => queue.messages(name).length > 0),
    onJob: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: () => clearInterval(timer),
  };
};
