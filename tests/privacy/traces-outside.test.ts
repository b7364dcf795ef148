import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { idIn } from '../../src/chat/identity.ts';
import type { Reply } from '../../src/desk/reply.ts';
import { hours, minutes } from '../../src/shared/time.ts';
import { rawRowsOf } from '../support/pulse-dump.ts';
import type { RawRow } from '../support/pulse-dump.ts';
import { closeRounds, look, openRounds, roundOf, submit, wasAcknowledged } from '../support/pulse-round.ts';
import { actorOf, WORLD_TENANT } from '../support/pulse-teams.ts';
import { makePulseWorld, NAMES } from '../support/pulse-world.ts';
import { ROSTER, saidAt } from './played-round.ts';
import type { PlayedRound } from './played-round.ts';
import { isDelivery, isSlot, last, playVersions, written } from './played-versions.ts';

/* One rule per trace that a pulse could leave outside the tables: in the chat, in queues, logs and processes. */

const { play, stop, played, everyRound } = playVersions('everybody', 'otherwise', 'nobody');

beforeAll(play, 120_000);
afterAll(stop);

describe('delivery records', () => {
  test('of asks lie in the vault, hold no time, and die with their round', () => {
    const { asked, closed } = played('everybody');
    const asks = asked.vault.filter(isDelivery);
    expect(asks).toHaveLength(ROSTER);
    expect(asked.state.filter((row) => isDelivery(row) && written(row).includes('ask/'))).toEqual([]);
    for (const row of asks) expect(Object.keys(row).sort()).toEqual(['attempts', 'pk', 'ref', 'sk', 'ttl']);
    expect(closed.vault.filter(isDelivery)).toEqual([]);
  });

  test('tell the end of a lease to five minutes, and no other time', async () => {
    const seen: RawRow[] = [];
    const opened: { look?: () => Promise<void> } = {};
    const world = await makePulseWorld({
      seed: 'leases',
      teams: 1,
      people: 6,
      wrap: (ports) => ({
        ...ports,
        gateway: {
          ...ports.gateway,
          post: async (to, card) => {
            await opened.look?.();
            return ports.gateway.post(to, card);
          },
        },
      }),
    });
    opened.look = async () => {
      for (const table of Object.values(NAMES)) seen.push(...(await rawRowsOf(world.engine, table)));
    };
    world.ports.clock.advance(hours(1) + 4321);
    await openRounds(world);
    const leases = seen.filter(isDelivery).flatMap((row) => row['leaseUntil']?.['N'] ?? []);
    expect(leases.length).toBeGreaterThan(5);
    expect(leases.filter((until) => Number(until) % minutes(5) !== 0)).toEqual([]);
    const known = ['attempts', 'claim', 'leaseUntil', 'ownerPk', 'ownerSk', 'pk', 'ref', 'sk', 'ttl'];
    const names = new Set(seen.filter(isDelivery).flatMap((row) => Object.keys(row)));
    expect([...names].filter((name) => !known.includes(name))).toEqual([]);
    await world.stop();
  });
});

describe('asks, home tab and confirmation', () => {
  test('the chat is the same whether all or none answered, up to the result', () => {
    const [everybody, nobody] = [played('everybody'), played('nobody')];
    expect(written(last(everybody).all.chat)).toBe(written(last(nobody).all.chat));
    const upToResult = ({ closed, asked }: PlayedRound): string =>
      written(closed.all.chat.slice(0, asked.all.chat.length));
    expect(upToResult(everybody)).toBe(upToResult(nobody));
    expect(upToResult(everybody)).toBe(written(everybody.asked.all.chat));
    expect(everybody.closed.all.chat.slice(everybody.asked.all.chat.length).map(({ to }) => to)).toEqual([
      everybody.team.home,
      ...everybody.round.leads,
    ]);
  });

  test('the home tab is the same whether somebody answered or not', async () => {
    const world = await makePulseWorld({ seed: 'home', teams: 1, people: 6 });
    await openRounds(world);
    const [team] = world.teams;
    if (team === undefined) throw new RangeError('nobody is there');
    const round = await roundOf(world.ports, team);
    for (const person of team.people) {
      const before = written(await world.desk.home(actorOf(person)));
      expect(wasAcknowledged(await submit(world.desk, person, round, saidAt(1)))).toBe(true);
      expect(written(await world.desk.home(actorOf(person)))).toBe(before);
    }
    await world.stop();
  });

  test('no message ever holds an answer', () => {
    for (const { closed } of everyRound()) expect(written(closed.all.chat)).not.toContain('canary-');
  });

  test('a past result reads the same later, whoever has left since', async () => {
    const { world, team, roster } = played('everybody');
    const [reader, leaver] = roster;
    if (reader === undefined || leaver === undefined) throw new RangeError('nobody is there');
    const read = (): Promise<Reply> =>
      world.desk.handle({
        kind: 'typed',
        actor: actorOf(reader),
        conversation: team.home,
        text: 'pulse result',
      });
    const before = written(await read());
    await world.desk.happened({ kind: 'left', person: leaver, conversation: team.home });
    world.ports.clock.advance(hours(50));
    expect(written(await read())).toBe(before);
  });
});

describe('queues and logs', () => {
  test('an answer enqueues nothing', () => {
    const { asked, moments } = played('otherwise');
    expect(asked.enqueued.length).toBeGreaterThan(2);
    for (const moment of moments) expect(moment.enqueued).toEqual(asked.enqueued);
  });

  test('the queues carry the same until the end whether all or none answered; then what all read tells', () => {
    const upToTheEnd = ({ closed: { enqueued } }: PlayedRound): readonly string[] =>
      enqueued.slice(
        0,
        enqueued.findIndex((body) => /"kind":"(?:result|extension)"/u.test(body)),
      );
    const nobody = upToTheEnd(played('nobody'));
    expect(nobody.length).toBeGreaterThan(3);
    expect(upToTheEnd(played('everybody'))).toEqual(nobody);
  });

  test('no job and no message names a person', () => {
    const { closed, roster, round } = played('everybody');
    const people = [...roster, ...round.leads].map(idIn);
    const bodies = closed.enqueued.join();
    expect(bodies).toContain(round.id);
    expect(people.filter((person) => bodies.includes(person))).toEqual([]);
  });

  test('an answer logs nothing, and no line names a person, a team, a round or a slot', () => {
    const { asked, moments, closed, roster, round, team } = played('otherwise');
    for (const moment of moments) expect(moment.all.logs).toEqual(asked.all.logs);
    const slots = closed.vault.filter(isSlot).map((row) => String(row['sk']?.['S']).slice('SLOT#'.length));
    const ids = [...roster.map(idIn), ...round.leads.map(idIn), team.id, round.id, ...slots];
    const lines = written(closed.all.logs);
    expect(closed.all.logs.length).toBeGreaterThan(3);
    expect(ids.filter((id) => lines.includes(id))).toEqual([]);
  });

  test('the log is the same whether all or none answered', () => {
    expect(played('everybody').closed.all.logs).toEqual(played('nobody').closed.all.logs);
  });
});

describe('warm processes', () => {
  test('the key is read with every request: once it is destroyed, the next one is refused', async () => {
    const world = await makePulseWorld({ seed: 'warm', teams: 1, people: 6 });
    await openRounds(world);
    const [team] = world.teams;
    const person = team?.people[0];
    if (team === undefined || person === undefined) throw new RangeError('nobody is there');
    const round = await roundOf(world.ports, team);
    expect((await look(world.desk, person, round)).kind).toBe('form');
    expect(wasAcknowledged(await submit(world.desk, person, round, saidAt(0)))).toBe(true);
    await world.ports.vault.destroyKey({ tenant: WORLD_TENANT, round: round.id });
    const before = await rawRowsOf(world.engine, NAMES.vault);
    expect(wasAcknowledged(await submit(world.desk, person, round, saidAt(1)))).toBe(false);
    expect((await look(world.desk, person, round)).kind).toBe('notice');
    expect(await rawRowsOf(world.engine, NAMES.vault)).toEqual(before);
    await world.stop();
  });

  test('every key that was handed out is overwritten once its work is done', async () => {
    const handed: Uint8Array[] = [];
    const keep = <Key extends Uint8Array | undefined>(key: Key): Key => {
      if (key !== undefined) handed.push(key);
      return key;
    };
    const world = await makePulseWorld({
      seed: 'forgetting',
      teams: 1,
      people: 6,
      wrap: (ports) => ({
        ...ports,
        keys: { ...ports.keys, newKey: () => keep(ports.keys.newKey()) },
        vault: {
          ...ports.vault,
          openKey: async (...row) => keep(await ports.vault.openKey(...row)),
          head: async (round) => {
            const found = await ports.vault.head(round);
            keep(found?.key);
            return found;
          },
        },
      }),
    });
    await openRounds(world);
    const [team] = world.teams;
    if (team === undefined) throw new RangeError('nobody is there');
    const round = await roundOf(world.ports, team);
    for (const person of team.people) {
      await look(world.desk, person, round);
      await submit(world.desk, person, round, saidAt(0));
    }
    await closeRounds(world);
    expect(handed.length).toBeGreaterThan(2 * team.people.length + 2);
    expect(handed.filter((key) => key.some((byte) => byte !== 0))).toEqual([]);
    await world.stop();
  });
});
