import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makeChance } from '../support/chance.ts';
import { isFullRun, seedOf } from '../support/full-run.ts';
import type { Attacker } from './attackers/attacker.ts';
import { delivery } from './attackers/delivery.ts';
import { keySearch } from './attackers/key-search.ts';
import { orderAttackers } from './attackers/order.ts';
import { overlap } from './attackers/overlap.ts';
import { restore } from './attackers/restore.ts';
import { size } from './attackers/size.ts';
import { arrival, time } from './attackers/time.ts';
import { binomialInterval } from './binomial.ts';
import { play } from './game.ts';
import type { Played } from './game.ts';
import { LEAKS } from './leaks.ts';
import type { Leak } from './leaks.ts';

/*
 * The games: after everything is closed and published, who wrote a comment, and who answered at all? Attackers hold a
 * dump of every table, log and queue and every message ever sent. What roster and result alone allow is the baseline:
 * one of twelve, and one of two in rounds in which half of the roster answered. Who is right more often, or less, than
 * guessing explains has found something. Each attacker also plays against a product with a planted fault and must win.
 */

const SEED = seedOf('attackers');
const PEOPLE = 12;
const CONFIDENCE = 0.999;

const SIZE = isFullRun ? { worlds: 20, teams: 10, waves: 5 } : { worlds: 1, teams: 6, waves: 3 };

const ATTACKERS = [keySearch, ...orderAttackers, size, time, arrival, delivery, restore, overlap];

interface Score {
  readonly guesses: number;
  readonly hits: number;
}

interface Game {
  readonly name: string;
  readonly baseline: number;
  readonly play: (attacker: Attacker, round: Played) => Score;
}

const NOT_PLAYED: Score = { guesses: 0, hits: 0 };

const whoWrote: Game = {
  name: 'who wrote it',
  baseline: 1 / PEOPLE,
  play: ({ name, authors }, { evidence, truth }) => {
    const guesses = authors(evidence, makeChance(`${SEED}/${name}/${evidence.round}`));
    const right = guesses.filter((guess, place) => guess === truth.authors[place]);
    return { guesses: guesses.length, hits: right.length };
  },
};

const whoAnswered: Game = {
  name: 'who answered',
  baseline: 1 / 2,
  play: ({ name, answered }, { evidence, truth, half }) => {
    if (answered === undefined || !half) return NOT_PLAYED;
    const guesses = answered(evidence, makeChance(`${SEED}/${name}/${evidence.round}`));
    const right = evidence.roster.filter((person) => guesses.has(person) === truth.answered.has(person));
    return { guesses: evidence.roster.length, hits: right.length };
  },
};

const GAMES = [whoWrote, whoAnswered];

const sum = (scores: readonly Score[]): Score => ({
  guesses: scores.reduce((total, { guesses }) => total + guesses, 0),
  hits: scores.reduce((total, { hits }) => total + hits, 0),
});

/** Which fault an attacker must find in which game, and how often it must be right at least. */
interface Control {
  readonly game: Game;
  readonly attacker: string;
  readonly leak: Leak;
  readonly least: number;
}

const control = (game: Game, attacker: string, leak: Leak, least: number): Control => ({
  game,
  attacker,
  leak,
  least,
});

const CONTROLS: readonly Control[] = [
  control(whoWrote, 'key search', 'key and answers kept', 1),
  control(whoWrote, 'key search', 'key kept in a log', 0.4),
  control(whoWrote, 'order: roster', 'roster order', 0.4),
  control(whoWrote, 'order: rows', 'row order', 0.4),
  control(whoWrote, 'order: asks', 'roster order', 0.4),
  control(whoWrote, 'size', 'length kept', 0.6),
  control(whoWrote, 'time', 'createdAt', 0.9),
  control(whoWrote, 'time: arrival', 'arrival order', 0.4),
  control(whoWrote, 'delivery', 'traces per answer', 0.9),
  control(whoWrote, 'restore', 'vault backed up', 1),
  control(whoWrote, 'overlap', 'one key', 0.9),
  control(whoAnswered, 'key search', 'key and answers kept', 1),
  control(whoAnswered, 'size', 'traces per answer', 0.8),
  control(whoAnswered, 'time', 'createdAt', 0.8),
  control(whoAnswered, 'delivery', 'traces per answer', 0.9),
  control(whoAnswered, 'restore', 'vault backed up', 1),
];

const scoreOf = (game: Game, attacker: Attacker, rounds: readonly Played[]): Score =>
  sum(rounds.map((round) => game.play(attacker, round)));

const honest = new Map<string, Score>();
let planted: readonly Played[] = [];
let roundsPlayed = 0;

const honestScore = (game: Game, attacker: Attacker): Score =>
  honest.get(`${game.name}/${attacker.name}`) ?? NOT_PLAYED;

const playHonestly = async (): Promise<void> => {
  for (let world = 0; world < SIZE.worlds; world += 1) {
    const isHalf = (wave: number): boolean => wave % 3 === 0;
    const rounds = await play({ ...SIZE, seed: `${SEED}/${world}`, people: PEOPLE, isHalf });
    roundsPlayed += rounds.length;
    for (const game of GAMES) {
      for (const attacker of ATTACKERS) {
        const scores = sum([honestScore(game, attacker), scoreOf(game, attacker, rounds)]);
        honest.set(`${game.name}/${attacker.name}`, scores);
      }
    }
  }
};

const playWithFaults = (): Promise<readonly Played[]> =>
  play({
    seed: `${SEED}/faults`,
    teams: LEAKS.length,
    people: PEOPLE,
    waves: isFullRun ? 3 : 2,
    leaks: LEAKS,
    // What one round tells about the next shows best where the same people wrote in both.
    isHalf: (wave, leak) => leak !== 'one key' && wave !== 1,
  });

const controlScore = ({ game, attacker, leak }: Control): Score => {
  const played = planted.filter((round) => round.leak === leak);
  // The first round of a team has none before it.
  const rounds = attacker === 'overlap' ? played.filter(({ evidence }) => evidence.before) : played;
  return sum(ATTACKERS.filter(({ name }) => name === attacker).map((one) => scoreOf(game, one, rounds)));
};

const percent = (rate: number): string => `${(100 * rate).toFixed(1)} %`;
const rate = ({ guesses, hits }: Score): string => percent(hits / guesses);

const line = (cells: readonly string[]): string =>
  cells.map((cell, column) => cell.padEnd([14, 24, 9, 9, 10, 18][column] ?? 0)).join('');

/** What we publish. */
const table = (): string => {
  const rows = GAMES.flatMap((game) =>
    ATTACKERS.flatMap((attacker) => {
      const score = honestScore(game, attacker);
      if (score.guesses === 0) return [];
      const { from, to } = binomialInterval(score.guesses, game.baseline, CONFIDENCE);
      const controls = CONTROLS.filter((one) => one.game === game && one.attacker === attacker.name);
      return line([
        game.name,
        attacker.name,
        String(score.guesses),
        rate(score),
        percent(game.baseline),
        `${percent(from / score.guesses)} … ${percent(to / score.guesses)}`,
        controls.map((one) => `${one.leak}: ${rate(controlScore(one))}`).join(', '),
      ]);
    }),
  );
  const head = line(['game', 'attacker', 'guesses', 'hits', 'baseline', '99.9 % interval', 'with a fault']);
  return [`attackers: seed ${SEED}, ${roundsPlayed} rounds of ${PEOPLE}`, head, ...rows].join('\n');
};

beforeAll(async () => {
  planted = await playWithFaults();
  await playHonestly();
}, 3_600_000);

afterAll(() => {
  console.info(table());
});

describe.each(GAMES)('$name', (game) => {
  const trying = ATTACKERS.filter(({ answered }) => game === whoWrote || answered !== undefined);

  test.each(trying)('$name does no better and no worse than guessing', (attacker) => {
    const { guesses, hits } = honestScore(game, attacker);
    const { from, to } = binomialInterval(guesses, game.baseline, CONFIDENCE);
    expect(guesses).toBeGreaterThan(SIZE.worlds * SIZE.teams);
    expect(hits).toBeGreaterThanOrEqual(from);
    expect(hits).toBeLessThanOrEqual(to);
  });

  test.each(CONTROLS.filter((one) => one.game === game))('$attacker finds the fault "$leak"', (one) => {
    const score = controlScore(one);
    const { to } = binomialInterval(score.guesses, game.baseline, CONFIDENCE);
    expect(score.hits).toBeGreaterThan(to);
    expect(score.hits / score.guesses).toBeGreaterThanOrEqual(one.least);
  });
});

test('every attacker has found a fault', () => {
  const found = new Set(CONTROLS.map(({ attacker }) => attacker));
  const untested = ATTACKERS.filter(({ name }) => !found.has(name)).map(({ name }) => name);
  expect(untested).toEqual([]);
});
