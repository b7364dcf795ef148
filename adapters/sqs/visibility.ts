import { ChangeMessageVisibilityBatchCommand } from '@aws-sdk/client-sqs';
import type { SQSClient } from '@aws-sdk/client-sqs';

/** SQS refuses more than twelve hours. */
const LONGEST_SECONDS = 43_200;
const BATCH_MOST = 10;

/**
 * Hides received messages for so many seconds from now. Best effort: a message that it does not reach comes again
 * when its ordinary time is over, so failing here loses nothing.
 */
export const makeSetVisibility =
  (client: SQSClient, queueUrl: string) =>
  async (receiptHandles: readonly string[], seconds: number): Promise<void> => {
    const VisibilityTimeout = Math.min(Math.max(0, Math.ceil(seconds)), LONGEST_SECONDS);
    for (let from = 0; from < receiptHandles.length; from += BATCH_MOST) {
      const Entries = receiptHandles
        .slice(from, from + BATCH_MOST)
        .map((ReceiptHandle, index) => ({ Id: String(index), ReceiptHandle, VisibilityTimeout }));
      const command = new ChangeMessageVisibilityBatchCommand({ QueueUrl: queueUrl, Entries });
      await client.send(command).catch(() => undefined);
    }
  };
