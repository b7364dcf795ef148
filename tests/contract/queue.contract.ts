import { beforeEach, describe, expect, it } from '@jest/globals';
import type { TenantRef } from '../../src/chat/identity.ts';
import type { Message } from '../../src/delivery/message.ts';
import type { Queue, QueuedMessage } from '../../src/ports/queue.ts';
import type { Job } from '../../src/work/job.ts';
import { aTenant } from './samples.ts';

export type QueueName = 'jobs' | 'messages';

export interface Received {
  readonly body: string;
  readonly groupId: string;
  readonly receiptHandle: string;
  readonly receiveCount: number;
}

/** The consumer's side, as a worker meets it. No test waits: what is hidden is shown by changing its visibility. */
export interface QueueSubject {
  readonly queue: Queue;
  receive(queue: QueueName): Promise<readonly Received[]>;
  delete(queue: QueueName, receiptHandle: string): Promise<void>;
  changeVisibility(queue: QueueName, receiptHandle: string, seconds: number): Promise<void>;
  /** Bodies of the dead letters. */
  deadLetters(queue: QueueName): Promise<readonly string[]>;
}

/** The subject's queues give up after this many receipts. */
export const MAX_RECEIVES = 3;

const ofPage = (tenant: TenantRef, page: number): Message => ({
  kind: 'asks',
  tenant,
  batch: 'C1-3.0',
  from: page,
  to: page + 1,
});

const queued = (tenant: TenantRef, page: number, change: Partial<QueuedMessage> = {}): QueuedMessage => ({
  message: ofPage(tenant, page),
  tenant,
  lane: 'bulk',
  deduplicationId: `${tenant}/asks/${page}#0`,
  ...change,
});

export const queueContract = (implementation: string, setUp: () => Promise<QueueSubject>): void => {
  describe(`queue: ${implementation}`, () => {
    let subject: QueueSubject;
    let tenant: TenantRef;

    beforeEach(async () => {
      subject = await setUp();
      tenant = aTenant();
    });

    const enqueue = (...pages: readonly number[]) =>
      subject.queue.enqueueMessages(pages.map((page) => queued(tenant, page)));

    /** Handles everything there is and answers with the bodies, in the order in which they came. */
    const drain = async (queue: QueueName): Promise<readonly unknown[]> => {
      const bodies: unknown[] = [];
      for (let batch = await subject.receive(queue); batch.length > 0; batch = await subject.receive(queue)) {
        bodies.push(...batch.map(({ body }): unknown => JSON.parse(body)));
        for (const { receiptHandle } of batch) await subject.delete(queue, receiptHandle);
      }
      return bodies;
    };

    const aJob = (change: Partial<Job> = {}): Job => ({
      kind: 'round',
      tenant,
      id: 'C1-3',
      due: 100,
      ...change,
    });

    it('carries what somebody asked for as it is', async () => {
      const message = { kind: 'export', tenant, person: `${tenant}:U1` } as const;
      await subject.queue.enqueueMessages([{ message, tenant, lane: 'now', deduplicationId: 'export/1' }]);
      expect(await drain('messages')).toEqual([message]);
    });

    it('hands out a job as it was, in the group of its aggregate', async () => {
      await subject.queue.enqueueJobs([aJob()]);
      const [received] = await subject.receive('jobs');
      expect(JSON.parse(received?.body ?? '')).toEqual(aJob());
      expect(received).toMatchObject({ groupId: `${tenant}#round#C1-3`, receiveCount: 1 });
    });

    it('hands out a message as it was, in the group of its tenant and lane', async () => {
      await enqueue(0);
      const [received] = await subject.receive('messages');
      expect(JSON.parse(received?.body ?? '')).toEqual(ofPage(tenant, 0));
      expect(received).toMatchObject({ groupId: `${tenant}#bulk`, receiveCount: 1 });
    });

    it('keeps jobs and messages apart', async () => {
      await enqueue(0);
      expect(await subject.receive('jobs')).toEqual([]);
    });

    it('takes none, and more than ten at once', async () => {
      await subject.queue.enqueueJobs([]);
      await subject.queue.enqueueMessages([]);
      const pages = Array.from({ length: 25 }, (_, page) => page);
      await enqueue(...pages);
      expect(await drain('messages')).toEqual(pages.map((page) => ofPage(tenant, page)));
    });

    it('keeps the order within a lane', async () => {
      await enqueue(2, 0);
      await enqueue(1);
      expect(await drain('messages')).toEqual([2, 0, 1].map((page) => ofPage(tenant, page)));
    });

    it('lets no lane wait for another', async () => {
      await enqueue(0);
      await subject.receive('messages');
      await subject.queue.enqueueMessages([queued(tenant, 1, { lane: 'now' })]);
      const other = await subject.receive('messages');
      expect(other.map(({ groupId }) => groupId)).toEqual([`${tenant}#now`]);
    });

    it('locks a lane while one of its messages is with a worker', async () => {
      await enqueue(0);
      const [received] = await subject.receive('messages');
      await enqueue(1);
      expect(await subject.receive('messages')).toEqual([]);
      await subject.delete('messages', received?.receiptHandle ?? '');
      expect(await drain('messages')).toEqual([ofPage(tenant, 1)]);
    });

    it('hands a message that was given back out again, before those behind it', async () => {
      await enqueue(0);
      const [first] = await subject.receive('messages');
      await enqueue(1);
      await subject.changeVisibility('messages', first?.receiptHandle ?? '', 0);
      const [again] = await subject.receive('messages');
      expect(again).toMatchObject({ body: first?.body, receiveCount: 2 });
      expect(again?.receiptHandle).not.toBe(first?.receiptHandle);
    });

    it('keeps a message hidden for as long as a worker says', async () => {
      await enqueue(0);
      const [first] = await subject.receive('messages');
      await subject.changeVisibility('messages', first?.receiptHandle ?? '', 600);
      expect(await subject.receive('messages')).toEqual([]);
    });

    it('drops a second message of the same id, also after the first was handled', async () => {
      await enqueue(0);
      await enqueue(0);
      expect(await drain('messages')).toEqual([ofPage(tenant, 0)]);
      await enqueue(0);
      expect(await drain('messages')).toEqual([]);
    });

    it('takes the same message again under the next attempt', async () => {
      await enqueue(0);
      await drain('messages');
      const repaired = queued(tenant, 0, { deduplicationId: `${tenant}/asks/0#1` });
      await subject.queue.enqueueMessages([repaired]);
      expect(await drain('messages')).toEqual([ofPage(tenant, 0)]);
    });

    it('takes a job once for each aggregate and due instant', async () => {
      const jobs = [aJob(), aJob({ due: 200 }), aJob({ kind: 'team', id: 'C1' })];
      await subject.queue.enqueueJobs(jobs);
      await subject.queue.enqueueJobs(jobs);
      expect(await drain('jobs')).toHaveLength(3);
    });

    it('puts a message aside that was handed out too often, and goes on with the next', async () => {
      await enqueue(0);
      for (let receives = 0; receives < MAX_RECEIVES; receives += 1) {
        const [received] = await subject.receive('messages');
        await subject.changeVisibility('messages', received?.receiptHandle ?? '', 0);
      }
      await enqueue(1);
      expect(await drain('messages')).toEqual([ofPage(tenant, 1)]);
      expect(await subject.deadLetters('messages')).toEqual([JSON.stringify(ofPage(tenant, 0))]);
    });
  });
};
