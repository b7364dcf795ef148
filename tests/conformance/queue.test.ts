import { afterAll, beforeAll } from '@jest/globals';
import {
  ChangeMessageVisibilityCommand,
  CreateQueueCommand,
  DeleteMessageCommand,
  ReceiveMessageCommand,
} from '@aws-sdk/client-sqs';
import type { SQSClient } from '@aws-sdk/client-sqs';
import { makeSqsClient } from '../../adapters/sqs/client.ts';
import { makeSqsQueue } from '../../adapters/sqs/queue.ts';
import { InvariantError } from '../../src/shared/errors.ts';
import { MAX_RECEIVES, queueContract } from '../contract/queue.contract.ts';
import type { QueueName, QueueSubject, Received } from '../contract/queue.contract.ts';
import { startFauxqs } from './fauxqs.ts';

/*
 * Batches of one group, deduplication by group and the clock are tested on the memory queue alone: fauxqs hands out
 * one message per group and receipt, deduplicates by queue, and its time cannot be set.
 */

const opened: { client?: SQSClient; stop?: () => Promise<void> } = {};
let queues = 0;

beforeAll(async () => {
  const engine = await startFauxqs();
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = makeSqsClient({ region: 'us-east-1', endpoint: engine.endpoint, credentials });
  opened.client = client;
  opened.stop = async () => {
    client.destroy();
    await engine.stop();
  };
});
afterAll(() => opened.stop?.());

const client = (): SQSClient => {
  if (opened.client === undefined) throw new InvariantError('the queue is there while tests run');
  return opened.client;
};

const createQueue = async (name: string, attributes: Record<string, string> = {}): Promise<string> => {
  const command = new CreateQueueCommand({
    QueueName: `${name}.fifo`,
    Attributes: { FifoQueue: 'true', ...attributes },
  });
  return (await client().send(command)).QueueUrl ?? '';
};

const arnOf = (url: string): string =>
  `arn:aws:sqs:us-east-1:000000000000:${url.slice(url.lastIndexOf('/') + 1)}`;

const createWithDeadLetters = async (name: QueueName) => {
  queues += 1;
  const dead = await createQueue(`${name}-dead-${queues}`);
  const policy = { deadLetterTargetArn: arnOf(dead), maxReceiveCount: MAX_RECEIVES };
  const live = await createQueue(`${name}-${queues}`, { RedrivePolicy: JSON.stringify(policy) });
  return { dead, live };
};

const receiveFrom = async (url: string): Promise<readonly Received[]> => {
  const { Messages = [] } = await client().send(
    new ReceiveMessageCommand({
      QueueUrl: url,
      MaxNumberOfMessages: 10,
      MessageSystemAttributeNames: ['All'],
    }),
  );
  return Messages.map(({ Body = '', ReceiptHandle = '', Attributes = {} }) => ({
    body: Body,
    receiptHandle: ReceiptHandle,
    groupId: Attributes.MessageGroupId ?? '',
    receiveCount: Number(Attributes.ApproximateReceiveCount),
  }));
};

queueContract('SQS', async (): Promise<QueueSubject> => {
  const urls = {
    jobs: await createWithDeadLetters('jobs'),
    messages: await createWithDeadLetters('messages'),
  };
  return {
    queue: makeSqsQueue(client(), { jobs: urls.jobs.live, messages: urls.messages.live }),
    receive: (queue) => receiveFrom(urls[queue].live),
    delete: async (queue, ReceiptHandle) => {
      await client().send(new DeleteMessageCommand({ QueueUrl: urls[queue].live, ReceiptHandle }));
    },
    changeVisibility: async (queue, ReceiptHandle, VisibilityTimeout) => {
      const QueueUrl = urls[queue].live;
      await client().send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout }));
    },
    deadLetters: async (queue) => (await receiveFrom(urls[queue].dead)).map(({ body }) => body),
  };
});
