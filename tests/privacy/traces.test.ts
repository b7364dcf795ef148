import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { idIn } from '../../src/chat/identity.ts';
import type { Reply } from '../../src/desk/reply.ts';
import { COMMENT_MOST } from '../../src/pulse/answer.ts';
import type { Round } from '../../src/pulse/round.ts';
import { days, hours, minutes } from '../../src/shared/time.ts';
import { rawRowsOf } from '../support/pulse-dump.ts';
import type { RawRow } from '../support/pulse-dump.ts';
import { closeRounds, look, openRounds, roundOf, submit, wasAcknowledged } from '../support/pulse-round.ts';
import { actorOf, WORLD_TENANT } from '../support/pulse-teams.ts';
import { makePulseWorld, NAMES } from '../support/pulse-world.ts';
import { playRound, ROSTER, saidAt } from './played-round.ts';
import type { PlayedRound, Stage } from './played-round.ts';

/*
 * One rule per trace of a pulse: the same round, with the same people and keys, played in ways between which nobody who
 * holds a copy of everything may be able to tell.
 */

const PLACES = Array.from({ length: ROSTER }, (_, place) => place);
const everybody = PLACES.map((place) => ({ place, after: 3 + 11 * place, said: saidAt(place) }));

/** The same answers in another order, at other times, some of them changed on the way. */
const otherwise = [
  { place: 5, after: 1, said: saidAt(0) },
  { place: 2, after: 2 },
  ...[3, 6, 0, 7, 2, 5, 1, 4].map((place, index) => ({
    place,
    after: 30.3 + 17 * index,
    said: saidAt(place),
  })),
  { place: 6, after: 160 },
];

const six = PLACES.slice(0, 6).map((place) => ({ place, after: 5 + place, said: saidAt(place) }));
/** The same six answers from other people. */
const otherSix = [7, 6, 4, 5, 2, 3].map((place, index) => ({ place, after: 5 + index, said: saidAt(index) }));

const longer = everybody.map((act) => ({
  ...act,
  said: { ...act.said, comment: `${act.said.comment ?? ''} ${'x'.repeat(300)}` },
}));

const rounds = new Map<string, PlayedRound>();
const played = (name: string): PlayedRound => {
  const found = rounds.get(name);
  if (found === undefined) throw new RangeError(name);
  return found;
};

beforeAll(async () => {
  const versions = { everybody, otherwise, six, otherSix, longer, nobody: [] };
  const playing = Object.entries(versions).map(async ([name, acts]) =>
    rounds.set(name, await playRound(acts)),
  );
  await Promise.all(playing);
}, 120_000);

afterAll(async () => {
  for (const { world } of rounds.values()) await world.stop();
});

const last = ({ moments, asked }: PlayedRound): Stage => moments.at(-1) ?? asked;

const isSlot = (row: RawRow): boolean => String(row['sk']?.['S']).startsWith('SLOT#');
const isComments = (row: RawRow): boolean => String(row['sk']?.['S']).startsWith('COMMENTS#');
/** How often somebody was written to in a week: not of the round, and the same whatever they did in it. */
const isQuiet = (row: RawRow): boolean => String(row['sk']?.['S']).startsWith('QUIET#');
const isOfRound = (row: RawRow): boolean => !isQuiet(row);
const isDelivery = (row: RawRow): boolean => String(row['sk']?.['S']).startsWith('DELIVERY#');

/** The week after the close, in the seconds by which storage forgets. */
const forgottenAt = ({ closesAt }: Round): number => (closesAt + days(17)) / 1000;

const withoutAnswer = (row: RawRow): RawRow =>
  Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'answer'));
const written = (value: unknown): string => JSON.stringify(value);

describe('item, person and idempotency traces', () => {
  test('an answer changes its slot and nothing else in any table, at any moment', () => {
    const { asked, moments } = played('otherwise');
    expect(moments.length).toBeGreaterThan(ROSTER);
    for (const moment of moments) {
      expect(written(moment.state)).toBe(written(asked.state));
      expect(written(moment.vault.map(withoutAnswer))).toBe(written(asked.vault));
    }
  });

  test('while open, both tables are the same whether all or none answered, but for the answers', () => {
    const [all, none] = [last(played('everybody')), last(played('nobody'))];
    expect(written(all.state)).toBe(written(none.state));
    expect(written(all.vault.map(withoutAnswer))).toBe(written(none.vault));
    expect(all.vault.filter((row) => 'answer' in row)).toHaveLength(ROSTER);
    expect(all.vault.filter((row) => 'answer' in row && !isSlot(row))).toEqual([]);
  });

  test('other times, another order and changed answers leave the same bytes, before and after the close', () => {
    const [one, other] = [played('everybody'), played('otherwise')];
    expect(written(last(one).state)).toBe(written(last(other).state));
    expect(written(last(one).vault)).toBe(written(last(other).vault));
    expect(written(one.closed.state)).toBe(written(other.closed.state));
    expect(written(one.closed.vault)).toBe(written(other.closed.vault));
  });

  test('looking, asking and reading write nothing', async () => {
    const world = await makePulseWorld({ seed: 'looking', teams: 1, people: 6 });
    await openRounds(world);
    const [team] = world.teams;
    const person = team?.people[0];
    if (team === undefined || person === undefined) throw new RangeError('nobody is there');
    const copy = async () =>
      written([await rawRowsOf(world.engine, NAMES.state), await rawRowsOf(world.engine, NAMES.vault)]);
    const before = await copy();
    const actor = actorOf(person);
    for (const text of [
      '',
      'pulse',
      'puls ergebnis',
      'now',
      'jetzt',
      'pause',
      'pause bis quatsch',
      'help',
      'nonsense',
    ]) {
      await world.desk.handle({ kind: 'typed', actor, conversation: team.home, text });
    }
    const { id } = await roundOf(world.ports, team);
    for (const intent of [
      { kind: 'protection' },
      { kind: 'my-times' },
      { kind: 'away' },
      { kind: 'not-now', way: 'later', round: id },
      { kind: 'not-now', way: 'not-this-round', round: id },
    ] as const) {
      await world.desk.handle({ kind: 'pressed', actor, intent });
    }
    await world.desk.home(actor);
    await look(world.desk, person, await roundOf(world.ports, team));
    expect(await copy()).toBe(before);
    await world.stop();
  });
});

describe('who gave which answer', () => {
  test('the same answers from other people leave the same tables, but for the order of the comments', () => {
    /** The names of the comments are those of their places, whoever wrote them. */
    const unordered = (row: RawRow): object => {
      const comments = row['comments']?.['L'];
      if (!Array.isArray(comments)) return row;
      const names = comments.map((comment) => written(comment['M']?.['id']));
      const texts = comments.map((comment) => written(comment['M']?.['text']));
      return { ...row, names, texts: texts.sort(), comments: undefined };
    };
    const [one, other] = [played('six').closed, played('otherSix').closed];
    expect(one.state.filter(isComments)).toHaveLength(1);
    expect(written(one.state.map(unordered))).toBe(written(other.state.map(unordered)));
    expect(written(one.vault)).toBe(written(other.vault));
  });

  test('after the close every row of the round in the vault says the same: nothing', () => {
    const { closed, round } = played('six');
    const rows = closed.vault.filter(isOfRound);
    expect(rows).toHaveLength(ROSTER + 1);
    for (const row of rows) {
      expect(Object.keys(row).sort()).toEqual(['pk', 'sealed', 'sk', 'ttl']);
      expect(row['sealed']).toEqual({ BOOL: true });
      expect(row['ttl']).toEqual({ N: String(forgottenAt(round)) });
    }
  });

  test('the weeks of its people and its team are the same after the close, whoever answered', () => {
    const weeks = (name: Parameters<typeof played>[0]): string =>
      written(played(name).closed.vault.filter(isQuiet));
    const people = played('six').roster.map((person) => expect.stringContaining(`#QUIET#${person}`));
    expect(
      played('six')
        .closed.vault.filter(isQuiet)
        .map((row) => row['pk']?.['S']),
    ).toEqual(expect.arrayContaining(people));
    for (const name of ['otherSix', 'everybody', 'longer', 'otherwise'] as const)
      expect(weeks(name)).toBe(weeks('six'));
  });
});

describe('free text', () => {
  test('its length leaves nothing: longer texts change the page of comments and nothing else', () => {
    const [short, long] = [played('everybody').closed, played('longer').closed];
    const rest = ({ state }: Stage): string => written(state.filter((row) => !isComments(row)));
    expect(rest(short)).toBe(rest(long));
    expect(written(short.vault)).toBe(written(long.vault));
    expect(written(short.all.chat)).toBe(written(long.all.chat));
    expect(written(short.state.filter(isComments))).not.toBe(written(long.state.filter(isComments)));
  });

  test('is refused above the limit, with nothing kept', async () => {
    const { world, roster, round, closed } = played('six');
    await openRounds(world);
    const [person] = roster;
    if (person === undefined) throw new RangeError('nobody is there');
    const next = await roundOf(world.ports, played('six').team);
    expect(next.id).not.toBe(round.id);
    const reply = await submit(world.desk, person, next, {
      ...saidAt(0),
      comment: 'y'.repeat(COMMENT_MOST + 1),
    });
    expect(reply.kind).toBe('field-errors');
    const vault = written(await rawRowsOf(world.engine, NAMES.vault));
    expect(vault).not.toContain('yyy');
    expect(vault.length).toBeGreaterThan(written(closed.vault).length);
  });
});

describe('expiry', () => {
  test('is the same for every row of the round in the vault, and comes from the calendar', () => {
    const { round, asked, moments } = played('otherwise');
    for (const { vault } of [asked, ...moments]) {
      expect(new Set(vault.filter(isOfRound).map((row) => row['ttl']?.['N']))).toEqual(
        new Set([String(forgottenAt(round))]),
      );
    }
  });
});

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
    const [all, none] = [played('everybody'), played('nobody')];
    expect(written(last(all).all.chat)).toBe(written(last(none).all.chat));
    const upToResult = ({ closed, asked }: PlayedRound): string =>
      written(closed.all.chat.slice(0, asked.all.chat.length));
    expect(upToResult(all)).toBe(upToResult(none));
    expect(upToResult(all)).toBe(written(all.asked.all.chat));
    expect(all.closed.all.chat.slice(all.asked.all.chat.length).map(({ to }) => to)).toEqual([
      all.team.home,
      ...all.round.leads,
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
    for (const { closed } of rounds.values()) expect(written(closed.all.chat)).not.toContain('canary-');
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

describe('copies of the state table', () => {
  test('hold no answer at any moment of an open round: no text, no mark, no slot', () => {
    const { moments, asked } = played('otherwise');
    const slots = asked.vault.filter(isSlot).map((row) => String(row['sk']?.['S']).slice('SLOT#'.length));
    expect(slots).toHaveLength(ROSTER);
    for (const moment of moments) {
      const copy = written(moment.state);
      expect(copy).not.toContain('canary-');
      expect(copy).not.toContain('marks');
      expect(slots.filter((slot) => copy.includes(slot))).toEqual([]);
    }
    expect(written(moments.at(-1)?.vault)).toContain('canary-');
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
