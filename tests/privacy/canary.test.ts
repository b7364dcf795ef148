import { inspect } from 'node:util';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { makeServe } from '../../adapters/slack/serve.ts';
import { makeJsonLogger } from '../../adapters/system/logger.ts';
import type { Logger } from '../../src/ports/logger.ts';
import { makeFrontDesk } from '../../src/app/front-desk.ts';
import type { Card } from '../../src/chat/card.ts';
import type { Inbound } from '../../src/desk/inbound.ts';
import type { Reply } from '../../src/desk/reply.ts';
import { InvariantError } from '../../src/shared/errors.ts';
import { minutes } from '../../src/shared/time.ts';
import { makeChance } from '../support/chance.ts';
import { dump, rawRowsOf } from '../support/pulse-dump.ts';
import { roundOf, valuesOf } from '../support/pulse-round.ts';
import { actorOf, everySecondTuesday, formValues, makeUp, WORLD_TENANT } from '../support/pulse-teams.ts';
import type { WorldTeam } from '../support/pulse-teams.ts';
import {
  handlersOf,
  makePulseWorld,
  NAMES,
  WORLD_BEGINS,
  WORLD_POLICY,
  workThrough,
} from '../support/pulse-world.ts';
import type { PulseWorld, WorldPorts } from '../support/pulse-world.ts';
import { makeSaboteur } from './saboteur.ts';
import type { Saboteur } from './saboteur.ts';

/*
 * A team's whole life, from the set-up to the comments, over and over: each time other ports fail with errors that hold
 * one canary, while people write another one into their answers. Neither may come out anywhere.
 */

const FAULT = 'canary-fault-7f3a';
const TEXT = 'canary-text-51c8';
const PEOPLE = 5;

/** Few enough that no job fails often enough to be parked. */
const AT_ONCE = 4;

interface Stage {
  readonly world: PulseWorld;
  readonly saboteur: Saboteur;
  /** What comes out of the functions: log lines, what people are shown, what the runtime is told. */
  readonly out: string[];
  readonly ports: WorldPorts;
  readonly say: (inbound: Inbound) => Promise<Reply>;
  readonly work: () => Promise<void>;
}

const sabotaged = (ports: WorldPorts, { wrap }: Saboteur): WorldPorts => ({
  ...ports,
  teams: wrap('teams', ports.teams),
  rounds: wrap('rounds', ports.rounds),
  batches: wrap('batches', ports.batches),
  people: wrap('people', ports.people),
  tenants: wrap('tenants', ports.tenants),
  comments: wrap('comments', ports.comments),
  deliveries: wrap('deliveries', ports.deliveries),
  askDeliveries: wrap('askDeliveries', ports.askDeliveries),
  vault: wrap('vault', ports.vault),
  dueIndex: wrap('dueIndex', ports.dueIndex),
  queue: wrap('queue', ports.queue),
  keys: wrap('keys', ports.keys),
  calendar: wrap('calendar', ports.calendar),
  clock: wrap('clock', ports.clock),
  directory: wrap('directory', ports.directory),
  gateway: wrap('gateway', ports.gateway),
});

const both = (one: Logger, other: Logger): Logger => ({
  info: (...line) => [one, other].forEach((logger) => logger.info(...line)),
  warn: (...line) => [one, other].forEach((logger) => logger.warn(...line)),
  error: (...line) => [one, other].forEach((logger) => logger.error(...line)),
});

/** The functions as they are deployed, over ports that a saboteur has in hand. */
const setTheStage = async (): Promise<Stage> => {
  const world = await makePulseWorld({ seed: 'canary', teams: 0, people: 0 });
  const saboteur = makeSaboteur(FAULT);
  const out: string[] = [];
  const { state, vault } = world.tables;
  const tables = { state: saboteur.wrap('state', state), vault: saboteur.wrap('vault rows', vault) };
  const logger = {
    ...world.ports.logger,
    ...both(
      world.ports.logger,
      makeJsonLogger((line) => out.push(line)),
    ),
  };
  const ports = { ...sabotaged(world.portsOver(tables), saboteur), logger };
  const { tick, jobs, messages } = handlersOf(ports);
  const overheard =
    <Args extends readonly unknown[], Answer>(handler: (...args: Args) => Promise<Answer>) =>
    async (...args: Args): Promise<Answer> => {
      try {
        return await handler(...args);
      } catch (error) {
        out.push(inspect(error, { depth: 9 }));
        throw error;
      }
    };
  const handlers = { tick: overheard(tick), jobs: overheard(jobs), messages: overheard(messages) };
  const serve = makeServe({ desk: makeFrontDesk(ports, WORLD_POLICY), logger, answerWithin: 60_000 });

  const say = async (inbound: Inbound): Promise<Reply> => {
    for (let tries = 0; tries < 2 * AT_ONCE + 1; tries += 1) {
      const said: { reply?: Reply } = {};
      const presenter = {
        show: async (reply: Reply) => void (said.reply = reply),
        apologize: async (card: Card) => void out.push(JSON.stringify(card)),
      };
      await serve({ route: 'action', actor: inbound.actor, inbound, presenter });
      if (said.reply !== undefined) return said.reply;
    }
    throw new InvariantError('nothing but apologies');
  };
  const work = async (): Promise<void> => {
    world.ports.clock.advance(minutes(16));
    await workThrough(world.ports, handlers).catch(() => undefined);
  };
  return { world, saboteur, out, ports: world.ports, say, work };
};

/** Works until it is done, as often as faults and back-off make necessary. */
const workUntil = async ({ work }: Stage, isDone: () => boolean | Promise<boolean>): Promise<void> => {
  for (let turn = 0; !(await isDone()); turn += 1) {
    if (turn === 4 * AT_ONCE + 4) throw new InvariantError('the work never ends');
    await work();
  }
};

const answerWithCanary = async ({ say, ports }: Stage, team: WorldTeam): Promise<void> => {
  const round = await roundOf(ports, team);
  const intent = { kind: 'answer' as const, round: round.id };
  for (const [place, person] of team.people.entries()) {
    const actor = actorOf(person);
    const said = { marks: [1, 3, 5] as const, comment: `${TEXT} ${place}` };
    await say({ kind: 'pressed', actor, intent });
    await say({ kind: 'submitted', actor, nonce: 'form', intent, values: valuesOf(round.items, said) });
  }
  ports.clock.set(round.closesAt);
};

const liveThrough = async (stage: Stage, number: number): Promise<readonly Reply[]> => {
  const { ports, say } = stage;
  const { directory, gateway } = ports;
  const chance = makeChance(`canary/${number}`);
  const team = makeUp({ directory, chance }, PEOPLE);
  const [lead] = team.leads;
  const [person] = team.people;
  if (lead === undefined || person === undefined) throw new InvariantError('an empty team');
  const posts = (place: string): number => gateway.posted().filter(({ to }) => to === place).length;
  const here = { conversation: team.home };

  const form = await say({ kind: 'typed', actor: actorOf(lead), ...here, text: 'team' });
  const intent = { kind: 'set-up-team' as const, channel: team.id };
  const values = { ...formValues(form), ...everySecondTuesday(team.leads) };
  const sent = { kind: 'submitted' as const, actor: actorOf(lead), nonce: team.id };
  const preview = await say({ ...sent, intent, values });
  if (preview.kind !== 'form') throw new InvariantError('no preview');
  await say({ ...sent, intent: preview.form.intent, values: {} });
  for (const other of team.leads.slice(1)) {
    await say({ kind: 'pressed', actor: actorOf(other), intent: { kind: 'accept-lead', team: team.id } });
  }
  const settled = () => ports.teams.find(WORLD_TENANT, team.id);
  await workUntil(stage, async () => (await settled())?.promised === true);
  const opening = (await settled())?.nextOpening?.instant;
  ports.clock.set(opening ?? WORLD_BEGINS);
  await workUntil(stage, () => team.people.every((one) => posts(one) > 0));
  await answerWithCanary(stage, team);
  await workUntil(stage, () => team.leads.every((one) => posts(one) > 0));
  const round = await roundOf(ports, team);
  const comments = { kind: 'comments' as const, round: round.id, page: 0 };
  const actor = actorOf(person);
  const replies = [
    await say({ kind: 'pressed', actor, intent: comments }),
    await say({ kind: 'typed', actor, ...here, text: 'pulse result' }),
    await say({ kind: 'typed', actor, ...here, text: '' }),
  ];
  // The next team lives at a later time, to which this one has nothing to add.
  await ports.teams.park(WORLD_TENANT, team.id, 'over');
  return replies;
};

const chunks = <Value>(values: readonly Value[], size: number): readonly (readonly Value[])[] =>
  Array.from({ length: Math.ceil(values.length / size) }, (_, at) =>
    values.slice(at * size, (at + 1) * size),
  );

let stage: Stage;
const printed: string[] = [];
const shown: Reply[] = [];

beforeAll(async () => {
  const overhear = (...args: readonly unknown[]): void => void printed.push(inspect(args, { depth: 9 }));
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    jest.spyOn(console, method).mockImplementation(overhear);
  }
  stage = await setTheStage();
  await liveThrough(stage, 0);
  for (const [number, calls] of chunks(stage.saboteur.calls(), AT_ONCE).entries()) {
    stage.saboteur.plant(calls);
    shown.push(...(await liveThrough(stage, number + 1)));
  }
}, 120_000);

afterAll(async () => {
  jest.restoreAllMocks();
  await stage.world.stop();
});

test('every call of every port has failed twice, and every round was published all the same', () => {
  const { saboteur, out } = stage;
  expect(saboteur.calls().length).toBeGreaterThan(50);
  expect(saboteur.unmet()).toEqual([]);
  expect(out.filter((line) => line.includes('failed')).length).toBeGreaterThan(saboteur.calls().length);
});

test('what an error holds comes out nowhere: not in logs, not at the runtime, not before people', async () => {
  const { out, world } = stage;
  const everything = JSON.stringify([out, printed, shown, await dump(world)]);
  expect(everything).not.toContain(FAULT);
  expect(everything).toContain(TEXT);
});

test('what people write comes out nowhere but in the page of comments', async () => {
  const { out, world } = stage;
  const { state, vault, ...rest } = await dump(world);
  expect(JSON.stringify([out, printed, rest])).not.toContain(TEXT);
  expect(JSON.stringify(vault)).not.toContain(TEXT);
  const holding = state.filter((row) => JSON.stringify(row).includes(TEXT));
  expect(holding.length).toBeGreaterThan(10);
  expect(holding.filter(({ sk }) => sk !== 'COMMENTS#0')).toEqual([]);
});

test('nothing of it is left in the bytes of either table', async () => {
  const { world } = stage;
  for (const table of Object.values(NAMES)) {
    expect(JSON.stringify(await rawRowsOf(world.engine, table))).not.toContain(FAULT);
  }
});
