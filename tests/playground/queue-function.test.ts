import { describe, expect, it } from '@jest/globals';
import type { SQSEvent } from 'aws-lambda';
import { makeSettableClock } from '../../adapters/memory/clock.ts';
import { makeMemoryQueue } from '../../adapters/memory/queue.ts';
import { drainBatch, postponeIn } from '../../playground/lambda/queue-function.ts';
import type { Job } from '../../src/work/job.ts';

const aJob = (id: string): Job => ({ kind: 'round', tenant: 'slack:T1', id, due: 1 });

const setUp = async (...ids: string[]) => {
  const clock = makeSettableClock(1_000_000);
  const queue = makeMemoryQueue(clock);
  await queue.enqueueJobs(ids.map(aJob));
  const seen: SQSEvent[] = [];
  const drain = (failed: (event: SQSEvent) => readonly string[] = () => []) =>
    drainBatch(queue, 'jobs', {
      now: clock.now(),
      handler: async (event) => {
        seen.push(event);
        return { batchItemFailures: failed(event).map((itemIdentifier) => ({ itemIdentifier })) };
      },
    });
  return { clock, queue, seen, drain };
};

describe('a queue in front of a function', () => {
  it('hands out records as SQS does and deletes what was handled', async () => {
    const { queue, seen, drain } = await setUp('a', 'b');
    expect(await drain()).toMatchObject({ received: 2 });
    const [record] = seen[0]?.Records ?? [];
    expect(record).toMatchObject({
      body: JSON.stringify(aJob('a')),
      attributes: { ApproximateReceiveCount: '1', MessageGroupId: 'slack:T1#round#a' },
      eventSource: 'aws:sqs',
    });
    expect(queue.messages('jobs')).toHaveLength(0);
    expect(await drain()).toEqual({ received: 0, handled: [] });
  });

  it('keeps what failed hidden until its visibility ends', async () => {
    const { clock, queue, drain } = await setUp('a', 'b');
    const failFirst = ({ Records }: SQSEvent) => Records.slice(0, 1).map(({ messageId }) => messageId);
    expect((await drain(failFirst)).handled).toEqual([JSON.stringify(aJob('b'))]);
    expect(queue.messages('jobs')).toHaveLength(1);
    expect(await drain()).toMatchObject({ received: 0 });
    clock.advance(360_000);
    expect(await drain()).toMatchObject({ received: 1 });
  });

  it('keeps the whole batch when the function throws', async () => {
    const { clock, queue } = await setUp('a', 'b');
    const handler = () => Promise.reject(new Error('broken'));
    const batch = await drainBatch(queue, 'jobs', { handler, now: clock.now() });
    expect(batch).toEqual({ received: 2, handled: [] });
    expect(queue.messages('jobs')).toHaveLength(2);
  });

  it('lets the function choose when a message comes back, in its own queue alone', async () => {
    const { clock, queue, drain } = await setUp('a');
    const postpone = postponeIn(queue);
    await drainBatch(queue, 'jobs', {
      now: clock.now(),
      handler: async ({ Records }) => {
        await postpone(
          Records.map(({ receiptHandle }) => receiptHandle),
          30,
        );
        return { batchItemFailures: Records.map(({ messageId }) => ({ itemIdentifier: messageId })) };
      },
    });
    await postpone(['messages:receipt-1', 'elsewhere:receipt-1'], 0);
    clock.advance(29_000);
    expect(await drain()).toMatchObject({ received: 0 });
    clock.advance(1000);
    expect(await drain()).toMatchObject({ received: 1 });
  });
});
