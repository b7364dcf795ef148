import { describe, expect, test } from '@jest/globals';
import type { Message } from '../../../src/delivery/message.ts';
import { PortError } from '../../../src/shared/errors.ts';
import { jobGroup } from '../../../src/work/job.ts';
import { aClosedRound, aResult, aTeam, NEXT, OPENS, TENANT, utc } from '../../support/builders.ts';
import type { Around } from '../../support/intercept.ts';
import { makeRecorder } from '../../support/intercept.ts';
import { haveTeam, makeMemoryPorts, makeProduct, populate, workMinutes } from '../../support/memory-world.ts';

const JOB = { kind: 'team', tenant: TENANT, id: 'C1', due: OPENS } as const;
const CLOSED = aClosedRound(aResult());
const RESULT: Message = { kind: 'result', tenant: TENANT, round: 'C1-1' };

const makeWorld = (around?: Around) => {
  const ports = makeMemoryPorts(OPENS);
  populate(ports, 6);
  return { ports, product: makeProduct(ports, around) };
};

describe('a job', () => {
  test('for nothing does nothing', async () => {
    const { around, calls } = makeRecorder();
    const { product } = makeWorld(around);
    await product.runJob(JOB);
    await product.runJob({ ...JOB, kind: 'round' });
    await product.runJob({ ...JOB, kind: 'asks' });
    expect(calls).toEqual(['teams.find', 'rounds.find', 'batches.find']);
  });

  test.each([
    ['too early', aTeam({ due: OPENS + 1 })],
    ['without a time', aTeam({ due: undefined })],
    ['parked', aTeam({ parked: 'timeout' })],
  ])('for a team that is %s reads it and does nothing', async (_, team) => {
    const { around, calls } = makeRecorder();
    const { ports, product } = makeWorld(around);
    await haveTeam(ports, team);
    await product.runJob(JOB);
    expect(calls).toEqual(['teams.find']);
  });

  test('looks at the team’s own time, not at the one it was queued with', async () => {
    const { ports, product } = makeWorld();
    await haveTeam(ports, aTeam({ due: NEXT }));
    await product.runJob({ ...JOB, due: OPENS - 1000 });
    await product.runJob({ ...JOB, due: NEXT });
    expect(await ports.teams.find(TENANT, 'C1')).toMatchObject({ version: 1 });
  });

  test('that comes twice does its work once', async () => {
    const { ports, product } = makeWorld();
    await haveTeam(ports);
    await product.runJob(JOB);
    const after = await ports.teams.find(TENANT, 'C1');
    await product.runJob(JOB);
    expect(await ports.teams.find(TENANT, 'C1')).toEqual(after);
  });
});

describe('what a crash left in the outbox', () => {
  const waiting = { outbox: [{ id: 'closed/C1-1.0', attempt: 0, message: RESULT }], redriveAt: OPENS };

  test('is sent again under the next attempt, and cleared', async () => {
    const queued: unknown[] = [];
    const { ports } = makeWorld();
    const queue = {
      ...ports.queue,
      enqueueMessages: async (messages: readonly { readonly deduplicationId: string }[]) => {
        queued.push(...messages.map(({ deduplicationId }) => deduplicationId));
      },
    };
    await ports.rounds.create({ ...CLOSED, ...waiting });
    await makeProduct({ ...ports, queue }).runJob({ ...JOB, kind: 'round', id: 'C1-1' });
    expect(queued).toEqual(['C1-1/closed/C1-1.0#1']);
    expect(await ports.rounds.find(TENANT, 'C1-1')).toMatchObject({
      version: 2,
      outbox: [],
      state: 'closed',
    });
  });

  test('waits until its repair is due', async () => {
    const { ports, product } = makeWorld();
    await ports.rounds.create({ ...CLOSED, ...waiting, redriveAt: OPENS + 1 });
    await product.runJob({ ...JOB, kind: 'round', id: 'C1-1' });
    expect(ports.queue.messages('messages')).toEqual([]);
  });

  test('reaches the queue although five minutes of deduplication would swallow it under its old name', async () => {
    const { ports, product } = makeWorld();
    await haveTeam(ports, aTeam({ due: NEXT }));
    await ports.queue.enqueueMessages([
      { message: RESULT, tenant: TENANT, lane: 'now', deduplicationId: 'C1-1/closed/C1-1.0#0' },
    ]);
    const [lost] = ports.queue.receive('messages');
    ports.queue.delete('messages', lost?.receiptHandle ?? '');
    await ports.rounds.create({ ...CLOSED, ...waiting });
    await product.runJob({ ...JOB, kind: 'round', id: 'C1-1' });
    expect(ports.queue.messages('messages')).toHaveLength(1);
  });

  test('is sent before the work whose time has come as well', async () => {
    const { around, calls } = makeRecorder();
    const { ports, product } = makeWorld(around);
    const notice: Message = {
      kind: 'team-notice',
      tenant: TENANT,
      team: 'C1',
      lead: 0,
      round: 0,
      notice: 'channel-shared',
    };
    await haveTeam(ports, aTeam({ outbox: [{ id: 'old.0', attempt: 0, message: notice }], redriveAt: 0 }));
    await product.runJob(JOB);
    expect(calls.slice(0, 4)).toEqual([
      'teams.find',
      'teams.save',
      'queue.enqueueMessages',
      'teams.clearOutbox',
    ]);
    expect(calls.indexOf('rounds.create')).toBeGreaterThan(3);
    expect(await ports.teams.find(TENANT, 'C1')).toMatchObject({ currentRound: 'C1-1', outbox: [] });
  });

  test('is sent alone while the work’s own time is still to come', async () => {
    const { ports, product } = makeWorld();
    const message: Message = { kind: 'promise', tenant: TENANT, team: 'C1' };
    await haveTeam(ports, aTeam({ due: NEXT, outbox: [{ id: 's.0', attempt: 0, message }], redriveAt: 0 }));
    await product.runJob(JOB);
    expect(await ports.teams.find(TENANT, 'C1')).toMatchObject({ version: 2, due: NEXT, outbox: [] });
    expect(await ports.rounds.find(TENANT, 'C1-1')).toBeUndefined();
  });

  test('is nothing when there was nothing to say', async () => {
    const { around, calls } = makeRecorder();
    const { ports, product } = makeWorld(around);
    await ports.tenants.removed(TENANT, OPENS);
    await haveTeam(ports);
    await product.runJob(JOB);
    expect(calls).toContain('teams.save');
    expect(calls).not.toContain('queue.enqueueMessages');
    expect(calls).not.toContain('teams.clearOutbox');
  });

  test('stays there when the queue fails, and is looked at again two minutes later', async () => {
    const { ports, product } = makeWorld(async (name, apply) => {
      if (name === 'queue.enqueueMessages') throw new PortError('unreachable', 'timeout');
      return apply();
    });
    await ports.rounds.create({ ...CLOSED, ...waiting });
    await expect(product.runJob({ ...JOB, kind: 'round', id: 'C1-1' })).rejects.toThrow(PortError);
    expect(await ports.rounds.find(TENANT, 'C1-1')).toMatchObject({
      outbox: [{ id: 'closed/C1-1.0', attempt: 1 }],
      redriveAt: utc('2026-12-03T11:09:00Z'),
    });
  });
});

describe('parking', () => {
  test.each(['team', 'round', 'asks'] as const)(
    'takes a %s out of what is due, with the reason',
    async (kind) => {
      const { ports, product } = makeWorld();
      await haveTeam(ports);
      await ports.rounds.create({ ...CLOSED, id: 'C1', due: OPENS });
      await ports.batches.create({
        ...aTeam(),
        round: 'C1-1',
        people: [],
        last: true,
        closesAt: NEXT,
      });
      await product.parkJob({ ...JOB, kind }, 'timeout');
      const parked = { team: ports.teams, round: ports.rounds, asks: ports.batches };
      const found = await Promise.all(
        Object.entries(parked).map(async ([name, repository]) => [
          name,
          (await repository.find(TENANT, 'C1'))?.parked,
        ]),
      );
      expect(found.filter(([, reason]) => reason !== undefined)).toEqual([[kind, 'timeout']]);
      const due = await Promise.all(
        Array.from({ length: 10 }, (_, shard) => ports.dueIndex.due(shard, NEXT)),
      );
      expect(due.flatMap(({ jobs }) => jobs.map((job) => job.kind))).not.toContain(kind);
    },
  );
});

describe('a group', () => {
  test('is one aggregate of one kind in one tenant', () => {
    const jobs = [
      JOB,
      { ...JOB, kind: 'round' },
      { ...JOB, id: 'C2' },
      { ...JOB, tenant: 'slack:T2' },
    ] as const;
    expect(new Set(jobs.map(jobGroup)).size).toBe(4);
    expect(jobGroup({ ...JOB, due: NEXT })).toBe(jobGroup(JOB));
  });
});

describe('messages on their way', () => {
  test('that were handed over are gone from the outbox', async () => {
    const { ports, product } = makeWorld();
    populate(ports, 4);
    await haveTeam(ports);
    await product.runJob(JOB);
    expect(await ports.teams.find(TENANT, 'C1')).toMatchObject({ outbox: [] });
    expect(ports.queue.messages('messages')).toHaveLength(1);
    await workMinutes(product, 5);
    expect(ports.gateway.posted()).toHaveLength(1);
  });
});
