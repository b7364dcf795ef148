import { describe, expect, test } from '@jest/globals';
import type { NotNow } from '../../src/chat/actions.ts';
import { idIn } from '../../src/chat/identity.ts';
import type { PersonRef } from '../../src/chat/identity.ts';
import type { Round } from '../../src/pulse/round.ts';
import { InvariantError } from '../../src/shared/errors.ts';
import { hours } from '../../src/shared/time.ts';
import { rawRowsOf } from '../support/pulse-dump.ts';
import type { RawRow } from '../support/pulse-dump.ts';
import { closeRounds, openRounds, roundOf, submit } from '../support/pulse-round.ts';
import { actorOf } from '../support/pulse-teams.ts';
import type { WorldTeam } from '../support/pulse-teams.ts';
import { assertIdle, makePulseWorld, NAMES } from '../support/pulse-world.ts';
import type { PulseWorld } from '../support/pulse-world.ts';
import { saidAt } from './played-round.ts';

/*
 * What people wish for in a round (now, away and back, later, not this round) leaves nothing behind: the same round, with
 * the same people, keys and answers, once with such wishes and once without.
 */

interface Stage {
  readonly state: readonly RawRow[];
  readonly vault: readonly RawRow[];
  readonly enqueued: readonly string[];
  readonly posted: readonly string[];
}

interface Played {
  readonly person: PersonRef;
  /** After every wish, and after what came of it. */
  readonly moments: readonly Stage[];
  readonly closed: Stage;
}

interface Scene {
  readonly world: PulseWorld;
  readonly round: Round;
  readonly type: (text: string) => Promise<void>;
  readonly press: (way: NotNow) => Promise<void>;
  /** Lets so many hours of the round pass. */
  readonly hour: (after: number) => Promise<void>;
}

const written = (value: unknown): string => JSON.stringify(value);

const stageOf = async ({ engine, ports }: PulseWorld, enqueued: readonly string[]): Promise<Stage> => ({
  state: await rawRowsOf(engine, NAMES.state),
  vault: await rawRowsOf(engine, NAMES.vault),
  enqueued: [...enqueued],
  posted: ports.gateway.posted().map(({ to }) => to),
});

const theTeam = ({ teams: [team] }: PulseWorld): WorldTeam => {
  if (team === undefined) throw new InvariantError('a world without a team');
  return team;
};

/** Everybody answers at the same times in every version; only the wishes of one person differ. */
const play = async (wishes: readonly ((scene: Scene) => Promise<void>)[]): Promise<Played> => {
  const enqueued: string[] = [];
  const world = await makePulseWorld({
    seed: 'wishes',
    teams: 1,
    people: 6,
    wrap: (ports) => ({
      ...ports,
      // A chat's names of messages are times; the sink's are numbers, and would count the posts to others.
      gateway: {
        ...ports.gateway,
        post: async (to, card) => ({ ...(await ports.gateway.post(to, card)), message: 'posted' }),
      },
      queue: {
        ...ports.queue,
        enqueueMessages: (messages) => {
          enqueued.push(...messages.map(written));
          return ports.queue.enqueueMessages(messages);
        },
      },
    }),
  });
  const { ports, desk, work } = world;
  const team = theTeam(world);
  const [person] = [...team.people].sort();
  if (person === undefined) throw new InvariantError('nobody is there');
  await openRounds(world);
  const round = await roundOf(ports, team);
  const actor = actorOf(person);
  const scene: Scene = {
    world,
    round,
    type: async (text) => {
      await desk.handle({ kind: 'typed', actor, conversation: team.home, text });
    },
    press: async (way) => {
      await desk.handle({ kind: 'pressed', actor, intent: { kind: 'not-now', way, round: round.id } });
    },
    hour: async (after) => {
      ports.clock.set(round.opensAt + hours(after));
      await work();
    },
  };
  const moments: Stage[] = [];
  for (const wish of wishes) {
    await wish(scene);
    moments.push(await stageOf(world, enqueued));
  }
  await scene.hour(100);
  for (const [place, one] of team.people.entries()) await submit(desk, one, round, saidAt(place));
  await closeRounds(world);
  assertIdle(world);
  const closed = await stageOf(world, enqueued);
  await world.stop();
  return { person, moments, closed };
};

const naming = ({ state }: Stage, person: PersonRef): string =>
  written(state.filter((row) => written(row).includes(idIn(person))));

/** Nothing wished, at the same moments. */
const idly = (times: number) => play(Array.from({ length: times }, () => async () => undefined));

describe('now', () => {
  test('stores, queues and posts nothing at all, at any moment', async () => {
    const wish = (text: string) => (scene: Scene) => scene.type(text);
    const [one, other] = await Promise.all([play([wish('now'), wish('puls jetzt'), wish('jetzt')]), idly(3)]);
    expect(one.moments).toEqual(other.moments);
    expect(written(one.closed)).toBe(written(other.closed));
  });
});

describe('away and back', () => {
  test('leave the tables as they were, and the queues and the chat', async () => {
    const [one, other] = await Promise.all([
      play([(scene) => scene.type('pause bis 31.12.'), (scene) => scene.type('back')]),
      idly(2),
    ]);
    expect(naming(one.moments[0] ?? one.closed, one.person)).toContain('2026-12-31');
    expect(written(one.moments[1])).toBe(written(other.moments[1]));
    expect(written(one.closed)).toBe(written(other.closed));
  });
});

describe('not this round', () => {
  test('stores, queues and posts nothing at all', async () => {
    const [one, other] = await Promise.all([
      play([(scene) => scene.press('not-this-round'), (scene) => scene.press('come-myself')]),
      idly(2),
    ]);
    expect(one.moments).toEqual(other.moments);
    expect(written(one.closed)).toBe(written(other.closed));
  });
});

describe('later', () => {
  const later = [
    (scene: Scene) => scene.press('later'),
    (scene: Scene) => scene.press('in-an-hour'),
    (scene: Scene) => scene.hour(2),
  ];
  const nothing = [async () => undefined, async () => undefined, (scene: Scene) => scene.hour(2)];

  test('names nobody in the state table while the round is open, and lies on a slot of the vault', async () => {
    const [one, other] = await Promise.all([play(later), play(nothing)]);
    for (const [index, moment] of one.moments.entries()) {
      const idle = other.moments[index] ?? other.closed;
      expect(naming(moment, one.person)).toBe(naming(idle, one.person));
    }
    const [, pressed, came] = one.moments;
    const more = (pressed?.state ?? []).filter(
      (row) => !(other.moments[1]?.state ?? []).some((theirs) => written(theirs) === written(row)),
    );
    expect(more).toHaveLength(1);
    expect(Object.keys(more[0] ?? {})).not.toContain('people');
    const marked = (pressed?.vault ?? []).filter((row) => 'later' in row);
    expect(marked).toHaveLength(1);
    expect(written(marked)).not.toContain(idIn(one.person));
    expect(came?.enqueued.filter((message) => message.includes('"later"'))).toHaveLength(1);
    expect(came?.enqueued.filter((message) => message.includes(idIn(one.person)))).toEqual([]);
  });

  test('leaves the same tables, byte by byte, once it has come, and after the close', async () => {
    const [one, other] = await Promise.all([play(later), play(nothing)]);
    expect(one.moments[2]?.posted).toHaveLength((other.moments[2]?.posted.length ?? 0) + 1);
    expect(written(one.moments[2]?.state)).toBe(written(other.moments[2]?.state));
    expect(written(one.closed.state)).toBe(written(other.closed.state));
    expect(written(one.closed.vault)).toBe(written(other.closed.vault));
  });

  test('taken back before its moment posts nothing and leaves nothing', async () => {
    const [one, other] = await Promise.all([
      play([...later.slice(0, 2), (scene) => scene.press('not-this-round'), (scene) => scene.hour(2)]),
      play([...nothing.slice(0, 2), async () => undefined, (scene) => scene.hour(2)]),
    ]);
    expect(written(one.moments[3]?.state)).toBe(written(other.moments[3]?.state));
    expect(written(one.moments[3]?.vault)).toBe(written(other.moments[3]?.vault));
    expect(one.closed.posted).toEqual(other.closed.posted);
    expect(written(one.closed.state)).toBe(written(other.closed.state));
  });
});

describe('who asks how', () => {
  test('leaves no trace in the plan of a round: on pause, by channel, by word or left for good, the roster is the same', async () => {
    const plan = async (text: string | undefined): Promise<string> => {
      const world = await makePulseWorld({ seed: 'wishes', teams: 1, people: 6 });
      const team = theTeam(world);
      const [person] = [...team.people].sort();
      if (person === undefined) throw new InvariantError('nobody is there');
      await openRounds(world);
      await closeRounds(world);
      if (text !== undefined) {
        await world.desk.handle({ kind: 'typed', actor: actorOf(person), conversation: team.home, text });
      }
      await openRounds(world);
      const rows = await rawRowsOf(world.engine, NAMES.state);
      await world.stop();
      return written(rows.filter((row) => row['sk']?.['S'] === 'ASKS'));
    };
    const untouched = await plan(undefined);
    expect(await plan('pause bis 31.1.')).toBe(untouched);
    expect(await plan('puls aus')).toBe(untouched);
  });
});
