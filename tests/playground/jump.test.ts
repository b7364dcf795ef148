import { describe, expect, it } from '@jest/globals';
import type { DueIndex } from '../../src/ports/due-index.ts';
import type { Job } from '../../src/work/job.ts';
import type { JumpParts } from '../../playground/time.ts';
import { jump, makeJumpingClock, nextDue } from '../../playground/time.ts';

const START = 1_000_000;
const MINUTE = 60_000;

const aJob = (id: string, due: number): Job => ({ kind: 'round', tenant: 'slack:T1', id, due });

/** A world where each job takes effect at its time and may plan another one. */
const aWorld = (plan: Job[], then: (job: Job) => Job[] = () => []) => {
  const clock = makeJumpingClock(() => START);
  const done: [id: string, at: number][] = [];
  let planned = plan;
  const parts: JumpParts = {
    clock,
    next: async () => [...planned].sort((a, b) => a.due - b.due)[0],
    tick: async () => {
      const due = planned.filter((job) => job.due <= clock.now());
      planned = planned.filter((job) => job.due > clock.now()).concat(due.flatMap(then));
      for (const { id } of due) done.push([id, clock.now() - START]);
    },
    drain: async () => undefined,
    waiting: () => false,
  };
  return { clock, parts, done };
};

describe('the playground’s clock', () => {
  it('runs with the wall’s, ahead of it, and never goes back', () => {
    let wall = START;
    const clock = makeJumpingClock(() => wall);
    clock.jumpTo(START + 5000);
    wall += 1000;
    expect(clock.now()).toBe(START + 6000);
    clock.jumpTo(START);
    expect(clock.now()).toBe(START + 6000);
  });
});

describe('a jump', () => {
  it('stops at every due moment on the way, and ends where it was told', async () => {
    const jobs = [aJob('b', START + 2000), aJob('a', START + 1000), aJob('far', START + 9000)];
    const { clock, parts, done } = aWorld(jobs, ({ id }) => (id === 'a' ? [aJob('c', START + 1500)] : []));
    expect(await jump(parts, START + 5000)).toBe(true);
    expect(done).toEqual([
      ['a', 1000],
      ['c', 1500],
      ['b', 2000],
    ]);
    expect(clock.now()).toBe(START + 5000);
  });

  it('does at once what is overdue, and everything that is due together', async () => {
    const { parts, done } = aWorld([aJob('late', START - MINUTE), aJob('x', START), aJob('y', START)]);
    expect(await jump(parts, START)).toBe(true);
    expect(done.map(([id]) => id)).toEqual(['late', 'x', 'y']);
  });

  it('gives what was put back its minutes', async () => {
    const { clock, parts } = aWorld([]);
    let tries = 0;
    const drain = async () => void (tries += 1);
    expect(await jump({ ...parts, drain, waiting: () => tries < 3 }, START)).toBe(true);
    expect(clock.now() - START).toBe(3 * MINUTE);
  });

  it('gives up when something due is never done', async () => {
    const { parts } = aWorld([aJob('stuck', START)], (job) => [job]);
    expect(await jump(parts, START + 5000)).toBe(false);
  });
});

describe('what is next', () => {
  it('is the earliest of all shards', async () => {
    const index: DueIndex = {
      due: async (shard) => ({ jobs: shard < 3 ? [aJob(`${shard}`, 300 - shard), aJob('later', 900)] : [] }),
    };
    expect(await nextDue(index)).toMatchObject({ id: '2', due: 298 });
    expect(await nextDue({ due: async () => ({ jobs: [] }) })).toBeUndefined();
  });
});
