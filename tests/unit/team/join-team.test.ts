import { describe, expect, test } from '@jest/globals';
import type { PersonKind } from '../../../src/people/person.ts';
import type { Team } from '../../../src/team/team.ts';
import { aChannel, aProfile, aTeam, HOME, OPENS, personRef, TENANT } from '../../support/builders.ts';
import { haveTeam, makeMemoryPorts, makeProduct, populate, workMinutes } from '../../support/memory-world.ts';
import { openRound } from '../../support/open-round.ts';

const makeWorld = async (team: Partial<Team> = {}) => {
  const ports = makeMemoryPorts(OPENS - 1000);
  await haveTeam(ports, aTeam(team));
  ports.directory.setPerson(aProfile('NEW'));
  ports.directory.setChannel(aChannel(), ['LEAD', 'NEW', 'NOBODY'].map(personRef));
  const { desk } = makeProduct(ports);
  return {
    ports,
    joined: (id: string, conversation = HOME) =>
      desk.happened({ kind: 'joined', tenant: TENANT, person: personRef(id), conversation }),
    teamOf: async (id: string) => (await ports.people.find(personRef(id)))?.team,
  };
};

describe('somebody who comes into the channel of a team', () => {
  test('belongs to it from then on, however often we are told', async () => {
    const { joined, teamOf } = await makeWorld();
    await joined('NEW');
    await joined('NEW');
    expect(await teamOf('NEW')).toBe('C1');
  });

  test('stays with the team they have', async () => {
    const { ports, joined, teamOf } = await makeWorld();
    await ports.people.remember([aProfile('NEW')]);
    await ports.people.join(personRef('NEW'), 'C2');
    await joined('NEW');
    expect(await teamOf('NEW')).toBe('C2');
  });

  test('and leads it is not asked', async () => {
    const { joined, teamOf } = await makeWorld();
    await joined('LEAD');
    expect(await teamOf('LEAD')).toBeUndefined();
  });

  test.each<[PersonKind, string | undefined]>([
    ['guest', 'C1'],
    ['channel-guest', undefined],
    ['bot', undefined],
    ['outsider', undefined],
    ['deactivated', undefined],
  ])('as a %s belongs to %p', async (kind, team) => {
    const { ports, joined, teamOf } = await makeWorld();
    ports.directory.setPerson(aProfile('NEW', { kind }));
    await joined('NEW');
    expect(await teamOf('NEW')).toBe(team);
  });

  test('belongs to nothing where there is no team, or none yet', async () => {
    const { joined, teamOf } = await makeWorld();
    await joined('NEW', 'slack:T1:C9');
    expect(await teamOf('NEW')).toBeUndefined();
    const settling = await makeWorld({ state: 'settling', nextOpening: undefined });
    await settling.joined('NEW');
    expect(await settling.teamOf('NEW')).toBeUndefined();
  });

  test('belongs to nothing when they are gone already: the event is an old one', async () => {
    const { ports, joined, teamOf } = await makeWorld();
    ports.directory.setChannel(aChannel(), [personRef('LEAD')]);
    await joined('NEW');
    expect(await teamOf('NEW')).toBeUndefined();
    ports.directory.removeChannel(HOME);
    await joined('NEW');
    expect(await teamOf('NEW')).toBeUndefined();
  });

  test('is nobody when the platform does not know them', async () => {
    const { ports, joined } = await makeWorld();
    await joined('NOBODY');
    expect(await ports.people.find(personRef('NOBODY'))).toBeUndefined();
  });
});

describe('who joins while a round is open', () => {
  test('is asked from the next one on, and nothing is open for them', async () => {
    const world = await openRound(5);
    populate(world.ports, 5, [aProfile('NEW', { language: 'en' })]);
    const { desk } = world.product;
    await desk.happened({ kind: 'joined', tenant: TENANT, person: personRef('NEW'), conversation: HOME });
    await workMinutes(world.product, 10);
    expect(world.ports.gateway.posted().map(({ to }) => to)).not.toContain(personRef('NEW'));
    const home = await desk.home({ tenant: TENANT, person: personRef('NEW'), outsider: false });
    expect(home.title).toEqual([{ kind: 'bold', text: 'Nothing is open for you.' }]);
    expect(await world.answer(personRef('NEW'), {})).toMatchObject({ ok: false });
  });
});
