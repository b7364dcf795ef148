import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';

export const handlesOf = (records: readonly SQSRecord[]): readonly string[] =>
  records.map(({ receiptHandle }) => receiptHandle);

type Handled = 'done' | 'again';

/**
 * Handles the records of a first-in-first-out queue in order. After the first record of a group that must come again,
 * all later ones of that group come again too, unhandled, so that order holds; other groups go on.
 */
export const inOrder = async (
  event: SQSEvent,
  handle: (record: SQSRecord, rest: readonly SQSRecord[]) => Promise<Handled>,
): Promise<SQSBatchResponse> => {
  const stopped = new Set<string>();
  const failed: string[] = [];
  const groupOf = (record: SQSRecord): string => record.attributes.MessageGroupId ?? record.messageId;

  for (const [index, record] of event.Records.entries()) {
    const group = groupOf(record);
    if (!stopped.has(group)) {
      const rest = event.Records.slice(index + 1).filter((later) => groupOf(later) === group);
      if ((await handle(record, rest)) === 'done') continue;
      stopped.add(group);
    }
    failed.push(record.messageId);
  }
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
};
