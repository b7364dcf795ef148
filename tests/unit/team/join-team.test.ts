import { describe, expect, test } from '@jest/globals';
import type { PersonKind } from '../../../src/people/person.ts';
import type { Team } from '../../../src/team/team.ts';
import {
  aChannel,
  anInvitation,
  aProfile,
  aTeam,
  HOME,
  OPENS,
  personRef,
  TENANT,
} from '../../support/builders.ts';
import { haveTeam, makeMemoryPorts, makeProduct, populate, workMinutes } from '../../support/memory-world.ts';
import { openRound } from '../../support/open-round.ts';

/** A team after its first round, whose people are P1 to P5. */
const makeWorld = async (team: Partial<Team> = {}) => {
  const ports = makeMemoryPorts(OPENS - 1000);
  await haveTeam(ports, aTeam({ currentRound: 'C1-0', ...team }));
  ports.directory.setPerson(aProfile('NEW'));
  ports.directory.setChannel(aChannel(), ['LEAD', 'NEW', 'NOBODY'].map(personRef));
  const { desk } = makeProduct(ports);
  return {
    ports,
    joined: (id: string, conversation = HOME) =>
      desk.happened({ kind: 'joined', tenant: TENANT, person: personRef(id), conversation }),
    left: (id: string, conversation = HOME) =>
      desk.happened({ kind: 'left', person: personRef(id), conversation }),
    teamOf: async (id: string) => (await ports.people.find(personRef(id)))?.team,
    stored: async () => ports.teams.find(TENANT, 'C1'),
  };
};

describe('somebody who comes into the channel of a team', () => {
  test('is noted for its leads once, however often we are told, and belongs to it from its next round on', async () => {
    const { joined, teamOf, stored } = await makeWorld();
    await joined('NEW');
    const noted = await stored();
    await joined('NEW');
    expect(noted?.came).toEqual([personRef('NEW')]);
    expect(await stored()).toEqual(noted);
    expect(await teamOf('NEW')).toBeUndefined();
  });

  test('and goes again is noted no more', async () => {
    const { ports, joined, left, stored } = await makeWorld();
    await joined('NEW');
    ports.directory.setChannel(aChannel(), [personRef('LEAD')]);
    await left('NEW');
    const { came, went } = (await stored()) ?? {};
    expect([came, went]).toEqual([undefined, undefined]);
  });

  test.each([
    ['belongs to another team', {}, true],
    ['was taken off the list', { leftOut: [personRef('NEW')] }, false],
    ['comes before its first round', { currentRound: undefined }, false],
    ['comes after it ended', { state: 'ended' }, false],
    ['comes while it is being set up', { state: 'settling' }, false],
  ] as const)('is not noted who %s', async (_, team, taken) => {
    const { ports, joined, stored } = await makeWorld(team);
    await ports.people.remember([aProfile('NEW')]);
    if (taken) await ports.people.join(personRef('NEW'), 'C2');
    await joined('NEW');
    expect((await stored())?.came).toBeUndefined();
  });

  test('and led it leads it again', async () => {
    const { ports, joined, left, stored } = await makeWorld();
    ports.directory.setChannel(aChannel(), [personRef('NEW')]);
    await left('LEAD');
    expect(await ports.people.find(personRef('LEAD'))).toMatchObject({ leads: [] });
    expect(await stored()).toMatchObject({ leaderless: true });
    ports.directory.setChannel(aChannel(), ['LEAD', 'NEW'].map(personRef));
    ports.directory.setPerson(aProfile('LEAD'));
    await joined('LEAD');
    expect(await ports.people.find(personRef('LEAD'))).toMatchObject({ leads: ['C1'] });
    expect((await stored())?.leaderless).toBeUndefined();
  });

  test('leads it again only while they lead few enough', async () => {
    const { ports, joined } = await makeWorld();
    await ports.people.unlead(personRef('LEAD'), 'C1');
    for (const id of ['C7', 'C8']) {
      await ports.teams.create(aTeam({ id, home: `${TENANT}:${id}` }));
      await ports.people.lead(personRef('LEAD'), id);
    }
    ports.directory.setPerson(aProfile('LEAD'));
    await joined('LEAD');
    expect((await ports.people.find(personRef('LEAD')))?.leads).toEqual(['C7', 'C8']);
    await ports.teams.remove(TENANT, 'C7');
    await joined('LEAD');
    expect((await ports.people.find(personRef('LEAD')))?.leads).toEqual(['C1', 'C8']);
  });

  test('is noted as well who was asked to lead it and has not said yes', async () => {
    const { joined, stored } = await makeWorld({ invited: [anInvitation('NEW')] });
    await joined('NEW');
    expect((await stored())?.came).toEqual([personRef('NEW')]);
  });

  test.each<[PersonKind, boolean]>([
    ['guest', true],
    ['channel-guest', false],
    ['bot', false],
    ['outsider', false],
    ['deactivated', false],
  ])('as a %s is noted: %p', async (kind, noted) => {
    const { ports, joined, stored } = await makeWorld();
    ports.directory.setPerson(aProfile('NEW', { kind }));
    await joined('NEW');
    expect((await stored())?.came !== undefined).toBe(noted);
  });

  test('is noted nowhere when they are gone already: the event is an old one', async () => {
    const { ports, joined, stored } = await makeWorld();
    await joined('NEW', 'slack:T1:C9');
    ports.directory.setChannel(aChannel(), [personRef('LEAD')]);
    await joined('NEW');
    ports.directory.removeChannel(HOME);
    await joined('NEW');
    expect((await stored())?.version).toBe(1);
  });

  test('is nobody when the platform does not know them', async () => {
    const { ports, joined } = await makeWorld();
    await joined('NOBODY');
    expect(await ports.people.find(personRef('NOBODY'))).toBeUndefined();
  });
});

describe('somebody who leaves the channel of a team', () => {
  const gone = async (team: Partial<Team> = {}) => {
    const world = await makeWorld(team);
    await world.ports.people.remember([aProfile('NEW'), aProfile('OFF')]);
    for (const id of ['NEW', 'OFF']) await world.ports.people.join(personRef(id), 'C1');
    await world.ports.people.prefer(personRef('OFF'), { off: true });
    world.ports.directory.setChannel(aChannel(), [personRef('LEAD')]);
    return world;
  };

  test('is free at once, and noted for its leads whatever they had set for themselves', async () => {
    const { left, teamOf, stored } = await gone();
    await left('NEW');
    await left('OFF');
    await left('NEW');
    expect([await teamOf('NEW'), await teamOf('OFF')]).toEqual([undefined, undefined]);
    expect((await stored())?.went).toEqual(['NEW', 'OFF'].map(personRef));
  });

  test('and comes back is as they were', async () => {
    const { ports, joined, left, stored } = await gone();
    await left('NEW');
    ports.directory.setChannel(aChannel(), ['LEAD', 'NEW'].map(personRef));
    await joined('NEW');
    const { came, went } = (await stored()) ?? {};
    expect([came, went]).toEqual([undefined, undefined]);
  });

  test('stays in the team as long as they are in another channel of it', async () => {
    const { ports, left, teamOf } = await gone({ alsoIn: ['slack:T1:C2'] });
    ports.directory.setChannel(aChannel({ conversation: 'slack:T1:C2' }), [personRef('NEW')]);
    await left('NEW');
    expect(await teamOf('NEW')).toBe('C1');
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
    expect(home.title).toEqual([
      { kind: 'bold', text: 'Nothing is open for you: you are in no pulse team yet.' },
    ]);
    expect(await world.answer(personRef('NEW'), {})).toMatchObject({ ok: false });
  });
});
