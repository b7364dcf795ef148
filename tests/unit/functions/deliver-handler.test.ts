import { describe, expect, test } from '@jest/globals';
import type { SQSRecord } from 'aws-lambda';
import { makeMemoryLogger } from '../../../adapters/memory/logger.ts';
import { makeDeliverHandler } from '../../../functions/deliver-handler.ts';
import { ATTEMPTS } from '../../../src/delivery/deliver.ts';
import { PortError } from '../../../src/shared/errors.ts';
import { TENANT } from '../../support/builders.ts';

const record = (tries: number): SQSRecord => ({
  messageId: 'm1',
  receiptHandle: 'h1',
  body: JSON.stringify({ kind: 'promise', tenant: TENANT, team: 'C1' }),
  attributes: {
    ApproximateReceiveCount: String(tries),
    SentTimestamp: '0',
    SenderId: 'queue',
    ApproximateFirstReceiveTimestamp: '0',
    MessageGroupId: `${TENANT}#now`,
  },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: 'arn',
  awsRegion: 'eu-central-1',
});

/** What the log says about one delivery that ends in `fault`, and how long its lane waits. */
const after = async (fault: Error, tries = 1) => {
  const logger = makeMemoryLogger();
  const waits: number[] = [];
  const handler = makeDeliverHandler({
    deliver: () => Promise.reject(fault),
    postpone: async (_, seconds) => {
      waits.push(seconds);
    },
    logger,
  });
  const { batchItemFailures } = await handler({ Records: [record(tries)] }, () => 60_000);
  const lines = logger.lines().map(({ level, event, fields }) => [level, event, fields.fault]);
  return { lines, waits, again: batchItemFailures.length };
};

describe('the log of deliveries', () => {
  test('names a pace that the platform sets as waiting, and no error', async () => {
    const limited = new PortError('rate-limited', 'ratelimited', { retryAfterSeconds: 30 });
    expect(await after(limited, ATTEMPTS + 1)).toEqual({
      lines: [['info', 'delivery-waits', 'ratelimited']],
      waits: [30],
      again: 1,
    });
  });

  test.each(['being-sent', 'out-of-time'])('names %s as waiting as well', async (reason) => {
    expect((await after(new PortError('conflict', reason))).lines).toEqual([
      ['info', 'delivery-waits', reason],
    ]);
  });

  test.each([
    [new PortError('unreachable', 'timeout'), 'timeout'],
    [new PortError('misconfigured', 'invalid_auth'), 'invalid_auth'],
    [new TypeError('broken'), 'TypeError'],
  ])('names what went wrong as an error: %s', async (fault, reason) => {
    expect((await after(fault)).lines).toEqual([['error', 'delivery-failed', reason]]);
  });

  test('says that a message was dropped because of a bug of ours', async () => {
    expect(await after(new TypeError('broken'), ATTEMPTS)).toEqual({
      lines: [
        ['error', 'delivery-failed', 'TypeError'],
        ['error', 'delivery-dropped', 'TypeError'],
      ],
      waits: [],
      again: 0,
    });
  });
});
