import { describe, expect, test } from '@jest/globals';
import type { SQSRecord } from 'aws-lambda';
import { makeMemoryLogger } from '../../../adapters/memory/logger.ts';
import { makeJobsHandler } from '../../../functions/jobs-handler.ts';
import { PortError } from '../../../src/shared/errors.ts';
import type { Job } from '../../../src/work/job.ts';
import { jobGroup } from '../../../src/work/job.ts';
import { JOB_ATTEMPTS } from '../../../src/work/run-job.ts';
import { OPENS, TENANT } from '../../support/builders.ts';

const jobOf = (id: string): Job => ({ kind: 'round', tenant: TENANT, id, due: OPENS });

/** A record as the queue hands it over; `name` tells it apart. */
const record = (name: string, id: string, tries = 1): SQSRecord => ({
  messageId: name,
  receiptHandle: `handle-${name}`,
  body: JSON.stringify(jobOf(id)),
  attributes: {
    ApproximateReceiveCount: String(tries),
    SentTimestamp: '0',
    SenderId: 'queue',
    ApproximateFirstReceiveTimestamp: '0',
    MessageGroupId: jobGroup(jobOf(id)),
  },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: 'arn',
  awsRegion: 'eu-central-1',
});

const again = (...names: readonly string[]) => ({
  batchItemFailures: names.map((itemIdentifier) => ({ itemIdentifier })),
});

interface Setting {
  /** What running the job with this id ends in; all others are done. */
  readonly faults?: Readonly<Record<string, unknown>>;
  readonly parking?: () => Promise<void>;
  /** What is left, call by call; the last one stays. */
  readonly remaining?: readonly number[];
}

const makeWorld = ({ faults = {}, parking = async () => undefined, remaining = [60_000] }: Setting) => {
  const logger = makeMemoryLogger();
  const ran: string[] = [];
  const parked: unknown[] = [];
  const postponed: unknown[] = [];
  const left = [...remaining];
  const handler = makeJobsHandler({
    runJob: async ({ id }) => {
      ran.push(id);
      if (id in faults) throw faults[id];
    },
    parkJob: async ({ id }, reason) => {
      await parking();
      parked.push([id, reason]);
    },
    postpone: async (handles, seconds) => {
      postponed.push([handles, seconds]);
    },
    logger,
  });
  const remainingMs = (): number => (left.length > 1 ? left.shift() : left[0]) ?? 0;
  return {
    ran,
    parked,
    postponed,
    logged: () => logger.lines().map(({ event }) => event),
    handle: (...records: SQSRecord[]) => handler({ Records: records }, remainingMs),
  };
};

describe('a job that failed', () => {
  test.each([
    ['for as long as the platform says', new PortError('rate-limited', 'r', { retryAfterSeconds: 600 }), 600],
    ['two minutes at most when nobody can be reached', new PortError('unreachable', 'timeout'), 120],
    ['two minutes at most for an operator', new PortError('misconfigured', 'AccessDeniedException'), 120],
    ['half a minute at most for another worker', new PortError('conflict', 'lost'), 30],
  ])('waits %s, and is never parked', async (_, fault, seconds) => {
    const world = makeWorld({ faults: { A: fault } });
    expect(await world.handle(record('1', 'A', JOB_ATTEMPTS + 20))).toEqual(again('1'));
    expect(world.postponed).toEqual([[['handle-1'], seconds]]);
    expect(world.parked).toEqual([]);
  });

  test('holds up what is behind it in its group, and nobody else', async () => {
    const world = makeWorld({ faults: { A: new PortError('conflict', 'lost') } });
    const records = [record('1', 'A'), record('2', 'B'), record('3', 'A')];
    expect(await world.handle(...records)).toEqual(again('1', '3'));
    expect(world.ran).toEqual(['A', 'B']);
    expect(world.postponed).toEqual([[['handle-1', 'handle-3'], 4]]);
  });

  test('for good is tried eight times, then parked with its reason', async () => {
    const world = makeWorld({ faults: { A: new PortError('refused', 'ValidationException') } });
    expect(await world.handle(record('1', 'A', JOB_ATTEMPTS - 1))).toEqual(again('1'));
    expect(world.parked).toEqual([]);
    expect(await world.handle(record('1', 'A', JOB_ATTEMPTS))).toEqual(again());
    expect(world.parked).toEqual([['A', 'ValidationException']]);
    expect(world.logged()).toEqual(['job-failed', 'job-failed', 'job-parked']);
  });

  test('and cannot be parked comes again, is not called parked, and holds up nobody else', async () => {
    const world = makeWorld({
      faults: { A: new PortError('refused', 'ValidationException') },
      parking: async () => Promise.reject(new PortError('unreachable', 'timeout')),
    });
    expect(await world.handle(record('1', 'A', JOB_ATTEMPTS), record('2', 'B'))).toEqual(again('1'));
    expect(world.postponed).toEqual([[['handle-1'], 120]]);
    expect(world.ran).toEqual(['A', 'B']);
    expect(world.logged()).toEqual(['job-failed', 'job-done']);
  });
});

describe('a job without time left', () => {
  test('is not begun and comes again at once', async () => {
    const world = makeWorld({ remaining: [15_000, 14_999] });
    const records = [record('1', 'A'), record('2', 'B'), record('3', 'B'), record('4', 'C')];
    expect(await world.handle(...records)).toEqual(again('2', '3', '4'));
    expect(world.ran).toEqual(['A']);
    expect(world.postponed).toEqual([
      [['handle-2', 'handle-3'], 0],
      [['handle-4'], 0],
    ]);
  });
});
