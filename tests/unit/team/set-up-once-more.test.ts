import { describe, expect, test } from '@jest/globals';
import { makeSetUpCases } from '../../../src/desk/open-set-up-desk.ts';
import { days } from '../../../src/shared/time.ts';
import type { Team } from '../../../src/team/team.ts';
import { aPerson, aTeam, CLOSES, HOME, OPENS, personRef, TENANT } from '../../support/builders.ts';
import { haveTeam, makeMemoryPorts, makeProduct, populate, workMinutes } from '../../support/memory-world.ts';
import { cardLines, replyLines } from '../../support/said.ts';
import { setUpValues } from '../../support/set-up-world.ts';

const act = (name: string) => ({ tenant: TENANT, person: personRef(name), outsider: false });

/** A team whose first round was counted, and which ended a month ago. */
const makeEnded = async () => {
  const ports = makeMemoryPorts(OPENS);
  const people = populate(ports, 6);
  await haveTeam(ports, aTeam());
  const product = makeProduct(ports);
  const { desk } = product;
  await workMinutes(product, 3);
  const answer = async (round: string) => {
    const { items = [] } = (await ports.rounds.find(TENANT, round)) ?? {};
    const values = {
      ...Object.fromEntries(items.map(({ id }, index) => [`item-${id}`, String(index + 2)])),
      comment: 'Der Drucker',
    };
    await Promise.all(
      people.map((person) =>
        desk.handle({
          kind: 'submitted',
          actor: { tenant: TENANT, person, outsider: false },
          nonce: 'f',
          intent: { kind: 'answer', round },
          values,
        }),
      ),
    );
  };
  await answer('C1-1');
  ports.clock.set(CLOSES);
  await workMinutes(product, 5);
  const end = { kind: 'team-form', form: 'end', team: 'C1' } as const;
  await desk.handle({ kind: 'submitted', actor: act('LEAD'), nonce: 'e', intent: end, values: {} });
  await workMinutes(product, 3);
  ports.clock.set(ports.clock.now() + days(30));
  const before = ports.gateway.posted().length;
  const { setUpTeam } = makeSetUpCases({ ...ports, allowPublicChannels: false });
  return {
    ports,
    product,
    answer,
    setUp: (by: string) => setUpTeam({ nonce: 'n2', person: aPerson(by), home: HOME, values: setUpValues() }),
    team: async (): Promise<Team> => (await ports.teams.find(TENANT, 'C1')) ?? aTeam(),
    titles: () =>
      ports.gateway
        .posted()
        .slice(before)
        .map(({ card }) => cardLines(card)[0]),
  };
};

describe('a team that is set up once more where another one ended', () => {
  test('is promised, and opens its first round at the promised date, not before', async () => {
    const world = await makeEnded();
    const { ports, product } = world;
    await world.setUp('LEAD');
    await workMinutes(product, 3);
    const settled = await world.team();
    expect(settled).toMatchObject({ state: 'active', promised: true, previousRound: 'C1-1' });
    expect(settled.currentRound).toBeUndefined();
    expect(JSON.stringify(world.titles())).toContain('stelle ich euch alle zwei Wochen drei Fragen');
    const { number = 0, instant = 0 } = settled.nextOpening ?? {};
    expect(settled.promisedFrom).toBe(instant);
    const start = { kind: 'course', act: 'start', team: 'C1', number } as const;
    const early = await product.desk.handle({
      kind: 'pressed',
      actor: act('LEAD'),
      conversation: HOME,
      intent: start,
    });
    expect(replyLines(early).join(' ')).toContain('Vorher frage ich niemanden.');
    ports.clock.set(instant);
    await workMinutes(product, 5);
    expect(await world.team()).toMatchObject({ currentRound: `C1-${number}`, since: instant });
    expect(await ports.rounds.find(TENANT, `C1-${number}`)).toMatchObject({
      state: 'open',
      previous: 'C1-1',
    });
  });

  test('shows the results of its home as before', async () => {
    const world = await makeEnded();
    await world.setUp('LEAD');
    await workMinutes(world.product, 3);
    const shown = await world.product.desk.handle({
      kind: 'typed',
      actor: act('P1'),
      conversation: HOME,
      text: 'puls ergebnis',
    });
    expect(replyLines(shown).join(' ')).toContain('6 Antworten');
  });

  test('and its people hide comments of their own rounds alone', async () => {
    const world = await makeEnded();
    const { ports, product } = world;
    await world.setUp('LEAD');
    await workMinutes(product, 3);
    ports.clock.set((await world.team()).nextOpening?.instant ?? 0);
    await workMinutes(product, 3);
    const current = (await world.team()).currentRound ?? '';
    expect((await ports.people.find(personRef('P1')))?.team).toBe('C1');
    const hide = async (round: string) =>
      replyLines(
        await product.desk.handle({
          kind: 'pressed',
          actor: act('P1'),
          conversation: HOME,
          intent: { kind: 'hide-comment', round, page: 0 },
        }),
      );
    expect(await hide('C1-1')).toEqual(['notice', 'Ausblenden können nur die Leute aus diesem Team.']);
    await world.answer(current);
    ports.clock.set((await ports.rounds.find(TENANT, current))?.closesAt ?? 0);
    await workMinutes(product, 5);
    expect((await hide(current))[0]).toBe('form');
  });

  test('and whose proposal lapses is forgotten with the results, like one that ended', async () => {
    const world = await makeEnded();
    await world.setUp('P1');
    world.ports.clock.set(world.ports.clock.now() + days(15));
    await workMinutes(world.product, 3);
    const lapsed = await world.team();
    expect(lapsed).toMatchObject({ state: 'ended', due: undefined });
    expect(lapsed.forgetAt).toBeGreaterThan(world.ports.clock.now() + days(729));
  });
});

describe('a team that is set up, ended and set up again within five minutes', () => {
  test('promises twice', async () => {
    const ports = makeMemoryPorts(OPENS);
    populate(ports, 6);
    const product = makeProduct(ports);
    const { setUpTeam } = makeSetUpCases({ ...ports, allowPublicChannels: false });
    const setUp = async (nonce: string) => {
      await setUpTeam({ nonce, person: aPerson('LEAD'), home: HOME, values: setUpValues() });
      await workMinutes(product, 1);
    };
    await setUp('n1');
    const end = { kind: 'team-form', form: 'end', team: 'C1' } as const;
    await product.desk.handle({
      kind: 'submitted',
      actor: act('LEAD'),
      nonce: 'e',
      intent: end,
      values: {},
    });
    await workMinutes(product, 1);
    await setUp('n2');
    const titles = ports.gateway.posted().map(({ card }) => cardLines(card)[0]);
    expect(titles.filter((title) => title?.startsWith('Ab '))).toHaveLength(2);
  });
});
