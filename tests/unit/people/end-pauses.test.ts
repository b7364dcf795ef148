import { expect, test } from '@jest/globals';
import { aChannel, aProfile, aTeam, OPENS, personRef } from '../../support/builders.ts';
import { haveTeam, makeMemoryPorts, makeProduct, populate, workMinutes } from '../../support/memory-world.ts';

test('a pause that is over is forgotten when the team’s next round opens, also of leads and of guests', async () => {
  const ports = makeMemoryPorts(OPENS);
  const asked = populate(ports, 6);
  const guest = aProfile('GUEST', { kind: 'channel-guest' });
  ports.directory.setPerson(guest);
  ports.directory.setChannel(aChannel(), [...asked, personRef('LEAD'), guest.person]);
  await haveTeam(ports, aTeam());
  await ports.people.remember([aProfile('LEAD'), aProfile('P1'), aProfile('P2'), guest]);
  const over = { year: 2026, month: 12, day: 2 };
  for (const id of ['LEAD', 'P1', 'GUEST']) await ports.people.prefer(personRef(id), { awayUntil: over });
  await ports.people.prefer(personRef('P2'), { awayUntil: { ...over, day: 3 } });
  await workMinutes(makeProduct(ports), 1);
  const pauseOf = async (id: string) => (await ports.people.find(personRef(id)))?.settings?.awayUntil;
  expect(await Promise.all(['LEAD', 'P1', 'GUEST'].map(pauseOf))).toEqual([undefined, undefined, undefined]);
  expect(await pauseOf('P2')).toEqual({ ...over, day: 3 });
});
