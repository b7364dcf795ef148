import { describe, expect, test } from '@jest/globals';
import { PortError } from '../../../src/shared/errors.ts';
import { aChannel, OPENS, personRef, TENANT, utc } from '../../support/builders.ts';
import {
  haveTeam,
  makeMemoryPorts,
  makeProduct,
  populate,
  workMinutes,
  workUntilQuiet,
} from '../../support/memory-world.ts';

const LAST_ASK = utc('2026-12-10T10:07:00Z');
const ASKS = { kind: 'asks', tenant: TENANT, id: 'C1-1.0', due: OPENS } as const;

/** An open round whose asks were not sent yet. */
const makeWorld = async (people = 6) => {
  const ports = makeMemoryPorts(OPENS);
  const asked = populate(ports, people);
  await haveTeam(ports);
  const product = makeProduct(ports);
  await product.runJob({ kind: 'team', tenant: TENANT, id: 'C1', due: OPENS });
  return {
    ports,
    product,
    asked,
    batch: (page = 0) => ports.batches.find(TENANT, `C1-1.${page}`),
    messages: () => ports.queue.messages('messages').map(({ body }) => JSON.parse(body)),
    askedNow: () => ports.gateway.posted().map(({ to }) => to),
  };
};

describe('asks', () => {
  test('go to everybody on the roster, and to nobody else', async () => {
    const { product, asked, askedNow, batch } = await makeWorld();
    await workMinutes(product, 2);
    expect([...askedNow()].sort()).toEqual(asked);
    expect(await batch()).toMatchObject({ due: undefined, outbox: [] });
  });

  test('travel in ranges of twenty-five places, and name nobody', async () => {
    const { product, messages } = await makeWorld(60);
    await product.runJob(ASKS);
    expect(messages()).toEqual([
      { kind: 'asks', tenant: TENANT, batch: 'C1-1.0', from: 0, to: 25 },
      { kind: 'asks', tenant: TENANT, batch: 'C1-1.0', from: 25, to: 50 },
      { kind: 'asks', tenant: TENANT, batch: 'C1-1.0', from: 50, to: 60 },
    ]);
  });

  test('of a full batch fit its outbox', async () => {
    const { product, messages } = await makeWorld(251);
    await product.runJob(ASKS);
    expect(messages()).toHaveLength(10);
    await product.runJob({ ...ASKS, id: 'C1-1.1' });
    expect(messages()).toHaveLength(11);
  });

  test('are sent once, however often the job runs', async () => {
    const { product, askedNow } = await makeWorld();
    await Promise.all([product.runJob(ASKS), product.runJob(ASKS)]);
    await product.runJob(ASKS);
    await workUntilQuiet(product);
    await workMinutes(product, 7);
    expect(askedNow()).toHaveLength(6);
  });

  test('are still sent an hour before the close', async () => {
    const { ports, product, messages } = await makeWorld();
    ports.clock.set(LAST_ASK);
    await product.runJob(ASKS);
    expect(messages()).toHaveLength(1);
  });

  test('are not sent in the last hour, and not planned again', async () => {
    const { ports, product, messages, batch } = await makeWorld();
    ports.clock.set(utc('2026-12-10T10:07:01Z'));
    await product.runJob(ASKS);
    expect(messages()).toEqual([]);
    expect((await batch())?.due).toBeUndefined();
  });

  test('are not sent once the round is closing', async () => {
    const { ports, product, messages } = await makeWorld();
    const round = await ports.rounds.find(TENANT, 'C1-1');
    expect(round?.state).toBe('open');
    if (round !== undefined) {
      await ports.rounds.save({ ...round, version: 2, state: 'closing', history: [] });
    }
    await product.runJob(ASKS);
    expect(messages()).toEqual([]);
  });

  test('that were queued are not posted any more in the last hour', async () => {
    const { ports, product, askedNow } = await makeWorld();
    await product.runJob(ASKS);
    ports.clock.set(utc('2026-12-10T10:07:01Z'));
    await product.deliver({ kind: 'asks', tenant: TENANT, batch: 'C1-1.0', from: 0, to: 25 });
    expect(askedNow()).toEqual([]);
  });

  test('that were queued are not posted any more once the round has closed', async () => {
    const { ports, product, askedNow } = await makeWorld();
    await product.runJob(ASKS);
    await ports.tenants.removed(TENANT, OPENS);
    ports.clock.set(utc('2026-12-10T11:07:00Z'));
    await product.runJob({ kind: 'round', tenant: TENANT, id: 'C1-1', due: OPENS });
    await workUntilQuiet(product);
    expect(askedNow()).toEqual([]);
  });

  /** A batch whose round is not written, or never will be. */
  const haveOrphan = async ({ ports, batch }: Awaited<ReturnType<typeof makeWorld>>) => {
    const frozen = await batch();
    expect(frozen).toBeDefined();
    if (frozen !== undefined) await ports.batches.create({ ...frozen, id: 'C2-1.0', round: 'C2-1' });
    return { ...ASKS, id: 'C2-1.0' };
  };

  test.each([
    ['at first', OPENS],
    ['up to their last moment', LAST_ASK],
  ])('wait for their round to be written, %s', async (_, now) => {
    const world = await makeWorld();
    const job = await haveOrphan(world);
    world.ports.clock.set(now);
    await expect(world.product.runJob(job)).rejects.toThrow(PortError);
    expect(await world.ports.batches.find(TENANT, job.id)).toMatchObject({ due: OPENS });
  });

  test('of a round that never came end unsent after their last moment', async () => {
    const world = await makeWorld();
    const job = await haveOrphan(world);
    world.ports.clock.set(LAST_ASK + 1);
    await world.product.runJob(job);
    expect(world.messages()).toEqual([]);
    expect(await world.ports.batches.find(TENANT, job.id)).toMatchObject({ due: undefined, outbox: [] });
  });

  test('go to nobody who left the team since', async () => {
    const { ports, product, asked, askedNow } = await makeWorld();
    const stayed = asked.filter((person) => person !== personRef('P2'));
    ports.directory.setChannel(aChannel(), [personRef('LEAD'), ...stayed]);
    await product.desk.happened({ kind: 'left', person: personRef('P2'), conversation: 'slack:T1:C1' });
    await workMinutes(product, 2);
    expect([...askedNow()].sort()).toEqual(stayed);
    expect((await ports.vault.slots({ tenant: TENANT, round: 'C1-1' })).slots).toHaveLength(6);
  });
});
