import { describe, expect, test } from '@jest/globals';
import type { TenantRef } from '../../../src/chat/identity.ts';
import type { DueIndex } from '../../../src/ports/due-index.ts';
import { PortError } from '../../../src/shared/errors.ts';
import { spread } from '../../../src/shared/hash.ts';
import type { Job } from '../../../src/work/job.ts';
import { makeTick } from '../../../src/work/tick.ts';
import { aTeam, NEXT, OPENS, TENANT } from '../../support/builders.ts';
import { makeRecorder } from '../../support/intercept.ts';
import {
  haveTeam,
  led,
  makeMemoryPorts,
  makeProduct,
  populate,
  workMinutes,
} from '../../support/memory-world.ts';

const makeWorld = async (teams: number, due = OPENS) => {
  const ports = makeMemoryPorts(OPENS);
  for (let index = 0; index < teams; index += 1) {
    const tenant: TenantRef = index % 2 === 0 ? TENANT : 'msteams:T2';
    await haveTeam(ports, aTeam({ tenant, id: `C${index}`, due }));
  }
  const { around, calls } = makeRecorder();
  const queued: Job[] = [];
  const queue = {
    ...ports.queue,
    enqueueJobs: async (jobs: readonly Job[]) => {
      queued.push(...jobs);
    },
  };
  return { ports, calls, queued, tick: makeTick(led({ ...ports, queue }, around)) };
};

describe('a tick', () => {
  test('queues a job for everything that is due, in every tenant, whatever its shard', async () => {
    const { tick, queued } = await makeWorld(40);
    expect(await tick()).toBe(40);
    expect(new Set(queued.map(({ id }) => id)).size).toBe(40);
    expect(queued).toContainEqual({ kind: 'team', tenant: 'msteams:T2', id: 'C39', due: OPENS });
  });

  test('follows the pages of a shard', async () => {
    const { tick, queued } = await makeWorld(1500);
    expect(await tick()).toBe(1500);
    expect(new Set(queued.map(({ id }) => id)).size).toBe(1500);
  });

  test('queues nothing that is due later', async () => {
    const { ports, tick, queued } = await makeWorld(5, OPENS + 1);
    expect(await tick()).toBe(0);
    expect(queued).toEqual([]);
    ports.clock.advance(1);
    expect(await tick()).toBe(5);
  });

  test('finds what missed ticks left behind', async () => {
    const { ports, tick } = await makeWorld(12);
    ports.clock.advance(6 * 3_600_000);
    expect(await tick()).toBe(12);
  });

  test('that fails at one shard queues all others, and then says so', async () => {
    const { ports, queued } = await makeWorld(40);
    const dueIndex: DueIndex = {
      due: (shard, until, next) => {
        if (shard === 3) throw new PortError('unreachable', 'shard-3');
        return ports.dueIndex.due(shard, until, next);
      },
    };
    const queue = {
      ...ports.queue,
      enqueueJobs: async (jobs: readonly Job[]) => {
        queued.push(...jobs);
      },
    };
    await expect(makeTick({ ...ports, dueIndex, queue })()).rejects.toThrow('shard-3');
    const shards = new Set(queued.map(({ id }) => spread(id, 10)));
    expect([...shards].sort((a, b) => a - b)).toEqual([0, 1, 2, 4, 5, 6, 7, 8, 9]);
  });

  test('writes nothing', async () => {
    const { tick, calls } = await makeWorld(12);
    await tick();
    expect(new Set(calls)).toEqual(new Set(['dueIndex.due', 'queue.enqueueJobs']));
  });
});

describe('six hours without a tick', () => {
  test('end with each round opened once and every ask sent once', async () => {
    const ports = makeMemoryPorts(OPENS + 6 * 3_600_000);
    const people = populate(ports, 6);
    await haveTeam(ports);
    await workMinutes(makeProduct(ports), 8);
    expect(
      ports.gateway
        .posted()
        .map(({ to }) => to)
        .sort(),
    ).toEqual(people);
    expect(await ports.teams.find(TENANT, 'C1')).toMatchObject({
      nextOpening: { instant: NEXT },
      currentRound: 'C1-1',
    });
  });
});
