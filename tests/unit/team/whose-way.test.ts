import { describe, expect, test } from '@jest/globals';
import type { Team } from '../../../src/team/team.ts';
import type { WayOn } from '../../../src/team/course/way-on.ts';
import { aProfile, aTeam, HOME, OPENS, personRef, TENANT } from '../../support/builders.ts';
import { haveTeam, makeMemoryPorts, makeProduct, populate } from '../../support/memory-world.ts';

const decided = async (asked: WayOn['asked'], name: string, team: Partial<Team>, from = true) => {
  const ports = makeMemoryPorts(OPENS - 1);
  populate(ports, 6, [aProfile('BOSS')]);
  const { profiles } = await ports.directory.people(TENANT);
  await ports.people.remember(profiles);
  await ports.people.join(personRef('P1'), 'C1');
  await ports.people.join(personRef('P2'), 'C1');
  await haveTeam(ports, aTeam({ ...team, wayOn: { asked, number: 1 }, due: undefined }));
  await makeProduct(ports).desk.handle({
    kind: 'pressed',
    actor: { tenant: TENANT, person: personRef(name), outsider: false },
    conversation: from ? HOME : undefined,
    intent: { kind: 'way-on', team: 'C1', number: 1, way: asked === 'too-small' ? 'talk' : 'pause' },
  });
  return (await ports.teams.find(TENANT, 'C1'))?.wayOn?.decided !== undefined;
};

const OFF = { leftOut: [personRef('BOSS'), personRef('P2')] };

describe('which way a team goes on', () => {
  test.each([
    ['who was asked', 'P1', true],
    ['who leads', 'LEAD', true],
    ['who is in the channel and in no team', 'P3', false],
    ['who was taken off the list', 'BOSS', false],
    ['who was asked and taken off since', 'P2', false],
  ])('after rounds below the gate: %s', async (_, name, may) => {
    expect(await decided('below-gate', name, OFF)).toBe(may);
    expect(await decided('below-gate', name, OFF, false)).toBe(may);
  });

  test.each([
    ['who is in the channel and in no team', 'P3', true],
    ['who leads', 'LEAD', true],
    ['who was taken off the list', 'BOSS', false],
  ])('where it is too few for a round: %s', async (_, name, may) => {
    expect(await decided('too-small', name, OFF)).toBe(may);
    expect(await decided('too-small', name, OFF, false)).toBe(may);
  });
});
