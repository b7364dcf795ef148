import { makeMemoryAggregateRepository } from '../../adapters/memory/aggregate-repository.ts';
import { makeMemoryChannels } from '../../adapters/memory/channels.ts';
import { makeMemoryChatGateway } from '../../adapters/memory/chat-gateway.ts';
import { makeSettableClock } from '../../adapters/memory/clock.ts';
import { makeMemoryComments } from '../../adapters/memory/comments.ts';
import { makeMemoryDeliveries } from '../../adapters/memory/deliveries.ts';
import { makeMemoryDirectory } from '../../adapters/memory/directory.ts';
import { makeMemoryDueIndex } from '../../adapters/memory/due-index.ts';
import { makeMemoryHoldings } from '../../adapters/memory/holdings.ts';
import { makeMemoryLogger } from '../../adapters/memory/logger.ts';
import { makeMemoryPeople } from '../../adapters/memory/people.ts';
import { makeMemoryQueue } from '../../adapters/memory/queue.ts';
import type { QueueName } from '../../adapters/memory/queue.ts';
import { makeMemoryQuiet } from '../../adapters/memory/quiet.ts';
import { makeMemoryTenants } from '../../adapters/memory/tenants.ts';
import { makeMemoryVault } from '../../adapters/memory/vault.ts';
import { makeSystemCalendar } from '../../adapters/system/calendar.ts';
import { makeSystemKeys } from '../../adapters/system/keys.ts';
import { decodeJob, decodeMessage } from '../../functions/bodies.ts';
import { makeBackOffice } from '../../src/app/back-office.ts';
import { makeFrontDesk } from '../../src/app/front-desk.ts';
import { makePost } from '../../src/app/post.ts';
import type { Policy } from '../../src/app.ts';
import { idIn } from '../../src/chat/identity.ts';
import type { PersonRef } from '../../src/chat/identity.ts';
import type { Settings } from '../../src/admin/settings.ts';
import type { Erasure } from '../../src/mine/erasure.ts';
import type { Profile } from '../../src/people/person.ts';
import type { AskBatch } from '../../src/pulse/asks/ask-batch.ts';
import type { Look } from '../../src/pulse/asks/look.ts';
import type { Round } from '../../src/pulse/round.ts';
import type { Removal } from '../../src/retention/removal.ts';
import type { Instant } from '../../src/shared/time.ts';
import { hours, minutes } from '../../src/shared/time.ts';
import type { Team } from '../../src/team/team.ts';
import { makeTick } from '../../src/work/tick.ts';
import { aChannel, aProfile, aReleasedTenant, aTeam } from './builders.ts';
import { intercepted } from './intercept.ts';
import type { Around } from './intercept.ts';

/**
 * Every port in memory, with what tests need to look inside. Memory stores at once: the release stands when this is back.
 */
export const makeMemoryPorts = (now: Instant, release: Settings | undefined = aReleasedTenant()) => {
  const clock = makeSettableClock(now);
  const dueIndex = makeMemoryDueIndex();
  const askDeliveries = makeMemoryDeliveries();
  const settings = makeMemoryAggregateRepository<Settings>('settings', dueIndex, clock);
  if (release !== undefined) void settings.create(release);
  const aggregates = {
    teams: makeMemoryAggregateRepository<Team>('team', dueIndex, clock),
    rounds: makeMemoryAggregateRepository<Round>('round', dueIndex, clock),
    batches: makeMemoryAggregateRepository<AskBatch>('asks', dueIndex, clock),
    looks: makeMemoryAggregateRepository<Look>('look', dueIndex, clock),
    erasures: makeMemoryAggregateRepository<Erasure>('erasure', dueIndex, clock),
    settings,
  };
  const stores = {
    vault: makeMemoryVault(askDeliveries),
    deliveries: makeMemoryDeliveries(clock),
    comments: makeMemoryComments(clock),
    channels: makeMemoryChannels(clock),
    people: makeMemoryPeople(),
  };
  return {
    clock,
    dueIndex,
    askDeliveries,
    ...aggregates,
    ...stores,
    removals: makeMemoryAggregateRepository<Removal>('removal', dueIndex, clock),
    holdings: makeMemoryHoldings({
      aggregates: Object.values(aggregates),
      stores: [...Object.values(stores), askDeliveries],
      deliveries: stores.deliveries,
    }),
    quiet: makeMemoryQuiet(),
    tenants: makeMemoryTenants(),
    directory: makeMemoryDirectory(),
    gateway: makeMemoryChatGateway(),
    queue: makeMemoryQueue(clock),
    calendar: makeSystemCalendar(),
    logger: makeMemoryLogger(),
    // One key for all rounds of a world, so that two worlds can be compared byte by byte.
    keys: { ...makeSystemKeys(), newKey: () => new Uint8Array(32).fill(7) },
  };
};

export type MemoryPorts = ReturnType<typeof makeMemoryPorts>;

export const led = (ports: MemoryPorts, around: Around): MemoryPorts => ({
  ...ports,
  teams: intercepted(ports.teams, 'teams', around),
  rounds: intercepted(ports.rounds, 'rounds', around),
  batches: intercepted(ports.batches, 'batches', around),
  looks: intercepted(ports.looks, 'looks', around),
  settings: intercepted(ports.settings, 'settings', around),
  erasures: intercepted(ports.erasures, 'erasures', around),
  removals: intercepted(ports.removals, 'removals', around),
  holdings: intercepted(ports.holdings, 'holdings', around),
  vault: intercepted(ports.vault, 'vault', around),
  deliveries: intercepted(ports.deliveries, 'deliveries', around),
  askDeliveries: intercepted(ports.askDeliveries, 'askDeliveries', around),
  quiet: intercepted(ports.quiet, 'quiet', around),
  comments: intercepted(ports.comments, 'comments', around),
  channels: intercepted(ports.channels, 'channels', around),
  people: intercepted(ports.people, 'people', around),
  tenants: intercepted(ports.tenants, 'tenants', around),
  directory: intercepted(ports.directory, 'directory', around),
  gateway: intercepted(ports.gateway, 'gateway', around),
  queue: intercepted(ports.queue, 'queue', around),
  dueIndex: intercepted(ports.dueIndex, 'dueIndex', around),
});

const POLICY: Policy = { door: '/rahmen', allowPublicChannels: false, contact: 'help@example.com' };

/** The product over these ports; every call it makes goes through `around`. */
export const makeProduct = (ports: MemoryPorts, around?: Around, policy = POLICY) => {
  const seen = around === undefined ? ports : led(ports, around);
  return {
    ports,
    desk: makeFrontDesk(seen, policy),
    ...makeBackOffice(seen, policy),
    deliver: makePost(seen, policy),
    tick: makeTick(seen),
  };
};

export type Product = ReturnType<typeof makeProduct>;

const handlers = ({ runJob, deliver }: Product) => ({
  jobs: (body: string) => runJob(decodeJob(body)),
  messages: (body: string) => deliver(decodeMessage(body)),
});

/** Takes one entry from a queue; what fails comes again a minute later. Answers whether there was one. */
const workOff = async (product: Product, queue: QueueName): Promise<boolean> => {
  const { queue: queues } = product.ports;
  const [received] = queues.receive(queue, 1);
  if (received === undefined) return false;
  try {
    await handlers(product)[queue](received.body);
    queues.delete(queue, received.receiptHandle);
  } catch {
    queues.changeVisibility(queue, received.receiptHandle, 60);
  }
  return true;
};

/** One minute of the product's life: a tick, then both queues until nothing is to be had. */
export const workAMinute = async (product: Product): Promise<void> => {
  await product.tick().catch(() => undefined);
  while ((await workOff(product, 'jobs')) || (await workOff(product, 'messages')));
  product.ports.clock.advance(minutes(1));
};

export const workMinutes = async (product: Product, count: number): Promise<void> => {
  for (let minute = 0; minute < count; minute += 1) await workAMinute(product);
};

/** Minutes until nothing waits in a queue any more, an hour at most. */
export const workUntilQuiet = async (product: Product): Promise<void> => {
  const { queue, clock } = product.ports;
  const end = clock.now() + hours(1);
  do await workAMinute(product);
  while (clock.now() < end && queue.messages('jobs').length + queue.messages('messages').length > 0);
};

/** A team past settling: its leads are noted. */
export const haveTeam = async ({ teams, people }: MemoryPorts, team = aTeam()): Promise<void> => {
  const strangers = team.leads.map((person) => aProfile(idIn(person)));
  await people.remember(strangers);
  for (const lead of team.leads) await people.lead(lead, team.id);
  await teams.create(team);
};

/** The team's channel with LEAD, P1 … P`count` and whoever else; everybody is known to the platform. */
export const populate = (
  { directory }: MemoryPorts,
  count: number,
  others: readonly Profile[] = [],
): readonly PersonRef[] => {
  const people = Array.from({ length: count }, (_, index) => aProfile(`P${index + 1}`));
  const everybody = [aProfile('LEAD'), ...people, ...others];
  for (const profile of everybody) directory.setPerson(profile);
  directory.setChannel(
    aChannel(),
    everybody.map(({ person }) => person),
  );
  return people.map(({ person }) => person);
};
