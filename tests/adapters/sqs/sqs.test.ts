import { afterEach, describe, expect, it } from '@jest/globals';
import { makeSqsClient } from '../../../adapters/sqs/client.ts';
import { makeSqsQueue } from '../../../adapters/sqs/queue.ts';
import { makeSetVisibility } from '../../../adapters/sqs/visibility.ts';
import type { QueuedMessage } from '../../../src/ports/queue.ts';
import { startSqs } from './sqs-stand-in.ts';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const setUp = async (behaviour?: Parameters<typeof startSqs>[0]) => {
  const sqs = await startSqs(behaviour);
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = makeSqsClient({ region: 'eu-central-1', endpoint: sqs.endpoint, credentials });
  stops.push(async () => {
    client.destroy();
    await sqs.stop();
  });
  const urls = { jobs: `${sqs.endpoint}/1/jobs.fifo`, messages: `${sqs.endpoint}/1/messages.fifo` };
  return { sqs, queue: makeSqsQueue(client, urls), setVisibility: makeSetVisibility(client, urls.messages) };
};

const message = (id: number): QueuedMessage => ({
  message: { kind: 'result', tenant: 'slack:T1', round: `round-${id}` },
  tenant: 'slack:T1',
  lane: 'now',
  deduplicationId: `result/${id}#0`,
});
const messages = (count: number) => Array.from({ length: count }, (_, id) => message(id));

describe('the SQS queue', () => {
  it('sends ids only, named by group and attempt', async () => {
    const { sqs, queue } = await setUp();
    await queue.enqueueMessages([message(7)]);
    await queue.enqueueJobs([{ kind: 'asks', tenant: 'slack:T1', id: 'C1-3.0', due: 100 }]);
    expect(sqs.batches).toEqual([
      [
        {
          Id: '0',
          MessageBody: '{"kind":"result","tenant":"slack:T1","round":"round-7"}',
          MessageGroupId: 'slack:T1#now',
          MessageDeduplicationId: 'result/7#0',
        },
      ],
      [
        {
          Id: '0',
          MessageBody: '{"kind":"asks","tenant":"slack:T1","id":"C1-3.0","due":100}',
          MessageGroupId: 'slack:T1#asks#C1-3.0',
          MessageDeduplicationId: 'slack:T1#asks#C1-3.0#100',
        },
      ],
    ]);
  });

  it('sends ten at a time, in order', async () => {
    const { sqs, queue } = await setUp();
    await queue.enqueueMessages(messages(23));
    expect(sqs.batches.map((batch) => batch.length)).toEqual([10, 10, 3]);
    const sent = sqs.batches.flat().map((entry) => entry['MessageDeduplicationId']);
    expect(sent).toEqual(messages(23).map(({ deduplicationId }) => deduplicationId));
  });

  it('throws when one is not stored, and sends none behind it', async () => {
    const { sqs, queue } = await setUp({ refuses: ({ MessageBody }) => MessageBody.includes('round-4') });
    await expect(queue.enqueueMessages(messages(23))).rejects.toMatchObject({
      name: 'PortError',
      fault: 'unreachable',
      reason: 'InternalError',
    });
    expect(sqs.batches).toHaveLength(1);
  });

  it('throws when the queue fails altogether', async () => {
    const { queue } = await setUp({ fails: true });
    await expect(queue.enqueueMessages(messages(1))).rejects.toMatchObject({ fault: 'unreachable' });
  });

  it('fits ids that are longer than SQS takes, the same to the same', async () => {
    const { sqs, queue } = await setUp();
    const job = {
      kind: 'team',
      tenant: 'msteams:T1',
      id: `19:${'x'.repeat(200)}@thread.tacv2`,
      due: 1,
    } as const;
    await queue.enqueueJobs([job, job, { ...job, due: 2 }, { ...job, id: `${job.id}y` }]);
    const [first, second, later, other] = sqs.batches.flat();
    expect(first?.['MessageGroupId']).toMatch(/^[0-9a-f]{64}$/u);
    expect(first?.['MessageDeduplicationId']).toMatch(/^[0-9a-f]{64}$/u);
    expect(second).toEqual({ ...first, Id: '1' });
    expect(later?.['MessageGroupId']).toBe(first?.['MessageGroupId']);
    expect(later?.['MessageDeduplicationId']).not.toBe(first?.['MessageDeduplicationId']);
    expect(other?.['MessageGroupId']).not.toBe(first?.['MessageGroupId']);
  });
});

describe('setting the visibility', () => {
  it('reaches every message, ten at a time', async () => {
    const { sqs, setVisibility } = await setUp();
    const handles = Array.from({ length: 12 }, (_, index) => `handle-${index}`);
    await setVisibility(handles, 30);
    expect(sqs.batches.map((batch) => batch.length)).toEqual([10, 2]);
    expect(sqs.batches.flat()).toMatchObject(
      handles.map((ReceiptHandle) => ({ ReceiptHandle, VisibilityTimeout: 30 })),
    );
  });

  it.each([
    [0, 0],
    [-5, 0],
    [1.2, 2],
    [100_000, 43_200],
  ])('turns %d seconds into %d, which SQS takes', async (seconds, sent) => {
    const { sqs, setVisibility } = await setUp();
    await setVisibility(['handle'], seconds);
    expect(sqs.batches.flat()).toMatchObject([{ VisibilityTimeout: sent }]);
  });

  it('loses nothing by failing: the ordinary time holds then', async () => {
    const { setVisibility } = await setUp({ fails: true });
    await expect(setVisibility(['handle'], 30)).resolves.toBeUndefined();
  });
});
