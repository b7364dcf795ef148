import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { makeBackOffice } from '../../src/app/back-office.ts';
import { PortError } from '../../src/shared/errors.ts';
import { hours } from '../../src/shared/time.ts';
import type { Job } from '../../src/work/job.ts';
import { seedOf } from '../support/full-run.ts';
import { rawRowsOf } from '../support/pulse-dump.ts';
import { nextOpening, openRounds, closeRounds, roundOf, submit } from '../support/pulse-round.ts';
import { WORLD_TENANT } from '../support/pulse-teams.ts';
import { makePulseWorld, NAMES, WORLD_POLICY } from '../support/pulse-world.ts';
import type { PulseWorld } from '../support/pulse-world.ts';
import { saidAt } from './played-round.ts';

/*
 * A worker can be paused for as long as it likes and then go on where it was, with all it had read, a key perhaps. By
 * then others have done its work and more: whatever it does now must change nothing.
 */

/** Teams, each of which has a sleeper that stops at another call. */
const TEAMS = 8;
const PEOPLE = 6;

interface Sleeper {
  readonly wake: () => void;
  /** Resolves when it has done what it still could; with whether it slept at all. */
  readonly gone: Promise<boolean>;
}

/** Begins a job and falls asleep before a call to the storage. */
const fallAsleep = (world: PulseWorld, job: Job, before: number): Sleeper => {
  let calls = 0;
  let slept = false;
  let wake: () => void = () => undefined;
  const morning = new Promise<void>((resolve) => {
    wake = resolve;
  });
  const sleepy = <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        return async (...args: readonly unknown[]): Promise<unknown> => {
          calls += 1;
          if (calls === before) {
            slept = true;
            await morning;
          }
          return Reflect.apply(member, target, args);
        };
      },
    });
  const { ports, tables } = world;
  const own = world.portsOver({ state: sleepy(tables.state), vault: sleepy(tables.vault) });
  const { runJob } = makeBackOffice({ ...own, queue: ports.queue }, WORLD_POLICY);
  const gone = runJob(job).catch((error: unknown) => {
    if (!(error instanceof PortError) || error.fault !== 'conflict') throw error;
  });
  return { wake, gone: gone.then(() => slept) };
};

let world: PulseWorld;

beforeEach(async () => {
  world = await makePulseWorld({ seed: seedOf('sleepers'), teams: TEAMS, people: PEOPLE });
}, 60_000);

afterEach(() => world.stop());

const everything = async () => ({
  state: await rawRowsOf(world.engine, NAMES.state),
  vault: await rawRowsOf(world.engine, NAMES.vault),
  chat: world.ports.gateway.posted(),
});

const answerAll = async (): Promise<void> => {
  for (const team of world.teams) {
    const round = await roundOf(world.ports, team);
    await Promise.all(team.people.map((person, place) => submit(world.desk, person, round, saidAt(place))));
  }
};

/** Wakes them up after all is done; answers with how many had slept, and what they changed. */
const wakeUp = async (sleepers: readonly Sleeper[]) => {
  world.ports.clock.advance(hours(1));
  await world.work();
  const before = await everything();
  for (const { wake } of sleepers) wake();
  const slept = await Promise.all(sleepers.map(({ gone }) => gone));
  world.ports.clock.advance(hours(1));
  await world.work();
  return { before, after: await everything(), slept: slept.filter((did) => did).length };
};

describe('a worker that slept until after the close', () => {
  test('opens nothing again', async () => {
    const due = await nextOpening(world);
    world.ports.clock.set(due);
    const sleepers = world.teams.map(({ id }, index) =>
      fallAsleep(world, { kind: 'team', tenant: WORLD_TENANT, id, due }, 1 + 3 * index),
    );
    await openRounds(world);
    await answerAll();
    await closeRounds(world);
    const { before, after, slept } = await wakeUp(sleepers);
    expect(slept).toBeGreaterThan(TEAMS / 2);
    expect(after).toEqual(before);
  }, 60_000);

  test('closes nothing again', async () => {
    await openRounds(world);
    await answerAll();
    const rounds = await Promise.all(world.teams.map((team) => roundOf(world.ports, team)));
    world.ports.clock.set(Math.max(...rounds.map(({ closesAt }) => closesAt)));
    const sleepers = rounds.map(({ id, closesAt }, index) =>
      fallAsleep(world, { kind: 'round', tenant: WORLD_TENANT, id, due: closesAt }, 1 + 6 * index),
    );
    await closeRounds(world);
    const { before, after, slept } = await wakeUp(sleepers);
    expect(slept).toBeGreaterThan(TEAMS / 2);
    expect(after).toEqual(before);
  }, 60_000);
});
