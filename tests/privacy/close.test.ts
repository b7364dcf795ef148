import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import type { Post } from '../../adapters/memory/chat-gateway.ts';
import { COMMENTS_A_PAGE } from '../../src/ports/comments.ts';
import type { RoundResult } from '../../src/pulse/results/result.ts';
import type { Round } from '../../src/pulse/round.ts';
import { tally } from '../../src/pulse/results/tally.ts';
import { InvariantError } from '../../src/shared/errors.ts';
import { isFullRun, seedOf } from '../support/full-run.ts';
import { dump } from '../support/pulse-dump.ts';
import type { Dump } from '../support/pulse-dump.ts';
import { nextOpening } from '../support/pulse-round.ts';
import type { Said } from '../support/pulse-round.ts';
import { WORLD_TENANT } from '../support/pulse-teams.ts';
import type { WorldTeam } from '../support/pulse-teams.ts';
import { makePulseWorld } from '../support/pulse-world.ts';
import { textsOf } from '../support/comment-texts.ts';
import type { PulseWorld } from '../support/pulse-world.ts';
import { makeRace, openTogether } from './closing-race.ts';
import type { Ledger, Workers } from './closing-race.ts';

const SEED = seedOf('close');

interface Course {
  readonly teams: number;
  readonly people: number;
  readonly waves: number;
}

/** A round that was closed while people answered, and what each of them was told. */
interface Closed {
  readonly team: WorldTeam;
  readonly round: Round;
  readonly ledger: Ledger;
  readonly workers: readonly Workers[];
}

const playWave = async (world: PulseWorld, wave: number): Promise<readonly Closed[]> => {
  const { ports, teams } = world;
  const chanceFor = ({ id, people }: WorldTeam, what: string) => ({
    chance: world.chance.stream(`${wave}/${id}/${what}`),
    people: people.length,
  });
  const due = await nextOpening(world);
  ports.clock.set(due);
  const rounds = await Promise.all(
    teams.map(async (team) => {
      const job = { kind: 'team' as const, tenant: WORLD_TENANT, id: team.id, due };
      return { team, ...(await openTogether(world, job, chanceFor(team, 'open'))) };
    }),
  );
  await world.work();
  const races = rounds.map(({ team, round, workers }) => ({
    team,
    round,
    workers,
    race: makeRace(world, { ...chanceFor(team, 'close'), round, people: team.people }),
  }));
  await Promise.all(races.map(({ race }) => race.early()));
  ports.clock.set(Math.max(...rounds.map(({ round }) => round.closesAt)));
  const closed = await Promise.all(
    races.map(async ({ team, round, workers, race }) => ({
      team,
      round,
      ledger: race.ledger,
      workers: [workers, await race.close()],
    })),
  );
  await world.work();
  return closed;
};

/** What the answers that were acknowledged add up to; everybody comments. */
const modelOf = ({ items }: Round, said: readonly Said[]): RoundResult =>
  tally({
    items,
    answers: said.map(({ marks, comment }) => ({
      marks: Object.fromEntries(items.map(({ id }, index) => [id, marks[index] ?? 'cannot-say'])),
      comment,
    })),
    commentPages: Math.ceil(said.length / COMMENTS_A_PAGE),
    guarded: false,
  });

const storedComments = async ({ ports }: PulseWorld, { id, result }: Round): Promise<readonly string[]> => {
  const pages = result?.reached === true ? result.commentPages : 0;
  const found = Array.from({ length: pages }, (_, page) =>
    ports.comments.page({ tenant: WORLD_TENANT, round: id }, page),
  );
  return (await Promise.all(found)).flatMap(textsOf);
};

/** No two comments are alike, so that each counted answer can be told from the others. */
const judge = async (world: PulseWorld, { round, team, ledger }: Closed, { vault }: Dump) => {
  const stored = await world.ports.rounds.find(WORLD_TENANT, round.id);
  if (stored?.result === undefined) throw new InvariantError('a closed round has no result');
  const said = [...ledger.acknowledged.values()];
  const told = said.flatMap(({ comment }) => comment ?? []);
  const counted = await storedComments(world, stored);
  const rows = vault.filter(({ pk }) => String(pk).endsWith(`#ROUND#${round.id}`));
  const tombs = rows.filter((row) => Object.keys(row).sort().join() === 'pk,sealed,sk,ttl');
  return {
    wrongCounts: isDeepStrictEqual(stored.result, modelOf(round, said)) ? 0 : 1,
    reached: stored.result.reached ? 1 : 0,
    lost: stored.result.reached ? told.filter((text) => !counted.includes(text)).length : 0,
    unacknowledged: counted.filter((text) => !told.includes(text)).length,
    notClosed: stored.state === 'closed' ? 0 : 1,
    answersLeft: rows.filter((row) => 'answer' in row).length,
    keysLeft: rows.filter((row) => 'key' in row || 'head' in row).length,
    otherRowsLeft: rows.length - tombs.length,
    missingTombs: team.people.length + 1 - tombs.length,
  };
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

const postsTo = (chat: readonly Post[], place: string): number =>
  chat.filter(({ to }) => to === place).length;

const figuresOf = (closed: readonly Closed[]) => {
  const workers = closed.flatMap((one) => one.workers);
  return {
    rounds: closed.length,
    acknowledged: sum(closed.map(({ ledger }) => ledger.acknowledged.size)),
    acknowledgedDuringClose: sum(closed.map(({ ledger }) => ledger.acknowledgedLate)),
    refusedLate: sum(closed.map(({ ledger }) => ledger.refused)),
    crashes: sum(workers.map(({ crashes }) => crashes)),
    runs: sum(workers.map(({ runs }) => runs)),
  };
};

type Verdict = Awaited<ReturnType<typeof judge>>;

/** Messages that are missing or stand there twice. */
const postFaults = ({ teams }: PulseWorld, chat: readonly Post[], waves: number) => {
  const missingOrTwice = (places: readonly string[], wanted: number): number =>
    sum(places.map((place) => Math.abs(postsTo(chat, place) - wanted)));
  return {
    // The channel has the promise as well.
    results: missingOrTwice(
      teams.map(({ home }) => home),
      1 + waves,
    ),
    copies: missingOrTwice(
      teams.flatMap(({ leads }) => leads),
      waves,
    ),
    asks: missingOrTwice(
      teams.flatMap(({ people }) => people),
      waves,
    ),
  };
};

/** Plays and closes rounds in a world of its own; prints the figures and answers with them and with every fault. */
const run = async ({ teams, people, waves }: Course) => {
  const started = performance.now();
  const world = await makePulseWorld({ seed: `${SEED}/${people}`, teams, people });
  try {
    const closed: Closed[] = [];
    const verdicts: Verdict[] = [];
    for (let wave = 0; wave < waves; wave += 1) {
      const rounds = await playWave(world, wave);
      const found = await dump(world);
      for (const round of rounds) verdicts.push(await judge(world, round, found));
      closed.push(...rounds);
    }
    const total = (figure: keyof Verdict): number => sum(verdicts.map((verdict) => verdict[figure]));
    const { chat } = await dump(world);
    const figures = { ...figuresOf(closed), reached: total('reached') };
    const faults = {
      wrongCounts: total('wrongCounts'),
      lost: total('lost'),
      unacknowledged: total('unacknowledged'),
      notClosed: total('notClosed'),
      answersLeft: total('answersLeft'),
      keysLeft: total('keysLeft'),
      otherRowsLeft: total('otherRowsLeft'),
      missingTombs: total('missingTombs'),
      ...postFaults(world, chat, waves),
    };
    const seconds = Math.round((performance.now() - started) / 1000);
    const line = [`seed ${SEED}`, `${people} people`, `${seconds} s`, JSON.stringify({ figures, faults })];
    console.info(`close: ${line.join(', ')}`);
    return { figures, faults };
  } finally {
    await world.stop();
  }
};

describe('every answer acknowledged before the seal is counted, no other is, nothing is left', () => {
  test('in rounds of twelve', async () => {
    const { figures, faults } = await run({ teams: 10, people: 12, waves: isFullRun ? 50 : 2 });
    expect(Object.values(faults)).toEqual(Object.values(faults).map(() => 0));
    expect(figures.refusedLate).toBeGreaterThan(figures.rounds);
    expect(figures.acknowledgedDuringClose).toBeGreaterThan(figures.rounds);
    expect(figures.crashes).toBeGreaterThan(figures.rounds);
  }, 1_200_000);

  test('in rounds so big that every step takes several pages', async () => {
    const { figures, faults } = await run({ teams: 1, people: 260, waves: isFullRun ? 10 : 1 });
    expect(Object.values(faults)).toEqual(Object.values(faults).map(() => 0));
    expect(figures.acknowledgedDuringClose).toBeGreaterThan(0);
    expect(figures.crashes).toBeGreaterThan(0);
  }, 600_000);
});
