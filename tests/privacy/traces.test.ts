import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { COMMENT_MOST } from '../../src/pulse/answers/answer.ts';
import type { Round } from '../../src/pulse/round.ts';
import { days } from '../../src/shared/time.ts';
import { rawRowsOf } from '../support/pulse-dump.ts';
import type { RawRow } from '../support/pulse-dump.ts';
import { look, openRounds, roundOf, submit } from '../support/pulse-round.ts';
import { actorOf } from '../support/pulse-teams.ts';
import { makePulseWorld, NAMES } from '../support/pulse-world.ts';
import { ROSTER, saidAt } from './played-round.ts';
import type { Stage } from './played-round.ts';
import { isComments, isQuiet, isSlot, last, playVersions, written } from './played-versions.ts';

/* One rule per trace that a pulse could leave in the tables. */

const { play, stop, played } = playVersions('everybody', 'otherwise', 'six', 'otherSix', 'longer', 'nobody');

beforeAll(play, 120_000);
afterAll(stop);

const isOfRound = (row: RawRow): boolean => !isQuiet(row);

/** The week after the close, in the seconds by which storage forgets. */
const forgottenAt = ({ closesAt }: Round): number => (closesAt + days(17)) / 1000;

const withoutAnswer = (row: RawRow): RawRow =>
  Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'answer'));

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
