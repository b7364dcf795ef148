import type { PersonRef } from '../../src/chat/identity.ts';
import { plain } from '../../src/chat/text.ts';
import type { Round } from '../../src/pulse/round.ts';
import { InvariantError } from '../../src/shared/errors.ts';
import { hours } from '../../src/shared/time.ts';
import type { Chance } from '../support/chance.ts';
import { dump, rawRowsOf } from '../support/pulse-dump.ts';
import type { Row } from '../support/pulse-dump.ts';
import {
  aComment,
  closeRounds,
  look,
  openRounds,
  roundOf,
  someMarks,
  submit,
  wasAcknowledged,
} from '../support/pulse-round.ts';
import { actorOf } from '../support/pulse-teams.ts';
import type { WorldTeam } from '../support/pulse-teams.ts';
import { assertIdle, makePulseWorld, NAMES } from '../support/pulse-world.ts';
import type { PulseWorld } from '../support/pulse-world.ts';
import type { Click, Evidence, Restore } from './attackers/attacker.ts';
import { leaking } from './leaks.ts';
import type { Leak, LeakOf } from './leaks.ts';

/** Moments of a round between which something happens. */
const MOMENTS = 20;

/** Who wrote what: known to the referee alone. */
export interface Truth {
  /** In the order of the published comments. */
  readonly authors: readonly PersonRef[];
  readonly answered: ReadonlySet<PersonRef>;
}

export interface Played {
  /** The fault that was planted in this team's product. */
  readonly leak: Leak | undefined;
  readonly evidence: Evidence;
  readonly truth: Truth;
  /** Half of the roster answered, so that whether somebody did is an open question; else everybody did. */
  readonly half: boolean;
}

export interface GameOptions {
  readonly seed: string;
  readonly teams: number;
  readonly people: number;
  readonly waves: number;
  /** Plants a fault in the product for each of the first teams. */
  readonly leaks?: readonly Leak[];
  /** In which rounds half of the roster answers; else everybody does. */
  readonly isHalf: (wave: number, leak: Leak | undefined) => boolean;
}

/** Rows that did not change are one object in all copies. */
const makeCopies = (world: PulseWorld) => {
  const known = new Map<string, { readonly text: string; readonly row: Row }>();
  return async (table: string): Promise<Restore> => {
    const rows = new Map<string, Row>();
    for (const row of await rawRowsOf(world.engine, table)) {
      const key = `${table} ${String(row['pk']?.['S'])} ${String(row['sk']?.['S'])}`;
      const text = JSON.stringify(row);
      const old = known.get(key);
      const kept = old?.text === text ? old : { text, row };
      known.set(key, kept);
      rows.set(key, kept.row);
    }
    return { at: world.ports.clock.now(), rows };
  };
};

/** What the people of one round do, click by click. Where a fault is planted all who answer leave its trace. */
const makePlan = ({ chance, team, half, leaky }: Omit<Playing, 'world' | 'round'>) => {
  const people = chance.shuffled(team.people);
  const answering = new Set(half ? people.slice(0, people.length / 2) : people);
  const mayBeQuiet = half && !leaky ? [...answering].slice(2) : [];
  const quiet = new Set(mayBeQuiet.filter(() => chance.happens(0.15)));
  const more = Array.from({ length: MOMENTS - people.length }, () => chance.pick(people));
  return { answering, quiet, clicks: chance.shuffled([...people, ...more]) };
};

interface Playing {
  readonly world: PulseWorld;
  readonly team: WorldTeam;
  readonly round: Round;
  readonly half: boolean;
  readonly leaky: boolean;
  readonly chance: Chance;
}

/** One round in the making: what its people did so far, and who wrote what last. */
const startRound = ({ world, round, ...playing }: Playing) => {
  const { team, half, chance } = playing;
  const plan = makePlan(playing);
  const clicks: Click[] = [];
  const sent: Click[] = [];
  const texts = new Map<PersonRef, string>();

  const act = async (moment: number): Promise<void> => {
    const person = plan.clicks[moment];
    if (person === undefined) return;
    const at = world.ports.clock.now();
    clicks.push({ person, at });
    if (!plan.answering.has(person)) {
      await look(world.desk, person, round);
      return;
    }
    const comment = plan.quiet.has(person) ? undefined : aComment(chance);
    const said = { marks: someMarks(chance, round.items), comment };
    if (!wasAcknowledged(await submit(world.desk, person, round, said))) {
      throw new InvariantError('an answer in time was not taken');
    }
    sent.push({ person, at });
    if (comment !== undefined) texts.set(person, comment);
  };

  return { team, round, half, plan, clicks, sent, texts, act };
};

type Begun = ReturnType<typeof startRound>;

/** Reads the comments as a member of the team does. */
const readComments = async ({ desk }: PulseWorld, { team, round }: Begun): Promise<readonly string[]> => {
  const [person] = team.people;
  if (person === undefined) return [];
  const intent = { kind: 'comments' as const, round: round.id, page: 0 };
  const reply = await desk.handle({ kind: 'pressed', actor: actorOf(person), intent });
  const nodes = reply.kind === 'notice' ? reply.notice.nodes : [];
  return nodes.flatMap((node) => (node.kind === 'list' ? node.items.map(plain) : []));
};

const authorsOf = (texts: ReadonlyMap<PersonRef, string>, comments: readonly string[]) => {
  const author = new Map([...texts].map(([person, text]) => [text, person]));
  if (author.size !== texts.size || comments.length !== texts.size) {
    throw new InvariantError('the referee cannot tell the comments apart');
  }
  return comments.map((comment) => {
    const person = author.get(comment);
    if (person === undefined) throw new InvariantError('a comment that nobody wrote');
    return person;
  });
};

interface Wave {
  readonly begun: readonly Begun[];
  readonly restores: readonly Restore[];
  readonly withVault: readonly Restore[];
}

interface WaveOptions {
  readonly wave: number;
  readonly copy: ReturnType<typeof makeCopies>;
  /** Faults are planted; the vault is copied as well. */
  readonly leaky: boolean;
  readonly isHalf: (wave: number, team: WorldTeam) => boolean;
}

const playWave = async (world: PulseWorld, { wave, copy, leaky, isHalf }: WaveOptions): Promise<Wave> => {
  const { ports, teams, chance } = world;
  await openRounds(world);
  const begun = await Promise.all(
    teams.map(async (team) =>
      startRound({
        world,
        team,
        round: await roundOf(ports, team),
        half: isHalf(wave, team),
        leaky,
        chance: chance.stream(`${wave}/${team.id}`),
      }),
    ),
  );
  const restores: Restore[] = [];
  const withVault: Restore[] = [];
  const copyAll = async (): Promise<void> => {
    const state = await copy(NAMES.state);
    restores.push(state);
    if (!leaky) return;
    const vault = await copy(NAMES.vault);
    withVault.push({ ...state, rows: new Map([...state.rows, ...vault.rows]) });
  };
  const closesAt = Math.min(...begun.map(({ round }) => round.closesAt));
  const pace = (closesAt - ports.clock.now() - hours(1)) / (MOMENTS + 1);
  await copyAll();
  for (let moment = 0; moment < MOMENTS; moment += 1) {
    ports.clock.advance(Math.round(pace * (0.1 + 0.9 * chance.next())));
    await Promise.all(begun.map(({ act }) => act(moment)));
    await copyAll();
  }
  await closeRounds(world);
  assertIdle(world);
  return { begun, restores, withVault };
};

/** Hands over what attackers may see of every round, once all of them are over. */
const handOver = async (
  world: PulseWorld,
  waves: readonly Wave[],
  leakOf: LeakOf,
): Promise<readonly Played[]> => {
  const all = await dump(world);
  const played: Played[] = [];
  const before = new Map<string, NonNullable<Evidence['before']>>();
  for (const { begun, restores, withVault } of waves) {
    for (const one of begun) {
      const { team, round, half, plan, clicks, sent, texts } = one;
      const comments = await readComments(world, one);
      const authors = authorsOf(texts, comments);
      const evidence = {
        round: round.id,
        opensAt: round.opensAt,
        closesAt: round.closesAt,
        roster: [...team.people].sort(),
        answers: plan.answering.size,
        comments,
        dump: all,
        clicks,
        sent,
        restores: leakOf(team.id) === 'vault backed up' ? withVault : restores,
        before: before.get(team.id),
      };
      before.set(team.id, { evidence, authors });
      played.push({ leak: leakOf(team.id), evidence, truth: { authors, answered: plan.answering }, half });
    }
  }
  return played;
};

/** Plays rounds in a world of its own. */
export const play = async ({ leaks, isHalf, ...options }: GameOptions): Promise<readonly Played[]> => {
  const planted = new Map<string, Leak>();
  const leakOf: LeakOf = (team) => planted.get(team);
  const world = await makePulseWorld({
    ...options,
    ...(leaks === undefined ? {} : { wrap: leaking(leakOf) }),
  });
  try {
    for (const [index, leak] of (leaks ?? []).entries()) planted.set(world.teams[index]?.id ?? '', leak);
    const copy = makeCopies(world);
    const waves: Wave[] = [];
    for (let wave = 0; wave < options.waves; wave += 1) {
      waves.push(
        await playWave(world, {
          wave,
          copy,
          leaky: leaks !== undefined,
          isHalf: (number, team) => isHalf(number, leakOf(team.id)),
        }),
      );
    }
    return await handOver(world, waves, leakOf);
  } finally {
    await world.stop();
  }
};
