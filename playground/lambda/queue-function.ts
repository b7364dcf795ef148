import { createHash } from 'node:crypto';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { ReceivedMessage } from '../../adapters/memory/fifo-queue.ts';
import type { MemoryQueue, QueueName } from '../../adapters/memory/queue.ts';
import type { Postpone } from '../../functions/local.ts';
import { lambdaContext } from './context.ts';
import type { LambdaContext } from './context.ts';

export type QueueFunction = (event: SQSEvent, context: LambdaContext) => Promise<SQSBatchResponse>;

const BATCH = 10;
const TIMEOUT = 60_000;

const record = (queue: QueueName, message: ReceivedMessage, now: number): SQSRecord => ({
  messageId: message.messageId,
  receiptHandle: `${queue}:${message.receiptHandle}`,
  body: message.body,
  attributes: {
    ApproximateReceiveCount: String(message.receiveCount),
    ApproximateFirstReceiveTimestamp: String(now),
    SentTimestamp: String(now),
    SenderId: 'local',
    SequenceNumber: message.messageId.replace(/\D/gu, '').padStart(20, '0'),
    MessageGroupId: message.groupId,
    MessageDeduplicationId: message.deduplicationId,
  },
  messageAttributes: {},
  md5OfBody: createHash('md5').update(message.body).digest('hex'),
  eventSource: 'aws:sqs',
  eventSourceARN: `arn:aws:sqs:local:000000000000:${queue}.fifo`,
  awsRegion: 'local',
});

/** What the handlers get for hiding messages: receipts name their queue, since each queue counts its own. */
export const postponeIn =
  (queue: MemoryQueue): Postpone =>
  async (receiptHandles, seconds) => {
    for (const handle of receiptHandles) {
      const [name, receipt = ''] = handle.split(':');
      if (name === 'jobs' || name === 'messages') queue.changeVisibility(name, receipt, seconds);
    }
  };

/**
 * Hands one batch to the function and deletes what it handled. What it names as failed, or all of it when it throws,
 * stays hidden until its visibility ends. Answers with the bodies of what was handled.
 */
export const drainBatch = async (
  queue: MemoryQueue,
  name: QueueName,
  { handler, now }: { readonly handler: QueueFunction; readonly now: number },
): Promise<{ readonly received: number; readonly handled: readonly string[] }> => {
  const messages = queue.receive(name, BATCH);
  if (messages.length === 0) return { received: 0, handled: [] };
  const event = { Records: messages.map((message) => record(name, message, now)) };
  const failed = await handler(event, lambdaContext(TIMEOUT)).then(
    ({ batchItemFailures }) => new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)),
    () => undefined,
  );
  const handled = messages.filter(({ messageId }) => failed && !failed.has(messageId));
  for (const { receiptHandle } of handled) queue.delete(name, receiptHandle);
  return { received: messages.length, handled: handled.map(({ body }) => body) };
};
