import { describe, expect, test } from '@jest/globals';
import { makeMemoryChatGateway } from '../../../adapters/memory/chat-gateway.ts';
import { makeSettableClock } from '../../../adapters/memory/clock.ts';
import { makeMemoryDeliveries } from '../../../adapters/memory/deliveries.ts';
import { makeMemoryLogger } from '../../../adapters/memory/logger.ts';
import { makeMemoryQuiet } from '../../../adapters/memory/quiet.ts';
import { makeSystemCalendar } from '../../../adapters/system/calendar.ts';
import type { PersonRef } from '../../../src/chat/identity.ts';
import { text } from '../../../src/chat/text.ts';
import { makeDeliver } from '../../../src/delivery/deliver.ts';
import type { Message } from '../../../src/delivery/message.ts';
import { messageKey } from '../../../src/delivery/message.ts';
import { makeQuietGate } from '../../../src/delivery/quiet-gate.ts';
import { QUIET } from '../../../src/delivery/quiet-rules.ts';
import { PortError } from '../../../src/shared/errors.ts';
import { HOME, personRef, TENANT, utc } from '../../support/builders.ts';

/** The last minute of a week in Berlin, where the next one begins an hour before Greenwich's. */
const SUNDAY_NIGHT = utc('2026-12-06T22:59:00Z');
const MONDAY = utc('2026-12-06T23:00:00Z');

const P1 = personRef('P1');

const ask = (number: number): Message => ({
  kind: 'asks',
  tenant: TENANT,
  batch: `C1-${number}.0`,
  from: 0,
  to: 1,
});
const news = (round: number): Message => ({
  kind: 'roster-news',
  tenant: TENANT,
  team: 'C1',
  round,
  lead: 0,
});
const copy = (number: number): Message => ({
  kind: 'result-for-lead',
  tenant: TENANT,
  round: `C1-${number}`,
  lead: 0,
});
const result = (number: number): Message => ({ kind: 'result', tenant: TENANT, round: `C1-${number}` });
const PROMISE: Message = { kind: 'promise', tenant: TENANT, team: 'C1' };

interface Setting {
  readonly zone?: string;
  readonly channels?: readonly PersonRef[];
  readonly asked?: boolean;
}

const makeWorld = ({ zone = 'Europe/Berlin', channels = [HOME], asked = false }: Setting = {}) => {
  const clock = makeSettableClock(SUNDAY_NIGHT);
  const gateway = makeMemoryChatGateway();
  const records = makeMemoryDeliveries();
  const logger = makeMemoryLogger();
  const followed: string[] = [];
  const storage = { works: true };
  const memory = makeMemoryQuiet();
  const quiet: typeof memory = {
    ...memory,
    take: async (...wish) => {
      if (!storage.works) throw new PortError('unreachable', 'storage');
      return memory.take(...wish);
    },
  };
  const deliver = makeDeliver({
    gateway,
    clock,
    logger,
    gate: makeQuietGate({ quiet, calendar: makeSystemCalendar(), clock }),
    parcels: async (message) => {
      const toTeam = message.kind === 'result' || message.kind === 'promise';
      return (toTeam ? channels : [P1]).map((to) => ({
        ref: { tenant: TENANT, aggregate: 'C1', key: `${messageKey(message)}/${to}` },
        records,
        forgetAt: MONDAY,
        to,
        reader: { subject: toTeam ? 'C1' : P1, zone, asked },
        card: { title: [text(messageKey(message))], nodes: [] },
        posted: async () => void followed.push('posted'),
        refused: async () => void followed.push('refused'),
        silenced: async () => void followed.push('silenced'),
      }));
    },
  });
  return {
    clock,
    gateway,
    followed,
    storage,
    deliver,
    deliverAll: async (...messages: readonly Message[]): Promise<void> => {
      for (const message of messages) await deliver(message);
    },
    said: () => gateway.posted().map(({ card }) => card.title.map((span) => 'text' in span && span.text)[0]),
    lines: () => logger.lines().map(({ level, event, fields }) => [level, event, fields]),
  };
};

describe('a week of one person', () => {
  test('has room for two messages that nobody asked for; the third is given up quietly', async () => {
    const world = makeWorld();
    await world.deliverAll(ask(1), ask(2), ask(3));
    expect(world.said()).toEqual([messageKey(ask(1)), messageKey(ask(2))]);
    expect(world.followed).toEqual(['posted', 'posted', 'silenced']);
    expect(world.lines()).toEqual([['info', 'delivery-quiet', {}]]);
  });

  test('is over at midnight where the person is', async () => {
    const world = makeWorld();
    await world.deliverAll(ask(1), ask(2));
    world.clock.set(MONDAY);
    await world.deliverAll(ask(3), ask(4), ask(5));
    expect(world.said()).toHaveLength(4);
  });

  test.each([['America/New_York'], ['Not/A_Zone']])('in %s is not over yet by then', async (zone) => {
    const world = makeWorld({ zone });
    await world.deliverAll(ask(1), ask(2));
    world.clock.set(MONDAY);
    await world.deliver(ask(3));
    expect(world.said()).toHaveLength(2);
  });

  test('what was given up stays so, also in the next week, and what follows is said again', async () => {
    const world = makeWorld();
    await world.deliverAll(ask(1), ask(2), ask(3));
    world.clock.set(MONDAY);
    await world.deliver(ask(3));
    expect(world.said()).toHaveLength(2);
    expect(world.followed).toEqual(['posted', 'posted', 'silenced', 'silenced']);
  });
});

describe('a week of somebody who leads and is asked', () => {
  test('keeps its last place for their ask', async () => {
    const world = makeWorld({ asked: true });
    await world.deliverAll(copy(1), copy(2), ask(1));
    expect(world.said()).toEqual([messageKey(copy(1)), messageKey(ask(1))]);
  });

  test('has both places for what concerns the team where they are asked in none', async () => {
    const world = makeWorld();
    await world.deliverAll(copy(1), copy(2), copy(3));
    expect(world.said()).toEqual([messageKey(copy(1)), messageKey(copy(2))]);
  });
});

describe('a hint', () => {
  test('is let through while one place stays free behind it', async () => {
    const world = makeWorld();
    await world.deliverAll(news(1), news(2), ask(1), ask(2));
    expect(world.said()).toEqual([messageKey(news(1)), messageKey(ask(1))]);
  });

  test('comes too late where the free places are those of essential ones', async () => {
    const world = makeWorld();
    await world.deliverAll(ask(1), news(1), ask(2));
    expect(world.said()).toEqual([messageKey(ask(1)), messageKey(ask(2))]);
  });
});

describe('a week of one team', () => {
  test('has room for three posts', async () => {
    const world = makeWorld();
    await world.deliverAll(result(1), result(2), result(3), result(4));
    expect(world.said()).toEqual([1, 2, 3].map((number) => messageKey(result(number))));
  });

  test('a post in several channels is one', async () => {
    const world = makeWorld({ channels: [HOME, 'slack:T1:C2'] });
    await world.deliverAll(result(1), result(2), result(3), result(4));
    expect(world.said()).toHaveLength(6);
  });

  test('does not count what a person pressed a button for', async () => {
    const world = makeWorld();
    await world.deliverAll(result(1), result(2), result(3), PROMISE);
    expect(world.said()).toHaveLength(4);
  });
});

describe('a place', () => {
  test('is taken once by a message that comes again and again', async () => {
    const world = makeWorld();
    world.gateway.fail(P1, new PortError('unreachable', 'timeout'));
    for (let time = 0; time < 3; time += 1) await expect(world.deliver(ask(1))).rejects.toThrow('timeout');
    world.gateway.fail(P1, undefined);
    await world.deliverAll(ask(1), ask(2), ask(3));
    expect(world.said()).toEqual([messageKey(ask(1)), messageKey(ask(2))]);
  });

  test('is given back when the platform refused for good', async () => {
    const world = makeWorld();
    world.gateway.fail(P1, new PortError('refused', 'user_disabled'));
    await world.deliver(ask(1));
    world.gateway.fail(P1, undefined);
    await world.deliverAll(ask(2), ask(3), ask(4));
    expect(world.said()).toEqual([messageKey(ask(2)), messageKey(ask(3))]);
    expect(world.followed).toEqual(['refused', 'posted', 'posted', 'silenced']);
  });

  test('is kept where the message may stand after all', async () => {
    const world = makeWorld();
    world.gateway.fail(P1, new PortError('unreachable', 'timeout'));
    await expect(world.deliver(ask(1))).rejects.toThrow('timeout');
    world.gateway.fail(P1, new PortError('refused', 'user_disabled'));
    await world.deliver(ask(1));
    world.gateway.fail(P1, undefined);
    await world.deliverAll(ask(2), ask(3));
    expect(world.said()).toEqual([messageKey(ask(2))]);
  });

  test('is kept where another channel of the team has the post', async () => {
    const world = makeWorld({ channels: [HOME, 'slack:T1:C2'] });
    world.gateway.fail('slack:T1:C2', new PortError('refused', 'is_archived'));
    await world.deliverAll(result(1), result(2));
    world.gateway.fail('slack:T1:C2', undefined);
    await world.deliverAll(result(3), result(4));
    expect(world.said()).toEqual([1, 2, 3, 3].map((number) => messageKey(result(number))));
  });

  test('that cannot be asked for now is asked for later, and that was no attempt', async () => {
    const world = makeWorld();
    world.storage.works = false;
    for (let time = 0; time < 20; time += 1) await expect(world.deliver(ask(1))).rejects.toThrow('storage');
    world.storage.works = true;
    await world.deliver(ask(1));
    expect(world.said()).toEqual([messageKey(ask(1))]);
    expect(world.lines()).toEqual([]);
  });
});

test('a result, its copy with the advice for the talk, and an ask are never hints', () => {
  expect([QUIET.result, QUIET['result-for-lead'], QUIET.asks]).toEqual([
    { counts: 'team', weight: 'essential' },
    { counts: 'person', weight: 'essential' },
    { counts: 'person', weight: 'essential' },
  ]);
});
