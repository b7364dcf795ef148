import { expect, test } from '@jest/globals';
import { inTenant } from '../../../src/chat/identity.ts';
import { PortError } from '../../../src/shared/errors.ts';
import { days } from '../../../src/shared/time.ts';
import { aChannel, aTeam, HOME, OPENS, TENANT } from '../../support/builders.ts';
import { haveTeam, makeMemoryPorts, makeProduct, populate, workMinutes } from '../../support/memory-world.ts';
import { cardLines } from '../../support/said.ts';

test('a further channel that takes no promise holds nothing up: the home has it, and the round opens', async () => {
  const ports = makeMemoryPorts(OPENS - days(3));
  const people = populate(ports, 6);
  const annexe = inTenant(TENANT, 'C2');
  ports.directory.setChannel(aChannel({ conversation: annexe, name: 'annexe' }), people);
  ports.gateway.fail(annexe, new PortError('refused', 'restricted_action'));
  await haveTeam(
    ports,
    aTeam({
      alsoIn: [annexe],
      state: 'settling',
      promised: undefined,
      nextOpening: undefined,
      due: ports.clock.now(),
    }),
  );
  const product = makeProduct(ports);
  await workMinutes(product, 3);
  const team = await ports.teams.find(TENANT, 'C1');
  expect(team).toMatchObject({ state: 'active', promised: true });
  const promises = ports.gateway.posted().filter(({ card }) => cardLines(card)[0]?.startsWith('Ab '));
  expect(promises.map(({ to }) => to)).toEqual([HOME]);
  ports.clock.set(team?.nextOpening?.instant ?? 0);
  await workMinutes(product, 3);
  expect(await ports.rounds.find(TENANT, 'C1-1')).toMatchObject({ state: 'open' });
});
