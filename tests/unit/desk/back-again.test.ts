import { describe, expect, test } from '@jest/globals';
import { PortError } from '../../../src/shared/errors.ts';
import { days } from '../../../src/shared/time.ts';
import { CLOSES, OPENS, TENANT } from '../../support/builders.ts';
import { makeProduct, workMinutes } from '../../support/memory-world.ts';
import { formOf, openRound } from '../../support/open-round.ts';

/** The app was removed while a round was open, and is back a day later. */
const makeWorld = async () => {
  const world = await openRound(6);
  const { ports, product } = world;
  await product.desk.happened({ kind: 'app-removed', tenant: TENANT, when: ports.clock.now() });
  expect(await ports.tenants.isActive(TENANT)).toBe(false);
  ports.clock.set(OPENS + days(1));
  return world;
};

describe('an app that was removed and is back', () => {
  test('is known to be back from the first click on, so that what is answered counts', async () => {
    const { ports, product, asked } = await makeWorld();
    for (const person of asked) {
      await product.desk.handle({
        kind: 'submitted',
        actor: { tenant: TENANT, person, outsider: false },
        nonce: 'f',
        intent: { kind: 'answer', round: 'C1-1' },
        values: formOf([1, 4, 5]),
      });
    }
    expect(await ports.tenants.isActive(TENANT)).toBe(true);
    ports.clock.set(CLOSES);
    await workMinutes(product, 5);
    expect(await ports.rounds.find(TENANT, 'C1-1')).toMatchObject({
      published: true,
      result: { answers: 6 },
    });
    ports.clock.set(OPENS + days(32));
    await workMinutes(product, 5);
    expect(await ports.teams.find(TENANT, 'C1')).toBeDefined();
  });

  test('is known by a button, and by the home tab', async () => {
    for (const act of ['button', 'home'] as const) {
      const { ports, product, asked } = await makeWorld();
      const [person] = asked;
      if (person === undefined) throw new Error('nobody was asked');
      const actor = { tenant: TENANT, person, outsider: false };
      await (act === 'home'
        ? product.desk.home(actor)
        : product.desk.handle({
            kind: 'pressed',
            actor,
            conversation: undefined,
            intent: { kind: 'answer', round: 'C1-1' },
          }));
      expect(await ports.tenants.isActive(TENANT)).toBe(true);
    }
  });

  test('stays removed when somebody we know comes late, and the platform does not tell us who they are any more', async () => {
    const { ports, asked } = await makeWorld();
    const product = makeProduct(ports, async (name, apply) => {
      if (name === 'directory.person') throw new PortError('refused', 'account_inactive');
      return apply();
    });
    const [person] = asked;
    if (person === undefined) throw new Error('nobody was asked');
    await product.desk.home({ tenant: TENANT, person, outsider: false });
    expect(await ports.tenants.isActive(TENANT)).toBe(false);
  });

  test('stays removed whatever somebody says whom the platform does not know', async () => {
    const { ports, product } = await makeWorld();
    const actor = { tenant: TENANT, person: `${TENANT}:GHOST` as const, outsider: false };
    const intent = { kind: 'answer', round: 'C1-1' } as const;
    await product.desk.handle({ kind: 'pressed', actor, conversation: undefined, intent });
    await product.desk.home(actor);
    expect(await ports.tenants.isActive(TENANT)).toBe(false);
  });
});
