import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Post } from '../../adapters/memory/chat-gateway.ts';
import type { RoundResult } from '../../src/pulse/result.ts';
import type { Round } from '../../src/pulse/round.ts';
import { tally } from '../../src/pulse/tally.ts';
import { InvariantError } from '../../src/shared/errors.ts';
import { isFullRun, seedOf } from '../support/full-run.ts';
import { dump } from '../support/pulse-dump.ts';
import type { Dump } from '../support/pulse-dump.ts';
import { nextOpening } from '../support/pulse-round.ts';
import type { Said } from '../support/pulse-round.ts';
import { WORLD_TENANT } from '../support/pulse-teams.ts';
import type { WorldTeam } from '../support/pulse-teams.ts';
import { makePulseWorld } from '../support/pulse-world.ts';
import type { PulseWorld } from '../support/pulse-world.ts';
import { makeRace, openTogether } from './closing-race.ts';
import type { Ledger, Workers } from './closing-race.ts';

const SEED = seedOf('close');
const TEAMS = 10;
const PEOPLE = 12;
const WAVES = isFullRun ? 50 : 4;

let world: PulseWorld;

beforeAll(async () => {
  world = await makePulseWorld({ seed: SEED, teams: TEAMS, people: PEOPLE });
}, 60_000);

afterAll(() => world.stop());

/** A round that was closed while people answered, and what each of them was told. */
interface Closed {
  readonly team: WorldTeam;
  readonly round: Round;
  readonly ledger: Ledger;
  readonly workers: readonly Workers[];
}

const playWave = async (wave: number): Promise<readonly Closed[]> => {
  const { ports, teams } = world;
  const chanceOf = (team: WorldTeam) => world.chance.stream(`${wave}/${team.id}`);
  const due = await nextOpening(world);
  ports.clock.set(due);
  const rounds = await Promise.all(
    teams.map(async (team) => {
      const job = { kind: 'team' as const, tenant: WORLD_TENANT, id: team.id, due };
      return { team, ...(await openTogether(world, job, chanceOf(team).stream('open'))) };
    }),
  );
  await world.work();
  const races = rounds.map(({ team, round, workers }) => ({
    team,
    round,
    workers,
    race: makeRace(world, { round, people: team.people, chance: chanceOf(team).stream('close') }),
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

/** What the answers that were acknowledged add up to; everybody comments, so one page holds all texts. */
const modelOf = ({ items }: Round, said: readonly Said[]): RoundResult =>
  tally({
    items,
    answers: said.map(({ marks, comment }) => ({
      marks: Object.fromEntries(items.map(({ id }, index) => [id, marks[index] ?? 'cannot-say'])),
      comment,
    })),
    commentPages: 1,
    guarded: false,
  });

const storedComments = async ({ id }: Round): Promise<readonly string[]> =>
  (await world.ports.comments.page({ tenant: WORLD_TENANT, round: id }, 0)) ?? [];

/** No two comments are alike, so that each counted answer can be told from the others. */
const judge = async ({ round, ledger }: Closed, { vault }: Dump) => {
  const stored = await world.ports.rounds.find(WORLD_TENANT, round.id);
  if (stored?.result === undefined) throw new InvariantError('a closed round has no result');
  const said = [...ledger.acknowledged.values()];
  const told = said.flatMap(({ comment }) => comment ?? []);
  const counted = await storedComments(round);
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
    missingTombs: PEOPLE + 1 - tombs.length,
  };
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

const postsTo = (chat: readonly Post[], places: readonly string[]): number =>
  chat.filter(({ to }) => places.includes(to)).length;

test('every answer that was acknowledged before the seal is counted, no other one is, and nothing is left', async () => {
  const started = performance.now();
  const closed: Closed[] = [];
  const verdicts: Awaited<ReturnType<typeof judge>>[] = [];
  for (let wave = 0; wave < WAVES; wave += 1) {
    const rounds = await playWave(wave);
    const found = await dump(world);
    for (const round of rounds) verdicts.push(await judge(round, found));
    closed.push(...rounds);
  }
  const { chat } = await dump(world);
  const workers = closed.flatMap((one) => one.workers);
  const figures = {
    rounds: closed.length,
    acknowledged: sum(closed.map(({ ledger }) => ledger.acknowledged.size)),
    acknowledgedDuringClose: sum(closed.map(({ ledger }) => ledger.acknowledgedLate)),
    refusedLate: sum(closed.map(({ ledger }) => ledger.refused)),
    crashes: sum(workers.map(({ crashes }) => crashes)),
    runs: sum(workers.map(({ runs }) => runs)),
    reached: sum(verdicts.map(({ reached }) => reached)),
    resultsPosted:
      postsTo(
        chat,
        world.teams.map(({ home }) => home),
      ) - TEAMS,
  };
  const faults = {
    wrongCounts: sum(verdicts.map(({ wrongCounts }) => wrongCounts)),
    lost: sum(verdicts.map(({ lost }) => lost)),
    unacknowledged: sum(verdicts.map(({ unacknowledged }) => unacknowledged)),
    notClosed: sum(verdicts.map(({ notClosed }) => notClosed)),
    answersLeft: sum(verdicts.map(({ answersLeft }) => answersLeft)),
    keysLeft: sum(verdicts.map(({ keysLeft }) => keysLeft)),
    otherRowsLeft: sum(verdicts.map(({ otherRowsLeft }) => otherRowsLeft)),
    missingTombs: sum(verdicts.map(({ missingTombs }) => missingTombs)),
    resultsMissingOrTwice: sum(world.teams.map(({ home }) => Math.abs(postsTo(chat, [home]) - 1 - WAVES))),
    copiesMissingOrTwice: sum(
      world.teams.flatMap(({ leads }) => leads.map((lead) => Math.abs(postsTo(chat, [lead]) - WAVES))),
    ),
    asksMissingOrTwice: sum(
      world.teams.flatMap(({ people }) => people.map((person) => Math.abs(postsTo(chat, [person]) - WAVES))),
    ),
  };
  const seconds = Math.round((performance.now() - started) / 1000);
  console.info(`close: seed ${SEED}, ${seconds} s, ${JSON.stringify(figures)}, ${JSON.stringify(faults)}`);
  expect(Object.values(faults)).toEqual(Object.values(faults).map(() => 0));
  expect(figures.refusedLate).toBeGreaterThan(figures.rounds);
  expect(figures.acknowledgedDuringClose).toBeGreaterThan(0);
  expect(figures.crashes).toBeGreaterThan(figures.rounds / 2);
}, 1_200_000);
