import { beforeEach, describe, expect, it } from '@jest/globals';
import { makeSettableClock } from '../../adapters/memory/clock.ts';
import type { SettableClock } from '../../adapters/memory/clock.ts';
import { makeMemoryQueue } from '../../adapters/memory/queue.ts';
import type { MemoryQueue } from '../../adapters/memory/queue.ts';
import type { QueuedMessage } from '../../src/ports/queue.ts';
import { minutes, seconds } from '../../src/shared/time.ts';
import { MAX_RECEIVES, queueContract } from './queue.contract.ts';

queueContract('memory', async () => {
  const memory = makeMemoryQueue(makeSettableClock(0), { maxReceiveCount: MAX_RECEIVES });
  return {
    queue: memory,
    receive: async (queue) => memory.receive(queue),
    delete: async (queue, receiptHandle) => memory.delete(queue, receiptHandle),
    changeVisibility: async (queue, receiptHandle, visibility) =>
      memory.changeVisibility(queue, receiptHandle, visibility),
    deadLetters: async (queue) => memory.deadLetters(queue).map(({ body }) => body),
  };
});

const message = (id: number, lane: QueuedMessage['lane'] = 'bulk'): QueuedMessage => ({
  message: { kind: 'result', tenant: 'slack:T1', round: `round-${id}` },
  tenant: 'slack:T1',
  lane,
  deduplicationId: `result/${id}#0`,
});
const messages = (count: number) => Array.from({ length: count }, (_, id) => message(id));

/** What SQS does and the other double does not: batches of one group, deduplication by group, the clock. */
describe('the memory queue behaves as SQS FIFO', () => {
  let clock: SettableClock;
  let queue: MemoryQueue;

  beforeEach(() => {
    clock = makeSettableClock(0);
    queue = makeMemoryQueue(clock, { visibilitySeconds: 60 });
  });

  const receive = () => queue.receive('messages');
  const roundsOf = (batch: readonly { readonly body: string }[]) =>
    batch.map(({ body }) => /round-\d+/u.exec(body)?.[0]);
  const rounds = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, i) => `round-${from + i}`);

  it('hands out up to ten messages of one lane, in order, and locks the rest', async () => {
    await queue.enqueueMessages(messages(13));
    expect(roundsOf(receive())).toEqual(rounds(0, 10));
    expect(receive()).toEqual([]);
  });

  it('fills a batch from several lanes', async () => {
    await queue.enqueueMessages([message(0), message(1, 'now'), message(2)]);
    expect(roundsOf(receive())).toEqual(['round-0', 'round-2', 'round-1']);
  });

  it('takes as few as the worker asks for', async () => {
    await queue.enqueueMessages(messages(3));
    expect(queue.receive('messages', 2)).toHaveLength(2);
  });

  it('stays locked until the last message of a batch was deleted or is visible again', async () => {
    await queue.enqueueMessages(messages(13));
    const batch = receive();
    for (const { receiptHandle } of batch.slice(0, 4)) queue.delete('messages', receiptHandle);
    queue.changeVisibility('messages', batch[4]?.receiptHandle ?? '', 0);
    expect(receive()).toEqual([]);
    for (const { receiptHandle } of batch.slice(5)) queue.changeVisibility('messages', receiptHandle, 0);
    const again = receive();
    expect(roundsOf(again)).toEqual(rounds(4, 13));
    expect(again.map(({ receiveCount }) => receiveCount)).toEqual([2, 2, 2, 2, 2, 2, 1, 1, 1]);
  });

  it('shows a message again when its time is over', async () => {
    await queue.enqueueMessages(messages(1));
    receive();
    clock.advance(seconds(60) - 1);
    expect(receive()).toEqual([]);
    clock.advance(1);
    expect(receive()).toHaveLength(1);
  });

  it('counts a changed visibility from the moment of the change', async () => {
    await queue.enqueueMessages(messages(1));
    const [received] = receive();
    clock.advance(seconds(50));
    queue.changeVisibility('messages', received?.receiptHandle ?? '', 30);
    clock.advance(seconds(29));
    expect(receive()).toEqual([]);
    clock.advance(seconds(1));
    expect(receive()).toHaveLength(1);
  });

  it('ignores a receipt that is no longer good', async () => {
    await queue.enqueueMessages(messages(1));
    const [late] = receive();
    clock.advance(seconds(60));
    queue.delete('messages', late?.receiptHandle ?? '');
    expect(receive()).toHaveLength(1);
    queue.delete('messages', late?.receiptHandle ?? '');
    queue.changeVisibility('messages', late?.receiptHandle ?? '', 0);
    expect(receive()).toEqual([]);
    expect(queue.messages('messages')).toHaveLength(1);
  });

  it('forgets an id after five minutes', async () => {
    await queue.enqueueMessages(messages(1));
    clock.advance(minutes(5) - 1);
    await queue.enqueueMessages(messages(1));
    expect(queue.messages('messages')).toHaveLength(1);
    clock.advance(1);
    await queue.enqueueMessages(messages(1));
    expect(queue.messages('messages')).toHaveLength(2);
  });

  it('remembers ids by lane', async () => {
    await queue.enqueueMessages([message(0), message(0, 'now')]);
    expect(queue.messages('messages')).toHaveLength(2);
  });

  it('shows what is stored and what is dead, as it was encoded', async () => {
    await queue.enqueueMessages(messages(1));
    expect(queue.messages('messages')).toEqual([
      {
        messageId: 'message-1',
        body: '{"kind":"result","tenant":"slack:T1","round":"round-0"}',
        groupId: 'slack:T1#bulk',
        deduplicationId: 'result/0#0',
        receiveCount: 0,
      },
    ]);
    expect(queue.deadLetters('messages')).toEqual([]);
  });
});
