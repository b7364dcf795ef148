import { setTimeout as pause } from 'node:timers/promises';
import type { PersonRef } from '../../src/chat/identity.ts';
import { makeBackOffice } from '../../src/app/back-office.ts';
import { makeFrontDesk } from '../../src/app/front-desk.ts';
import { InvariantError, PortError } from '../../src/shared/errors.ts';
import { minutes } from '../../src/shared/time.ts';
import { WORDS_FROM } from '../../src/pulse/results/gates.ts';
import type { Round } from '../../src/pulse/round.ts';
import type { Vault } from '../../src/ports/vault.ts';
import type { Job } from '../../src/work/job.ts';
import { Crash, makeMortalWorker } from '../support/crash.ts';
import type { Chance } from '../support/chance.ts';
import { aComment, someMarks, submit, wasAcknowledged } from '../support/pulse-round.ts';
import type { Said } from '../support/pulse-round.ts';
import { WORLD_POLICY } from '../support/pulse-world.ts';
import type { PulseWorld, WorldPorts } from '../support/pulse-world.ts';

/** How far a close is, as somebody else can see it. */
const PHASES = ['closing', 'sealed', 'counted', 'key destroyed', 'emptied', 'closed'] as const;
type Phase = (typeof PHASES)[number];

/** Lets writers wait until a close is that far. */
const makeProgress = () => {
  const resolvers = new Map<Phase, () => void>();
  const reached = new Map(
    PHASES.map((phase) => [phase, new Promise<void>((resolve) => resolvers.set(phase, resolve))]),
  );
  return {
    tell: (phase: Phase): void => resolvers.get(phase)?.(),
    until: (phase: Phase): Promise<void> => reached.get(phase) ?? Promise.resolve(),
    over: (): void => PHASES.forEach((phase) => resolvers.get(phase)?.()),
  };
};

type Progress = ReturnType<typeof makeProgress>;

const phaseOf = ({ state, result }: Round): Phase => {
  if (state === 'closed') return 'closed';
  return result === undefined ? 'closing' : 'counted';
};

/** The same ports, telling how far the close is. */
const watched = (ports: WorldPorts, progress: Progress): WorldPorts => {
  const telling = async <Value>(phase: Phase, step: Promise<Value>): Promise<Value> => {
    const value = await step;
    progress.tell(phase);
    return value;
  };
  const { vault, rounds } = ports;
  return {
    ...ports,
    vault: {
      ...vault,
      seal: (...args) => telling('sealed', vault.seal(...args)),
      destroyKey: (...args) => telling('key destroyed', vault.destroyKey(...args)),
      empty: (...args) => telling('emptied', vault.empty(...args)),
    },
    rounds: {
      ...rounds,
      save: async (round) => {
        await rounds.save(round);
        progress.tell(phaseOf(round));
      },
    },
  };
};

export interface Workers {
  crashes: number;
  runs: number;
}

/** More calls than most openings and closes of so many people make, so that some workers live. */
const callsOf = (people: number): number => 30 + 3.5 * people;

/** After so many runs nothing crashes any more, and the work must end. */
const MORTAL_RUNS = 4;
const MOST_RUNS = 12;

interface Together {
  readonly chance: Chance;
  readonly people: number;
  readonly done: () => Promise<boolean>;
  readonly progress?: Progress;
}

/**
 * Does a job with two workers at once that die at a random call, until `isDone`. What the dead left is picked up by the
 * next two, two minutes later.
 */
const workTogether = async (
  world: PulseWorld,
  job: Job,
  { chance, people, done, progress }: Together,
): Promise<Workers> => {
  const workers = { crashes: 0, runs: 0 };
  const one = async (): Promise<void> => {
    const mortal = workers.runs <= MORTAL_RUNS && chance.happens(0.85);
    const plan = { call: 1 + chance.below(callsOf(people)), when: chance.pick(['before', 'after'] as const) };
    const worker = makeMortalWorker(mortal ? plan : undefined);
    const { tables, ports } = world;
    const own = world.portsOver({ state: worker.wrap(tables.state), vault: worker.wrap(tables.vault) });
    const seen = progress === undefined ? own : watched(own, progress);
    const office = {
      ...seen,
      queue: worker.wrap(ports.queue),
      keys: worker.wrap(ports.keys),
      directory: worker.wrap(ports.directory),
    };
    const { runJob } = makeBackOffice(office, WORLD_POLICY);
    try {
      await runJob(job);
    } catch (error) {
      const expected = error instanceof Crash || (error instanceof PortError && error.fault === 'conflict');
      if (!expected) throw error;
    }
    if (worker.isDead()) workers.crashes += 1;
  };
  while (!(await done())) {
    if (workers.runs >= MOST_RUNS) throw new InvariantError(`not done after ${MOST_RUNS} runs`);
    if (workers.runs > 0) world.ports.clock.advance(minutes(2));
    workers.runs += 1;
    const outcomes = await Promise.allSettled([one(), one()]);
    for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  }
  return workers;
};

export const openTogether = async (
  world: PulseWorld,
  job: Job,
  { chance, people }: Pick<Together, 'chance' | 'people'>,
): Promise<{ readonly round: Round; readonly workers: Workers }> => {
  const { teams, rounds } = world.ports;
  const opened = async (): Promise<Round | undefined> => {
    const team = await teams.find(job.tenant, job.id);
    if (team?.due === undefined || team.due <= job.due || team.currentRound === undefined) return undefined;
    return rounds.find(job.tenant, team.currentRound);
  };
  const done = async (): Promise<boolean> => (await opened()) !== undefined;
  const workers = await workTogether(world, job, { chance, people, done });
  const round = await opened();
  if (round === undefined) throw new InvariantError('opened, but there is no round');
  return { round, workers };
};

/** What the test knows: what each person was told last. */
export interface Ledger {
  readonly acknowledged: Map<PersonRef, Said>;
  acknowledgedLate: number;
  refused: number;
}

type Habit = 'silent' | 'early' | 'racing' | 'holding' | 'changing while holding' | 'too late';
const HABITS: readonly Habit[] = [
  'silent',
  'early',
  'early',
  'early',
  'racing',
  'racing',
  'racing',
  'holding',
  'holding',
  'changing while holding',
  'changing while holding',
  'too late',
];

const IN_TIME: readonly Habit[] = ['early', 'changing while holding'];

interface Writing {
  readonly world: PulseWorld;
  readonly round: Round;
  readonly ledger: Ledger;
  readonly chance: Chance;
}

const makeWriter = ({ world, round, ledger, chance }: Writing) => {
  /** Somebody who has read the key and waits before writing. */
  const deskHolding = (hold: () => Promise<void>) => {
    const { vault } = world.ports;
    const answer: Vault['answer'] = async (...args) => {
      await hold();
      return vault.answer(...args);
    };
    return makeFrontDesk({ ...world.ports, vault: { ...vault, answer } }, WORLD_POLICY);
  };
  return async (person: PersonRef, hold?: () => Promise<void>): Promise<void> => {
    // In every other round nobody is without an opinion, so that distributions are kept and can be compared.
    const marks = someMarks(chance, round.items).map((mark) =>
      mark === 'cannot-say' && round.number % 2 === 0 ? 3 : mark,
    );
    const said = { marks, comment: aComment(chance, 60) };
    const desk = hold === undefined ? world.desk : deskHolding(hold);
    if (!wasAcknowledged(await submit(desk, person, round, said))) ledger.refused += 1;
    else {
      ledger.acknowledged.set(person, said);
      if (world.ports.clock.now() >= round.closesAt) ledger.acknowledgedLate += 1;
    }
  };
};

/** One round whose people write by habit, some of them while two mortal workers close it. */
export const makeRace = (world: PulseWorld, { round, people, chance }: RaceOptions) => {
  const progress = makeProgress();
  const ledger: Ledger = { acknowledged: new Map(), acknowledgedLate: 0, refused: 0 };
  const write = makeWriter({ world, round, ledger, chance });
  // Five are there in time, so that the round ends when it is due: what stays open longer is raced in the unit tests.
  const habits = people.map((person, index) => ({
    person,
    habit: chance.pick(index < WORDS_FROM ? IN_TIME : HABITS),
  }));
  const those = (...wanted: readonly Habit[]) =>
    habits.filter(({ habit }) => wanted.includes(habit)).map(({ person }) => person);

  const hold = async (person: PersonRef): Promise<void> => {
    const phase = chance.happens(0.4) ? 'closing' : chance.pick(PHASES);
    const moment = chance.below(6);
    await write(person, async () => {
      await progress.until(phase);
      await pause(moment);
    });
  };
  const rush = async (person: PersonRef): Promise<void> => {
    const moment = chance.below(25);
    await progress.until('closing');
    await pause(moment);
    await write(person);
  };
  const isClosed = async (): Promise<boolean> => {
    const found = await world.ports.rounds.find(round.tenant, round.id);
    return found?.state === 'closed' && found.outbox.length === 0;
  };

  return {
    ledger,
    /** While the round is open. */
    early: async (): Promise<void> => {
      for (const person of those('early', 'changing while holding')) await write(person);
    },
    /** Once the clock shows the close. */
    close: async (): Promise<Workers> => {
      const writing = [...those('holding', 'changing while holding').map(hold), ...those('racing').map(rush)];
      const job = { kind: 'round' as const, tenant: round.tenant, id: round.id, due: round.closesAt };
      const workers = await workTogether(world, job, {
        chance,
        people: people.length,
        done: isClosed,
        progress,
      });
      progress.over();
      await Promise.all(writing);
      for (const person of those('too late')) await write(person);
      return workers;
    },
  };
};

interface RaceOptions {
  readonly round: Round;
  readonly people: readonly PersonRef[];
  readonly chance: Chance;
}
