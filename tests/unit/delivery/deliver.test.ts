import { describe, expect, test } from '@jest/globals';
import { makeMemoryChatGateway } from '../../../adapters/memory/chat-gateway.ts';
import { makeSettableClock } from '../../../adapters/memory/clock.ts';
import { makeMemoryDeliveries } from '../../../adapters/memory/deliveries.ts';
import { makeMemoryLogger } from '../../../adapters/memory/logger.ts';
import { makeMemoryQuiet } from '../../../adapters/memory/quiet.ts';
import { makeSystemCalendar } from '../../../adapters/system/calendar.ts';
import type { PersonRef } from '../../../src/chat/identity.ts';
import { text } from '../../../src/chat/text.ts';
import { leaseUntil, makeDeliver } from '../../../src/delivery/deliver.ts';
import type { Message } from '../../../src/delivery/message.ts';
import type { Parcel } from '../../../src/delivery/parcel.ts';
import { makeQuietGate } from '../../../src/delivery/quiet-gate.ts';
import { PortError } from '../../../src/shared/errors.ts';
import { NEXT, OPENS, personRef, TENANT, utc } from '../../support/builders.ts';

const MESSAGE: Message = { kind: 'promise', tenant: TENANT, team: 'C1' };
const LIMITED = new PortError('rate-limited', 'ratelimited', { retryAfterSeconds: 30 });
const UNREACHABLE = new PortError('unreachable', 'timeout');
const REFUSED = new PortError('refused', 'is_archived');

const makeWorld = (
  recipients: readonly PersonRef[] = [personRef('P1')],
  differing: Pick<Parcel, 'notAfter' | 'withhold'> = {},
) => {
  const clock = makeSettableClock(OPENS);
  const gateway = makeMemoryChatGateway();
  const records = makeMemoryDeliveries();
  const logger = makeMemoryLogger();
  const followed: string[] = [];
  const settle = { works: true };
  const gate = makeQuietGate({ quiet: makeMemoryQuiet(), calendar: makeSystemCalendar(), clock });
  const deliver = makeDeliver({
    gateway,
    clock,
    logger,
    gate,
    parcels: async () =>
      recipients.map((to, index) => ({
        ref: { tenant: TENANT, aggregate: 'C1', key: `k${index}` },
        records: {
          ...records,
          settle: async (ref, message) => {
            if (!settle.works) throw new PortError('unreachable', 'storage');
            await records.settle(ref, message);
          },
        },
        forgetAt: NEXT,
        ...differing,
        to,
        reader: { subject: to, zone: 'Europe/Berlin' },
        card: { title: [text('Hallo')], nodes: [] },
        posted: async ({ message }) => void followed.push(`posted ${message}`),
        refused: async () => void followed.push('refused'),
      })),
  });
  return {
    clock,
    gateway,
    gate,
    records,
    settle,
    followed,
    deliver: (hasTime?: () => boolean) => deliver(MESSAGE, hasTime),
    receivers: () => gateway.posted().map(({ to }) => to),
    lines: () => logger.lines().map(({ level, event, fields }) => [level, event, fields.fault]),
  };
};

const failing = async (world: ReturnType<typeof makeWorld>, error: PortError): Promise<void> => {
  world.gateway.fail(personRef('P1'), error);
  await expect(world.deliver()).rejects.toBe(error);
};

describe('delivering', () => {
  test('posts once, and tells what follows every time', async () => {
    const world = makeWorld();
    await world.deliver();
    await world.deliver();
    expect(world.receivers()).toEqual([personRef('P1')]);
    expect(world.followed).toEqual(['posted 1', 'posted 1']);
    expect(world.lines()).toEqual([]);
  });

  test('by two workers at once is done by one, and the other comes again', async () => {
    const world = makeWorld();
    const [one, other] = await Promise.allSettled([world.deliver(), world.deliver()]);
    expect([one.status, other.status]).toEqual(['fulfilled', 'rejected']);
    expect(other).toMatchObject({ reason: { fault: 'conflict', reason: 'being-sent' } });
    await world.deliver();
    expect(world.receivers()).toEqual([personRef('P1')]);
  });

  test('does nothing when there is nothing left to say', async () => {
    const world = makeWorld([]);
    await world.deliver();
    expect(world.receivers()).toEqual([]);
  });

  test('of several stops at the first that fails, and repeats none', async () => {
    const world = makeWorld(['P1', 'P2', 'P3'].map(personRef));
    world.gateway.fail(personRef('P2'), LIMITED);
    await expect(world.deliver()).rejects.toBe(LIMITED);
    expect(world.receivers()).toEqual([personRef('P1')]);
    world.gateway.fail(personRef('P2'), undefined);
    await world.deliver();
    expect(world.receivers()).toEqual(['P1', 'P2', 'P3'].map(personRef));
  });

  test('of several goes on behind one that will never be taken', async () => {
    const world = makeWorld(['P1', 'P2'].map(personRef));
    world.gateway.fail(personRef('P1'), REFUSED);
    await world.deliver();
    expect(world.receivers()).toEqual([personRef('P2')]);
  });
});

describe('a worker whose time is nearly over', () => {
  test('begins no further post, and repeats none the next time', async () => {
    const world = makeWorld(['P1', 'P2', 'P3'].map(personRef));
    let left = 2;
    const hasTime = (): boolean => {
      left -= 1;
      return left >= 0;
    };
    await expect(world.deliver(hasTime)).rejects.toMatchObject({ fault: 'conflict', reason: 'out-of-time' });
    expect(world.receivers()).toEqual(['P1', 'P2'].map(personRef));
    await world.deliver();
    expect(world.receivers()).toEqual(['P1', 'P2', 'P3'].map(personRef));
  });
});

describe('a platform that asks to wait', () => {
  test('is told so to the queue, and it counts as no attempt however often', async () => {
    const world = makeWorld();
    for (let time = 0; time < 20; time += 1) await failing(world, LIMITED);
    world.gateway.fail(personRef('P1'), undefined);
    await world.deliver();
    expect(world.receivers()).toEqual([personRef('P1')]);
    expect(world.lines()).toEqual([]);
  });
});

describe('a token or a right that is not in order', () => {
  test('is not the message’s fault: it counts as no attempt however often, and works once somebody acted', async () => {
    const world = makeWorld();
    for (let time = 0; time < 20; time += 1) {
      await failing(world, new PortError('misconfigured', 'missing_scope'));
    }
    world.gateway.fail(personRef('P1'), undefined);
    await world.deliver();
    expect(world.receivers()).toEqual([personRef('P1')]);
    expect(world.lines()).toEqual([]);
  });
});

describe('a platform that cannot be reached', () => {
  test('is tried eight times, and then it is given up and told', async () => {
    const world = makeWorld();
    for (let time = 0; time < 8; time += 1) await failing(world, UNREACHABLE);
    expect(world.followed).toEqual([]);
    await world.deliver();
    expect(world.followed).toEqual(['refused']);
    expect(world.lines()).toEqual([['error', 'delivery-failed', 'tried-too-often']]);
    world.gateway.fail(personRef('P1'), undefined);
    await world.deliver();
    expect(world.receivers()).toEqual([]);
  });

  test('is posted to at the eighth try if that goes well', async () => {
    const world = makeWorld();
    for (let time = 0; time < 7; time += 1) await failing(world, UNREACHABLE);
    world.gateway.fail(personRef('P1'), undefined);
    await world.deliver();
    expect(world.receivers()).toEqual([personRef('P1')]);
    // It may stand there twice: of the tries before nobody knows whether only their answer was lost.
    expect(world.lines()).toEqual([['warn', 'delivery-repeated', undefined]]);
  });
});

describe('a message with a last moment', () => {
  test('is sent at that moment, and not after it', async () => {
    const late = makeWorld(undefined, { notAfter: OPENS - 1 });
    await late.deliver();
    expect([late.receivers(), late.followed]).toEqual([[], []]);
    const inTime = makeWorld(undefined, { notAfter: OPENS });
    await inTime.deliver();
    expect(inTime.receivers()).toEqual([personRef('P1')]);
  });
});

describe('a message that others could read by now', () => {
  test('is given up with the reason, and told', async () => {
    const world = makeWorld(undefined, { withhold: 'channel-shared' });
    await world.deliver();
    expect([world.receivers(), world.followed]).toEqual([[], ['refused']]);
    expect(world.lines()).toEqual([['error', 'delivery-failed', 'channel-shared']]);
  });
});

describe('a platform that says no', () => {
  test('is believed at once: given up, logged once and told', async () => {
    const world = makeWorld();
    world.gateway.fail(personRef('P1'), REFUSED);
    await world.deliver();
    expect(world.followed).toEqual(['refused']);
    world.gateway.fail(personRef('P1'), undefined);
    await world.deliver();
    expect(world.receivers()).toEqual([]);
    // Who is to be told may not have heard: it is said again, and the next record decides.
    expect(world.followed).toEqual(['refused', 'refused']);
    expect(world.lines()).toEqual([['error', 'delivery-failed', 'is_archived']]);
  });
});

describe('a crash between posting and noting it', () => {
  test('keeps the claim until its lease ends, and then repeats the message and says so in the log', async () => {
    const world = makeWorld();
    world.settle.works = false;
    await expect(world.deliver()).rejects.toThrow('storage');
    world.settle.works = true;
    world.clock.set(utc('2026-12-03T11:09:59Z'));
    await expect(world.deliver()).rejects.toMatchObject({ reason: 'being-sent' });
    world.clock.set(utc('2026-12-03T11:10:00Z'));
    await world.deliver();
    expect(world.receivers()).toEqual([personRef('P1'), personRef('P1')]);
    expect(world.lines()).toEqual([['warn', 'delivery-repeated', undefined]]);
    await world.deliver();
    expect(world.receivers()).toHaveLength(2);
  });
});

describe('a bug while posting', () => {
  test('is thrown on and keeps the claim', async () => {
    const world = makeWorld();
    const bug = new TypeError('undefined is not a function');
    const gateway = { ...world.gateway, post: async () => Promise.reject(bug) };
    const deliver = makeDeliver({
      gateway,
      clock: world.clock,
      gate: world.gate,
      logger: makeMemoryLogger(),
      parcels: async () => [
        {
          ref: { tenant: TENANT, aggregate: 'C1', key: 'k0' },
          records: world.records,
          forgetAt: NEXT,
          to: personRef('P1'),
          reader: { subject: personRef('P1'), zone: 'UTC' },
          card: { title: [], nodes: [] },
        },
      ],
    });
    await expect(deliver(MESSAGE)).rejects.toBe(bug);
    await expect(world.deliver()).rejects.toMatchObject({ reason: 'being-sent' });
  });
});

describe('a lease', () => {
  test.each([
    ['2026-12-03T11:00:00Z', '2026-12-03T11:05:00Z'],
    ['2026-12-03T11:03:30Z', '2026-12-03T11:05:00Z'],
    ['2026-12-03T11:03:31Z', '2026-12-03T11:10:00Z'],
    ['2026-12-03T11:07:12.345Z', '2026-12-03T11:10:00Z'],
  ])('taken at %s ends at %s: longer than a worker lives, on a mark of five minutes', (now, end) => {
    expect(leaseUntil(utc(now))).toBe(utc(end));
  });
});
