import { describe, expect, test } from '@jest/globals';
import type { Person } from '../../../src/people/person.ts';
import { makeAskedLately } from '../../../src/pulse/roster/asked-lately.ts';
import { makeRosterOf } from '../../../src/pulse/roster/roster.ts';
import { aPerson, aProfile, aTeam, anInvitation, OPENS, personRef } from '../../support/builders.ts';
import type { Around } from '../../support/intercept.ts';
import { led, makeMemoryPorts } from '../../support/memory-world.ts';

const people = (...ids: readonly string[]): readonly Person[] => ids.map((id) => aPerson(id));

const makeWorld = async (audience: readonly Person[], around?: Around) => {
  const ports = makeMemoryPorts(OPENS);
  await ports.people.remember(audience.map(({ person, kind }) => aProfile('', { person, kind })));
  for (const { person, team } of audience) if (team !== undefined) await ports.people.join(person, team);
  const seen = around === undefined ? ports : led(ports, around);
  const rosterOf = makeRosterOf({ ...seen, askedLately: makeAskedLately(seen) });
  return {
    ports,
    roster: (team = aTeam()) => rosterOf(team, audience),
    teamOf: async (id: string) => (await ports.people.find(personRef(id)))?.team,
  };
};

const asked = (...ids: readonly string[]) => ({ ok: true, value: ids.map(personRef) });
const TOO_SMALL = { ok: false, refusal: { code: 'too-small', size: 4 } };

describe('the roster', () => {
  test('is the audience without its leads, in an order that tells nothing', async () => {
    const { roster } = await makeWorld(people('LEAD', 'P2', 'B', 'P1', 'A', 'C'));
    expect(await roster()).toEqual(asked('A', 'B', 'C', 'P1', 'P2'));
    expect(await roster(aTeam({ leads: [personRef('A')] }))).toEqual(asked('B', 'C', 'LEAD', 'P1', 'P2'));
  });

  test('has whoever was asked to lead and has not accepted', async () => {
    const { roster } = await makeWorld(people('P1', 'P2', 'P3', 'P4', 'P5'));
    const team = aTeam({ invited: [anInvitation('P3')] });
    expect(await roster(team)).toEqual(asked('P1', 'P2', 'P3', 'P4', 'P5'));
  });

  test('has guests of several channels, and no bots, outsiders, guests of one channel or who left', async () => {
    const { roster } = await makeWorld([
      ...people('P1', 'P2', 'P3', 'P4'),
      aPerson('GUEST', { kind: 'guest' }),
      aPerson('CHANNEL', { kind: 'channel-guest' }),
      aPerson('BOT', { kind: 'bot' }),
      aPerson('GONE', { kind: 'deactivated' }),
      aPerson('FOREIGN', { kind: 'outsider' }),
    ]);
    expect(await roster()).toEqual(asked('GUEST', 'P1', 'P2', 'P3', 'P4'));
  });

  test('has nobody of another team, and makes its people the team’s', async () => {
    const other = aPerson('OTHER', { team: 'C2' });
    const { roster, teamOf } = await makeWorld([...people('P1', 'P2', 'P3', 'P4', 'P5'), other]);
    expect(await roster()).toEqual(asked('P1', 'P2', 'P3', 'P4', 'P5'));
    expect([await teamOf('P1'), await teamOf('P5'), await teamOf('OTHER')]).toEqual(['C1', 'C1', 'C2']);
  });

  test('is the same again', async () => {
    const { roster } = await makeWorld(people('P1', 'P2', 'P3', 'P4', 'P5'));
    expect(await roster()).toEqual(await roster());
  });
});

describe('no roster', () => {
  test('is made of four, and then nobody is the team’s', async () => {
    const { roster, teamOf } = await makeWorld([
      ...people('LEAD', 'P1', 'P2', 'P3', 'P4'),
      aPerson('OTHER', { team: 'C2' }),
    ]);
    expect(await roster()).toEqual(TOO_SMALL);
    expect(await teamOf('P1')).toBeUndefined();
  });

  test('is made where another team takes the fifth a moment before, and who was new is free again', async () => {
    const old = aPerson('OLD', { team: 'C1' });
    const { ports, roster, teamOf } = await makeWorld(
      [...people('P1', 'P2', 'P3', 'P4'), old],
      async (name, apply) => {
        if (name === 'people.join') await taken();
        return apply();
      },
    );
    const taken = () => ports.people.join(personRef('P4'), 'C2');
    expect(await roster()).toEqual(TOO_SMALL);
    expect([await teamOf('P1'), await teamOf('P4'), await teamOf('OLD')]).toEqual([undefined, 'C2', 'C1']);
  });
});
