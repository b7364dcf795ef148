import type { PersonRef } from '../../src/chat/identity.ts';
import type { Round } from '../../src/pulse/round.ts';
import { InvariantError } from '../../src/shared/errors.ts';
import { hours } from '../../src/shared/time.ts';
import { makeChance } from '../support/chance.ts';
import { dump, rawRowsOf } from '../support/pulse-dump.ts';
import type { Dump, RawRow } from '../support/pulse-dump.ts';
import {
  aComment,
  closeRounds,
  look,
  openRounds,
  roundOf,
  submit,
  wasAcknowledged,
} from '../support/pulse-round.ts';
import type { Said } from '../support/pulse-round.ts';
import type { WorldTeam } from '../support/pulse-teams.ts';
import { assertIdle, makePulseWorld, NAMES } from '../support/pulse-world.ts';
import type { PulseWorld, WorldPorts } from '../support/pulse-world.ts';

/** Somebody of the roster, by place, says something so many hours after the opening; or only looks at the form. */
export interface Act {
  readonly place: number;
  readonly after: number;
  readonly said?: Said;
}

/** All there is at one moment, tables as the engine writes them. */
export interface Stage {
  readonly state: readonly RawRow[];
  readonly vault: readonly RawRow[];
  readonly all: Dump;
  /** Every job and message that was ever put into a queue. */
  readonly enqueued: readonly string[];
}

export interface PlayedRound {
  readonly world: PulseWorld;
  readonly team: WorldTeam;
  /** As it was opened. */
  readonly round: Round;
  /** In the order of ids, as the roster is. */
  readonly roster: readonly PersonRef[];
  /** Asked, and nobody has answered yet; after every act; after the close. */
  readonly asked: Stage;
  readonly moments: readonly Stage[];
  readonly closed: Stage;
}

export const ROSTER = 8;

const SEED = 'traces';

/** What the person at a place says in every version of the round. */
export const saidAt = (place: number): Said => {
  const chance = makeChance(`${SEED}/said/${place}`);
  const marks = [0, 1, 2].map(() => chance.pick([1, 2, 3, 4, 5] as const));
  return { marks, comment: `canary-${place} ${aComment(chance, 80)}` };
};

const recording = (enqueued: string[]) => (ports: WorldPorts) => ({
  ...ports,
  queue: {
    ...ports.queue,
    enqueueJobs: (jobs: Parameters<typeof ports.queue.enqueueJobs>[0]) => {
      enqueued.push(...jobs.map((job) => JSON.stringify(job)));
      return ports.queue.enqueueJobs(jobs);
    },
    enqueueMessages: (messages: Parameters<typeof ports.queue.enqueueMessages>[0]) => {
      enqueued.push(...messages.map((message) => JSON.stringify(message)));
      return ports.queue.enqueueMessages(messages);
    },
  },
});

/** The same people, keys and ids every time: what differs between two played rounds is what their people did. */
export const playRound = async (acts: readonly Act[]): Promise<PlayedRound> => {
  const enqueued: string[] = [];
  const world = await makePulseWorld({ seed: SEED, teams: 1, people: ROSTER, wrap: recording(enqueued) });
  const { engine, ports, desk } = world;
  const [team] = world.teams;
  if (team === undefined) throw new InvariantError('a world without a team');
  const stage = async (): Promise<Stage> => ({
    state: await rawRowsOf(engine, NAMES.state),
    vault: await rawRowsOf(engine, NAMES.vault),
    all: await dump(world),
    enqueued: [...enqueued],
  });
  await openRounds(world);
  const round = await roundOf(ports, team);
  const roster = [...team.people].sort();
  const asked = await stage();
  const moments: Stage[] = [];
  for (const { place, after, said } of acts) {
    const person = roster[place];
    if (person === undefined) throw new InvariantError('nobody has this place');
    ports.clock.set(round.opensAt + hours(after));
    if (said === undefined) await look(desk, person, round);
    else if (!wasAcknowledged(await submit(desk, person, round, said))) {
      throw new InvariantError('an answer in time was not taken');
    }
    moments.push(await stage());
  }
  await closeRounds(world);
  assertIdle(world);
  return { world, team, round, roster, asked, moments, closed: await stage() };
};
