import { expect, test } from '@jest/globals';
import { inTenant } from '../../../src/chat/identity.ts';
import { makeSetUpCases } from '../../../src/desk/open-set-up-desk.ts';
import { days } from '../../../src/shared/time.ts';
import { aChannel, aPerson, aProfile, OPENS, TENANT } from '../../support/builders.ts';
import { haveTeam, makeMemoryPorts, makeProduct, populate, workMinutes } from '../../support/memory-world.ts';
import { setUpValues } from '../../support/set-up-world.ts';

test('however often somebody is invited to lead, their ask of the week comes', async () => {
  const ports = makeMemoryPorts(OPENS - days(2));
  const people = populate(ports, 6);
  const [invited] = people;
  await haveTeam(ports);
  const product = makeProduct(ports);
  const { setUpTeam } = makeSetUpCases({ ...ports, allowPublicChannels: false });
  for (const name of ['C7', 'C8', 'C9']) {
    const home = inTenant(TENANT, name);
    ports.directory.setChannel(aChannel({ conversation: home, name }), people);
    const values = setUpValues({ leads: invited === undefined ? [] : [invited] });
    expect(await setUpTeam({ nonce: name, person: aPerson('P2'), home, values })).toMatchObject({ ok: true });
  }
  await workMinutes(product, 3);
  const got = () => ports.gateway.posted().filter(({ to }) => to === invited);
  expect(got()).toHaveLength(1);
  ports.clock.set(OPENS);
  await workMinutes(product, 5);
  expect(got()).toHaveLength(2);
  expect(JSON.stringify(got()[1]?.card)).toContain('"round":"C1-1"');
});

test('who was asked in a round this week is invited all the same', async () => {
  const ports = makeMemoryPorts(OPENS);
  const people = populate(ports, 6);
  const [invited] = people;
  await haveTeam(ports);
  const product = makeProduct(ports);
  await workMinutes(product, 5);
  const home = inTenant(TENANT, 'C7');
  const others = Array.from({ length: 6 }, (_, index) => aProfile(`Q${index + 1}`));
  for (const profile of others) ports.directory.setPerson(profile);
  const inIt = [...others.map(({ person }) => person), ...people.slice(0, 1)];
  ports.directory.setChannel(aChannel({ conversation: home, name: 'C7' }), inIt);
  const { setUpTeam } = makeSetUpCases({ ...ports, allowPublicChannels: false });
  const values = setUpValues({ leads: invited === undefined ? [] : [invited] });
  expect(await setUpTeam({ nonce: 'n', person: aPerson('Q1'), home, values })).toMatchObject({ ok: true });
  await workMinutes(product, 3);
  const got = ports.gateway.posted().filter(({ to }) => to === invited);
  expect(got).toHaveLength(2);
  expect(JSON.stringify(got[1]?.card)).toContain('accept-lead');
});
