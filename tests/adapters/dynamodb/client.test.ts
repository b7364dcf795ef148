import { once } from 'node:events';
import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { makeDynamoClient } from '../../../adapters/dynamodb/client.ts';
import { makeDynamoTable } from '../../../adapters/dynamodb/dynamo-table.ts';
import { InvariantError } from '../../../src/shared/errors.ts';

const KEY = { pk: 'T#slack:T1#TEAM#C1', sk: 'TEAM' } as const;
const stops: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** A table whose engine is this listener; it counts what it is asked. */
const tableOn = async (answer: RequestListener, remainingMs?: () => number) => {
  const asked = { times: 0 };
  const server = createServer((request, response) => {
    asked.times += 1;
    answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  stops.push(async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new InvariantError('a server has a port');
  const client = makeDynamoClient({
    region: 'eu-central-1',
    endpoint: `http://127.0.0.1:${address.port}`,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    ...(remainingMs === undefined ? {} : { remainingMs }),
  });
  return { table: makeDynamoTable(client, 'state'), asked };
};

const failing =
  (status: number, name: string): RequestListener =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' });
    response.end(JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${name}`, message: 'secret' }));
  };

const never: RequestListener = () => undefined;

describe('the DynamoDB client', () => {
  it('gives up on an engine that never answers, after two tries and before a chat stops waiting', async () => {
    const { table, asked } = await tableOn(never);
    const started = performance.now();
    await expect(table.get(KEY, 'strong')).rejects.toMatchObject({ fault: 'unreachable', retryable: true });
    expect(performance.now() - started).toBeLessThan(3_000);
    expect(asked.times).toBe(2);
  });

  it('waits no longer than the caller has time', async () => {
    const { table, asked } = await tableOn(never, () => 50);
    const started = performance.now();
    await expect(table.get(KEY, 'strong')).rejects.toMatchObject({ fault: 'unreachable' });
    expect(performance.now() - started).toBeLessThan(800);
    expect(asked.times).toBeLessThanOrEqual(1);
  });

  it('does not even ask when no time is left', async () => {
    const { table, asked } = await tableOn(never, () => 0);
    await expect(table.get(KEY, 'strong')).rejects.toMatchObject({
      fault: 'unreachable',
      reason: 'deadline',
    });
    expect(asked.times).toBe(0);
  });

  it.each([
    [400, 'ProvisionedThroughputExceededException'],
    [400, 'ThrottlingException'],
    [400, 'RequestLimitExceeded'],
    [500, 'InternalServerError'],
    [503, 'ServiceUnavailable'],
  ])('tries again after %i %s, then calls it unreachable', async (status, name) => {
    const { table, asked } = await tableOn(failing(status, name));
    await expect(table.get(KEY, 'strong')).rejects.toMatchObject({ fault: 'unreachable', reason: name });
    expect(asked.times).toBe(2);
  });

  it.each([
    ['is refused for good by', 'ValidationException', 'refused'],
    ['waits for an operator after', 'AccessDeniedException', 'misconfigured'],
    ['waits for an operator after', 'ResourceNotFoundException', 'misconfigured'],
  ])('%s 400 %s', async (_, name, fault) => {
    const { table, asked } = await tableOn(failing(400, name));
    await expect(table.get(KEY, 'strong')).rejects.toMatchObject({ fault, reason: name });
    expect(asked.times).toBe(1);
  });

  it('names the fault and leaves its text out', async () => {
    const { table } = await tableOn(failing(400, 'ValidationException'));
    await expect(table.get(KEY, 'strong')).rejects.not.toHaveProperty(
      'message',
      expect.stringContaining('secret'),
    );
  });
});
