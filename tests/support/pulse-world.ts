import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { makeDynamoAskBatchRepository } from '../../adapters/dynamodb/ask-batch-repository.ts';
import { makeDynamoChannels } from '../../adapters/dynamodb/channels.ts';
import type { DynamoClient } from '../../adapters/dynamodb/client.ts';
import { makeDynamoComments } from '../../adapters/dynamodb/comments.ts';
import { createTables } from '../../adapters/dynamodb/create-tables.ts';
import { makeDynamoDeliveries } from '../../adapters/dynamodb/deliveries.ts';
import { makeDynamoDueIndex } from '../../adapters/dynamodb/due-index.ts';
import { makeDynamoErasureRepository } from '../../adapters/dynamodb/erasure-repository.ts';
import { makeDynamoHoldings } from '../../adapters/dynamodb/holdings.ts';
import { makeDynamoTable } from '../../adapters/dynamodb/dynamo-table.ts';
import type { DynamoTable } from '../../adapters/dynamodb/dynamo-table.ts';
import { makeDynamoLookRepository } from '../../adapters/dynamodb/look-repository.ts';
import { makeDynamoPeople } from '../../adapters/dynamodb/people.ts';
import { makeDynamoQuiet } from '../../adapters/dynamodb/quiet.ts';
import { makeDynamoRemovalRepository } from '../../adapters/dynamodb/removal-repository.ts';
import { makeDynamoRoundRepository } from '../../adapters/dynamodb/round-repository.ts';
import { askDeliveryRow, deliveryRow } from '../../adapters/dynamodb/table.ts';
import { makeDynamoSettingsRepository } from '../../adapters/dynamodb/settings-repository.ts';
import { makeDynamoTeamRepository } from '../../adapters/dynamodb/team-repository.ts';
import { makeDynamoTenants } from '../../adapters/dynamodb/tenants.ts';
import { makeDynamoVault } from '../../adapters/dynamodb/vault.ts';
import { makeMemoryChatGateway } from '../../adapters/memory/chat-gateway.ts';
import { makeSettableClock } from '../../adapters/memory/clock.ts';
import type { SettableClock } from '../../adapters/memory/clock.ts';
import { makeMemoryDirectory } from '../../adapters/memory/directory.ts';
import { makeMemoryLogger } from '../../adapters/memory/logger.ts';
import { makeMemoryQueue } from '../../adapters/memory/queue.ts';
import { makeSystemCalendar } from '../../adapters/system/calendar.ts';
import { makeSystemKeys } from '../../adapters/system/keys.ts';
import { makeDeliverHandler } from '../../functions/deliver-handler.ts';
import { guarded } from '../../functions/guarded.ts';
import { makeJobsHandler } from '../../functions/jobs-handler.ts';
import { drainBatch, postponeIn } from '../../playground/lambda/queue-function.ts';
import { makeBackOffice } from '../../src/app/back-office.ts';
import { makeFrontDesk } from '../../src/app/front-desk.ts';
import { makePost } from '../../src/app/post.ts';
import type { Policy, Ports } from '../../src/app.ts';
import type { Desk } from '../../src/desk/desk.ts';
import type { DueIndex } from '../../src/ports/due-index.ts';
import { InvariantError } from '../../src/shared/errors.ts';
import type { Instant } from '../../src/shared/time.ts';
import { makeTick } from '../../src/work/tick.ts';
import { aReleasedTenant } from './builders.ts';
import { makeChance } from './chance.ts';
import type { Chance } from './chance.ts';
import { startDynalite } from './dynalite.ts';
import type { LocalEngine } from './local-engine.ts';
import { makeTeams, WORLD_TENANT } from './pulse-teams.ts';
import type { WorldTeam } from './pulse-teams.ts';

/** Sunday, 29 November 2026: the teams of a world are set up, and its first rounds open on Tuesday. */
export const WORLD_BEGINS: Instant = Date.parse('2026-11-29T10:00:00Z');

export const WORLD_POLICY: Policy = { door: '/rahmen', allowPublicChannels: false };

export interface Tables {
  readonly state: DynamoTable;
  readonly vault: DynamoTable;
}

/** The product over real storage, with sinks in the place of chat, directory, queues, clock and log. */
export interface PulseWorld {
  readonly engine: LocalEngine;
  readonly client: DynamoClient;
  readonly tables: Tables;
  readonly ports: WorldPorts;
  /** The same ports over other tables, such as ones that fail. */
  readonly portsOver: (tables: Tables) => WorldPorts;
  readonly teams: readonly WorldTeam[];
  readonly chance: Chance;
  readonly desk: Desk;
  /** One tick, then both queues until nothing can be taken from them. */
  readonly work: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

export interface WorldOptions {
  readonly seed: string;
  /** How many teams, and how many people each asks. */
  readonly teams: number;
  readonly people: number;
  /** Exchanges ports before anything runs. */
  readonly wrap?: (ports: WorldPorts, storage: Tables & { readonly client: DynamoClient }) => WorldPorts;
}

const sinks = () => {
  const clock = makeSettableClock(WORLD_BEGINS);
  const queue = makeMemoryQueue(clock);
  return {
    clock,
    queue,
    logger: makeMemoryLogger(),
    directory: makeMemoryDirectory(),
    gateway: makeMemoryChatGateway(),
    calendar: makeSystemCalendar(),
  };
};

type Sinks = ReturnType<typeof sinks>;

export type WorldPorts = Ports & Sinks & { readonly dueIndex: DueIndex; readonly clock: SettableClock };

/** Real cryptography; only the luck is repeatable. */
const seeded = (chance: Chance) => {
  const keys = chance.stream('keys');
  const ids = chance.stream('ids');
  return {
    keys: { ...makeSystemKeys(), newKey: () => keys.bytes(32) },
    ids: { next: () => Buffer.from(ids.bytes(16)).toString('hex') },
  };
};

const assemble = ({ state, vault }: Tables, around: Sinks, { keys, ids }: ReturnType<typeof seeded>) => ({
  ...around,
  keys,
  teams: makeDynamoTeamRepository(state),
  rounds: makeDynamoRoundRepository(state),
  batches: makeDynamoAskBatchRepository(state),
  looks: makeDynamoLookRepository(state),
  settings: makeDynamoSettingsRepository(state),
  erasures: makeDynamoErasureRepository(state),
  removals: makeDynamoRemovalRepository(state),
  holdings: makeDynamoHoldings({ state, vault }),
  channels: makeDynamoChannels(state),
  people: makeDynamoPeople(state),
  tenants: makeDynamoTenants(state),
  comments: makeDynamoComments(state),
  dueIndex: makeDynamoDueIndex(state),
  deliveries: makeDynamoDeliveries({ table: state, rowOf: deliveryRow, ids }),
  askDeliveries: makeDynamoDeliveries({ table: vault, rowOf: askDeliveryRow, ids }),
  vault: makeDynamoVault(vault),
  quiet: makeDynamoQuiet(vault),
});

/** Patient, unlike the product's: on a busy machine a test must not see a timeout that nobody planned. */
const connect = ({ endpoint }: LocalEngine): DynamoClient => {
  const client = new DynamoDBClient({
    endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 3,
  });
  // It copies every request and answer for a logger that drops them: a tenth of the time of a world.
  client.middlewareStack.remove('loggerMiddleware');
  return {
    documents: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
    bounds: () => ({}),
  };
};

/** The functions behind the schedule and the queues, over these ports. */
export const handlersOf = (ports: WorldPorts) => {
  const { queue, logger } = ports;
  const postpone = postponeIn(queue);
  const tick = makeTick(ports);
  const office = makeBackOffice(ports, WORLD_POLICY);
  const deliver = makeDeliverHandler({ deliver: makePost(ports, WORLD_POLICY), postpone, logger });
  const jobs = makeJobsHandler({ ...office, postpone, logger });
  return {
    tick: guarded(logger, async () => {
      logger.info('tick', { count: await tick() });
    }),
    jobs: guarded(logger, (event: Parameters<typeof jobs>[0]) => jobs(event, () => 60_000)),
    messages: guarded(logger, (event: Parameters<typeof deliver>[0]) => deliver(event, () => 60_000)),
  };
};

/** One tick, then both queues, batch by batch, until nothing can be taken from them. */
export const workThrough = async (
  { clock, queue }: Pick<WorldPorts, 'clock' | 'queue'>,
  handlers: ReturnType<typeof handlersOf>,
): Promise<void> => {
  await handlers.tick();
  let received = 0;
  do {
    const now = clock.now();
    const due = await drainBatch(queue, 'jobs', { handler: handlers.jobs, now });
    const sent = await drainBatch(queue, 'messages', { handler: handlers.messages, now });
    received = due.received + sent.received;
  } while (received > 0);
};

export const NAMES = { state: 'state', vault: 'vault' } as const;

export const makePulseWorld = async (options: WorldOptions): Promise<PulseWorld> => {
  const chance = makeChance(options.seed);
  const engine = await startDynalite();
  const client = connect(engine);
  await createTables(client, NAMES);
  const tables = {
    state: makeDynamoTable(client, NAMES.state),
    vault: makeDynamoTable(client, NAMES.vault),
  };
  const around = sinks();
  const luck = seeded(chance);
  const wrap = options.wrap ?? ((ports: WorldPorts) => ports);
  const ports = wrap(assemble(tables, around, luck), { ...tables, client });
  const desk = makeFrontDesk(ports, WORLD_POLICY);
  const handlers = handlersOf(ports);
  const work = (): Promise<void> => workThrough(ports, handlers);
  await ports.settings.create(aReleasedTenant({ tenant: WORLD_TENANT, admins: [] }));
  const teams = await makeTeams({ desk, work, directory: around.directory, chance }, options);
  return {
    engine,
    client,
    tables,
    ports,
    portsOver: (others) => assemble(others, around, luck),
    teams,
    chance,
    desk,
    work,
    stop: async () => {
      client.documents.destroy();
      await engine.stop();
    },
  };
};

/** Nothing waits and nothing failed: what a world without planted faults must be like after its work. */
export const assertIdle = ({ ports }: PulseWorld): void => {
  const { queue, logger } = ports;
  const left = [...queue.messages('jobs'), ...queue.messages('messages')];
  const dead = [...queue.deadLetters('jobs'), ...queue.deadLetters('messages')];
  const faults = logger.lines().filter(({ level }) => level !== 'info');
  if (left.length + dead.length + faults.length > 0) {
    throw new InvariantError(`work is left: ${JSON.stringify({ left, dead, faults })}`);
  }
};
