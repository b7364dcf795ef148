import { describe, expect, test } from '@jest/globals';
import { makeKnowMembers } from '../../../src/people/identify.ts';
import { makeRosterOf } from '../../../src/pulse/roster.ts';
import { aChannel, aProfile, aTeam, HOME, OPENS, personRef, TENANT } from '../../support/builders.ts';
import { makeRecorder } from '../../support/intercept.ts';
import { led, makeMemoryPorts, populate } from '../../support/memory-world.ts';

const makeWorld = () => {
  const { around, calls } = makeRecorder();
  const ports = makeMemoryPorts(OPENS);
  const seen = led(ports, around);
  const rosterOf = makeRosterOf({ ...seen, knowMembers: makeKnowMembers(seen) });
  return { ports, calls, roster: (team = aTeam()) => rosterOf(team) };
};

const asked = (...ids: readonly string[]) => ({ ok: true, value: ids.map(personRef) });
const refused = (code: string) => ({ ok: false, refusal: { code } });

describe('the roster', () => {
  test('is everybody in the channel but the leads, in an order that tells nothing', async () => {
    const { ports, roster } = makeWorld();
    populate(ports, 3, [aProfile('B'), aProfile('A'), aProfile('C')]);
    expect(await roster()).toEqual(asked('A', 'B', 'C', 'P1', 'P2', 'P3'));
    expect(await roster(aTeam({ leads: [personRef('A')] }))).toEqual(
      asked('B', 'C', 'LEAD', 'P1', 'P2', 'P3'),
    );
  });

  test('has guests of several channels, and no bots, outsiders, guests of one channel or who left', async () => {
    const { ports, roster } = makeWorld();
    populate(ports, 5, [
      aProfile('GUEST', { kind: 'guest' }),
      aProfile('CHANNEL', { kind: 'channel-guest' }),
      aProfile('BOT', { kind: 'bot' }),
      aProfile('GONE', { kind: 'deactivated' }),
      aProfile('FOREIGN', { kind: 'outsider' }),
    ]);
    expect(await roster()).toEqual(asked('GUEST', 'P1', 'P2', 'P3', 'P4', 'P5'));
  });

  test('has nobody of another team, and makes its people the team’s', async () => {
    const { ports, roster } = makeWorld();
    const [first = personRef('P1')] = populate(ports, 6);
    await ports.people.join(first, 'C2');
    await ports.people.remember([aProfile('P1')]);
    expect(await roster()).toEqual(asked('P2', 'P3', 'P4', 'P5', 'P6'));
    expect(await ports.people.find(personRef('P2'))).toMatchObject({ team: 'C1' });
    expect(await ports.people.find(first)).toMatchObject({ team: 'C2' });
  });

  test('keeps who is in the team already', async () => {
    const { ports, roster } = makeWorld();
    populate(ports, 5);
    const first = await roster();
    expect(await roster()).toEqual(first);
  });

  test('has who became a member again after leaving the other team', async () => {
    const { ports, roster } = makeWorld();
    const [first = personRef('P1')] = populate(ports, 5);
    await ports.people.join(first, 'C2');
    expect(await roster()).toEqual(refused('too-small'));
    await ports.people.leave(first, 'C2');
    expect(await roster()).toEqual(asked('P1', 'P2', 'P3', 'P4', 'P5'));
  });

  test('asks the directory for pages of people, never for one by one', async () => {
    const { ports, calls, roster } = makeWorld();
    populate(ports, 20);
    await roster();
    expect(calls.filter((name) => name.startsWith('directory.'))).toEqual([
      'directory.channel',
      'directory.members',
      'directory.people',
    ]);
  });

  test('follows the pages until everybody is known', async () => {
    const { ports, roster } = makeWorld();
    for (let index = 0; index < 450; index += 1) ports.directory.setPerson(aProfile(`X${index}`));
    populate(ports, 5);
    expect(await roster()).toEqual(asked('P1', 'P2', 'P3', 'P4', 'P5'));
  });
});

describe('no roster is made', () => {
  test('of four people, and one is made of five', async () => {
    const { ports, roster } = makeWorld();
    populate(ports, 4);
    expect(await roster()).toEqual(refused('too-small'));
    populate(ports, 5);
    expect(await roster()).toMatchObject({ ok: true });
  });

  test('of a channel that is gone or archived', async () => {
    const { ports, roster } = makeWorld();
    populate(ports, 5);
    ports.directory.setChannel(aChannel({ archived: true }), []);
    expect(await roster()).toEqual(refused('channel-unreadable'));
    ports.directory.removeChannel(HOME);
    expect(await roster()).toEqual(refused('channel-unreadable'));
  });

  test('of a channel shared with another organisation, and nobody joins a team for it', async () => {
    const { ports, roster } = makeWorld();
    const people = populate(ports, 5);
    ports.directory.setChannel(aChannel({ shared: true }), people);
    expect(await roster()).toEqual(refused('channel-shared'));
    expect(await ports.people.findMany(people)).toEqual([]);
    expect(await ports.teams.find(TENANT, 'C1')).toBeUndefined();
  });
});
