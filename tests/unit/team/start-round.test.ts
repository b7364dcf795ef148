import { describe, expect, test } from '@jest/globals';
import type { Team } from '../../../src/team/team.ts';
import { changed } from '../../../src/work/aggregate.ts';
import { days, minutes } from '../../../src/shared/time.ts';
import { aTeam, anItem, HOME, NEXT, NEXT_OPENING, OPENS, personRef, TENANT } from '../../support/builders.ts';
import { haveTeam, makeMemoryPorts, makeProduct, populate, workMinutes } from '../../support/memory-world.ts';
import { cardLines, replyLines } from '../../support/said.ts';

const LEAD = { tenant: TENANT, person: personRef('LEAD'), outsider: false };

const makeWorld = async (now: number, team: Team) => {
  const ports = makeMemoryPorts(now);
  populate(ports, 6);
  await haveTeam(ports, team);
  const product = makeProduct(ports);
  const type = async (text: string) =>
    replyLines(await product.desk.handle({ kind: 'typed', actor: LEAD, conversation: HOME, text }));
  const press = async (act: 'skip' | 'start', number: number) =>
    replyLines(
      await product.desk.handle({
        kind: 'pressed',
        actor: LEAD,
        conversation: HOME,
        intent: { kind: 'course', act, team: 'C1', number },
      }),
    );
  return { ports, product, type, press };
};

const inLanguage = async ({ ports }: Awaited<ReturnType<typeof makeWorld>>, language: 'de' | 'en') =>
  ports.people.prefer(personRef('LEAD'), { language });

describe('starting a round by hand after a skip', () => {
  test.each([
    ['de', 'Deinem Team ist die erste Runde für Do, 3.12., 12:07 versprochen. Vorher frage ich niemanden.'],
    ['en', 'Your team was promised the first round for Thu 3 Dec, 12:07. Nobody is asked before that.'],
  ] as const)('waits for the first date that was promised (%s)', async (language, refused) => {
    const world = await makeWorld(OPENS - days(2), aTeam({ promisedFrom: OPENS }));
    await inLanguage(world, language);
    await world.press('skip', 1);
    expect(await world.type('puls starten')).toEqual(['card', refused]);
    expect((await world.press('start', 2)).join(' ')).toContain(refused);
    await workMinutes(world.product, 3);
    expect(await world.ports.rounds.find(TENANT, 'C1-2')).toBeUndefined();
  });

  test('opens one once that date has come', async () => {
    const world = await makeWorld(OPENS - days(2), aTeam({ promisedFrom: OPENS }));
    await world.press('skip', 1);
    world.ports.clock.set(OPENS + minutes(5));
    await world.press('start', 2);
    await workMinutes(world.product, 3);
    expect(await world.ports.rounds.find(TENANT, 'C1-2')).toMatchObject({ state: 'open' });
  });
});

describe('a team that only talks', () => {
  const talking = aTeam({
    way: 'talk',
    promised: undefined,
    nextOpening: { ...NEXT_OPENING, number: 3, instant: NEXT + days(14) },
    due: NEXT + days(14),
    talk: { number: 2, items: [anItem('a')] },
  });

  test('gets its questions now, and reads by whom', async () => {
    const world = await makeWorld(NEXT + days(2), talking);
    expect((await world.type('puls starten')).at(-1)).toBe('[Jetzt starten]');
    await world.press('start', 3);
    await workMinutes(world.product, 3);
    const told = world.ports.gateway.posted().map(({ card }) => cardLines(card)[0]);
    expect(told).toEqual(['Jetzt beginnt eine Runde außer der Reihe.', 'Fragen für euer Gespräch']);
    expect(await world.ports.teams.find(TENANT, 'C1')).toMatchObject({ talk: { number: 3 } });
  });
});

describe('a round that was started and then moved to a later date', () => {
  test('can be started once more', async () => {
    const world = await makeWorld(OPENS + minutes(5), aTeam({ due: undefined, promisedFrom: OPENS }));
    const { ports, product, press } = world;
    await press('start', 1);
    const team = await ports.teams.find(TENANT, 'C1');
    const moved = { ...(team ?? aTeam()), nextOpening: { ...NEXT_OPENING, number: 1 }, due: NEXT };
    await ports.teams.save(changed(moved, { command: 'moved', what: 'moved', now: ports.clock.now() }));
    await press('start', 1);
    await workMinutes(product, 3);
    expect(await ports.rounds.find(TENANT, 'C1-1')).toMatchObject({ state: 'open' });
  });
});
