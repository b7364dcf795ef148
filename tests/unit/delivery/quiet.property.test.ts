import { describe, expect, jest, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Card } from '../../../src/chat/card.ts';
import { idIn } from '../../../src/chat/identity.ts';
import type { Channel } from '../../../src/ports/directory.ts';
import { PortError } from '../../../src/shared/errors.ts';
import { days, hours } from '../../../src/shared/time.ts';
import { personRef, TENANT } from '../../support/builders.ts';
import { makeQuietLife, namesSomebody, noQuiet, PEOPLE, TEAMS, wordsOf } from '../../support/quiet-life.ts';
import type { QuietLife, TeamId } from '../../support/quiet-life.ts';

jest.setTimeout(120_000);

const FAULTS = [
  new PortError('refused', 'restricted_action'),
  new PortError('unreachable', 'timeout'),
  new PortError('rate-limited', 'ratelimited', { retryAfterSeconds: 30 }),
] as const;

type Happening =
  | { readonly kind: 'time'; readonly hours: number }
  | { readonly kind: 'move'; readonly who: string; readonly where: TeamId; readonly joins: boolean }
  | { readonly kind: 'channel'; readonly where: TeamId; readonly how: Partial<Channel> }
  | { readonly kind: 'posting'; readonly to: string; readonly fault: number }
  | { readonly kind: 'change' | 'times'; readonly who: string; readonly where: TeamId; readonly pick: number }
  | { readonly kind: 'later'; readonly who: string; readonly where: TeamId }
  | { readonly kind: 'answer'; readonly count: number; readonly where: TeamId }
  | { readonly kind: 'crash'; readonly at: number; readonly applied: boolean };

const who = fc.constantFrom(...PEOPLE, 'L1', 'L2');
const where = fc.constantFrom(...TEAMS);
const pick = fc.nat(30);

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { arbitrary: fc.record({ kind: fc.constant('time'), hours: fc.integer({ min: 1, max: 90 }) }), weight: 8 },
  {
    arbitrary: fc.record({
      kind: fc.constant('move'),
      who: fc.constantFrom(...PEOPLE, ...PEOPLE, 'L1', 'L2', 'L3'),
      where,
      joins: fc.boolean(),
    }),
    weight: 4,
  },
  {
    arbitrary: fc.record({
      kind: fc.constant('channel'),
      where,
      how: fc.constantFrom<Partial<Channel>>({}, {}, { shared: true }, { archived: true }),
    }),
    weight: 2,
  },
  fc.record({
    kind: fc.constant('posting'),
    to: fc.constantFrom(...TEAMS, ...PEOPLE, 'L1', 'L2'),
    fault: fc.nat(FAULTS.length),
  }),
  {
    arbitrary: fc.record({
      kind: fc.constant('change'),
      who: fc.constantFrom('L1', 'L2', 'L3'),
      where,
      pick,
    }),
    weight: 3,
  },
  fc.record({ kind: fc.constant('times'), who, where, pick }),
  fc.record({ kind: fc.constant('later'), who, where }),
  {
    arbitrary: fc.record({ kind: fc.constant('answer'), count: fc.integer({ min: 3, max: 18 }), where }),
    weight: 4,
  },
  { arbitrary: fc.record({ kind: fc.constant('crash'), at: fc.nat(60), applied: fc.boolean() }), weight: 3 },
);

const happen = async (life: QuietLife, what: Happening): Promise<void> => {
  switch (what.kind) {
    case 'time':
      return life.pass(hours(what.hours));
    case 'move':
      return life.move(what.joins, what.who, what.where);
    case 'channel':
      return life.setChannel(what.where, what.how);
    case 'posting':
      return life.setPosting(personRef(what.to), FAULTS[what.fault]);
    case 'crash':
      return life.crash(what.at, what.applied);
    case 'answer':
      return life.answer([...PEOPLE, 'L1', 'L2'].slice(-what.count), what.where);
    case 'later':
      return life.later(what.who, what.where);
    case 'times': {
      await life.fillIn(what.who, await life.press(what.who, what.where, { kind: 'my-times' }), what.pick);
      return;
    }
    default: {
      const form = await life.press(what.who, what.where, {
        kind: 'team',
        act: 'settings',
        team: what.where,
      });
      await life.fillIn(what.who, form, what.pick);
    }
  }
};

const weekdays = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' });
const ORDER = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** The Monday of a moment's week on the wall in `zone`, worked out another way than the product does. */
const weekOf = (instant: number, zone: string): string => {
  const date = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(instant);
  const noon = Date.parse(`${date}T12:00:00Z`);
  const monday = noon - days(ORDER.indexOf(weekdays.format(noon)));
  return new Date(monday).toISOString().slice(0, 10);
};

const zoneOf = (reader: string): string => (reader === 'P3' ? 'America/New_York' : 'Europe/Berlin');

/**
 * Whoever got more than they should, by what anybody could read: in a channel, posts that name nobody who caused them;
 * alone, every message, but one for each time somebody asked to be asked again.
 */
const tooMuch = ({ stood, askedAgain }: QuietLife): readonly string[] => {
  const weeks = new Map<string, Set<string>>();
  for (const { to, card, at } of stood) {
    const reader = idIn(to);
    const isChannel = TEAMS.some((team) => team === reader);
    if (isChannel && namesSomebody(card)) continue;
    const week = `${reader} ${weekOf(at, zoneOf(reader))}`;
    weeks.set(week, (weeks.get(week) ?? new Set()).add(wordsOf(card)));
  }
  return [...weeks].flatMap(([week, words]) => {
    const [reader = '', monday = ''] = week.split(' ');
    const wanted = askedAgain.filter(
      ({ person, at }) =>
        idIn(person) === reader && [at, at + days(1)].some((when) => weekOf(when, zoneOf(reader)) === monday),
    );
    const most = TEAMS.some((team) => team === reader) ? 3 : 2 + wanted.length;
    return words.size > most ? [`${week}: ${[...words].join(' | ')}`] : [];
  });
};

/** Its button for the other language says of what it is. */
const isResult = ({ nodes }: Card, round: string): boolean =>
  nodes
    .flatMap((node) => (node.kind === 'actions' ? node.buttons : []))
    .some(({ intent }) => intent.kind === 'in-language' && intent.what === 'result' && intent.id === round);

const lives = fc.array(happening, { minLength: 20, maxLength: 50 });

const live = async (life: QuietLife, happenings: readonly Happening[]): Promise<QuietLife> => {
  for (const what of happenings) await happen(life, what);
  life.heal();
  await life.pass(days(22));
  return life;
};

describe('whatever happens to three teams, their people and their leads', () => {
  test('nobody gets a third unasked message in a week, and no team a fourth post', async () => {
    await fc.assert(
      fc.asyncProperty(lives, async (happenings) => {
        expect(tooMuch(await live(await makeQuietLife(), happenings))).toEqual([]);
      }),
      // A life takes a third of a second: one that fails is printed as it is.
      { numRuns: 20, endOnFailure: true },
    );
  });

  test('without the gate somebody would', async () => {
    const samples = fc.sample(lives, { seed: 1, numRuns: 10 });
    const found: string[] = [];
    for (const happenings of samples) {
      found.push(...tooMuch(await live(await makeQuietLife(noQuiet()), happenings)));
    }
    expect(found.some((week) => week.startsWith('L'))).toBe(true);
  });
});

describe('weeks in which nothing goes wrong', () => {
  test('bring every team its results and everybody their questions, however much there is to tell the leads', async () => {
    const life = await makeQuietLife();
    for (let day = 0; day < 36; day += 1) {
      // Somebody comes to every team, or goes: more for the leads than fits into a week.
      for (const [index, team] of TEAMS.entries()) {
        if (day % 5 === index) await life.move(day % 2 === 0, `P${17 - index * 6}`, team);
        await life.answer(PEOPLE, team);
      }
      await life.pass(days(1));
    }
    expect(tooMuch(life)).toEqual([]);
    for (const team of TEAMS) {
      for (let number = 1; number <= 4; number += 1) {
        const round = await life.ports.rounds.find(TENANT, `${team}-${number}`);
        const results = life.stood.filter(
          ({ to, card }) => idIn(to) === team && isResult(card, `${team}-${number}`),
        );
        expect([round?.id, round?.published, results.length]).toEqual([`${team}-${number}`, true, 1]);
      }
    }
    const asked = life.stood.filter(
      ({ to, card }) => to === personRef('P0') && wordsOf(card).startsWith('Drei Fragen'),
    );
    expect(asked).toHaveLength(5);
    expect(life.ports.logger.lines().some(({ event }) => event === 'delivery-quiet')).toBe(true);
  });
});
