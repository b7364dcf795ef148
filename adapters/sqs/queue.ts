import { createHash } from 'node:crypto';
import { SendMessageBatchCommand } from '@aws-sdk/client-sqs';
import type { SendMessageBatchRequestEntry, SQSClient } from '@aws-sdk/client-sqs';
import type { Queue } from '../../src/ports/queue.ts';
import { PortError } from '../../src/shared/errors.ts';
import { jobGroup } from '../../src/work/job.ts';

export interface QueueUrls {
  readonly jobs: string;
  readonly messages: string;
}

/** SendMessageBatch takes ten at most. */
const BATCH_MOST = 10;

/** An id has at most 128 characters; the chats' own ids alone can be longer. */
const ID_MOST = 128;

const fitting = (id: string): string =>
  id.length <= ID_MOST ? id : createHash('sha256').update(id).digest('hex');

type Entry = Omit<SendMessageBatchRequestEntry, 'Id'>;

const send = async (client: SQSClient, url: string, entries: readonly Entry[]): Promise<void> => {
  const batch = entries.map((entry, index) => ({ ...entry, Id: String(index) }));
  const { Failed = [] } = await client
    .send(new SendMessageBatchCommand({ QueueUrl: url, Entries: batch }))
    .catch((cause: unknown) => {
      throw new PortError('unreachable', 'queue', { cause });
    });
  // Order within a group is kept by repeating all: what was stored is dropped by its deduplication id.
  if (Failed.length > 0) throw new PortError('unreachable', Failed[0]?.Code ?? 'queue');
};

const sendAll = async (client: SQSClient, url: string, entries: readonly Entry[]): Promise<void> => {
  for (let from = 0; from < entries.length; from += BATCH_MOST) {
    await send(client, url, entries.slice(from, from + BATCH_MOST));
  }
};

/** The two FIFO queues of SQS; bodies hold ids only. */
export const makeSqsQueue = (client: SQSClient, urls: QueueUrls): Queue => ({
  enqueueJobs: (jobs) =>
    sendAll(
      client,
      urls.jobs,
      jobs.map((job) => ({
        MessageBody: JSON.stringify(job),
        MessageGroupId: fitting(jobGroup(job)),
        MessageDeduplicationId: fitting(`${jobGroup(job)}#${job.due}`),
      })),
    ),
  enqueueMessages: (messages) =>
    sendAll(
      client,
      urls.messages,
      messages.map(({ message, tenant, lane, deduplicationId }) => ({
        MessageBody: JSON.stringify(message),
        MessageGroupId: fitting(`${tenant}#${lane}`),
        MessageDeduplicationId: fitting(deduplicationId),
      })),
    ),
});
