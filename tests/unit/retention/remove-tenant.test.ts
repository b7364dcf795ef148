import { describe, expect, test } from '@jest/globals';
import { makePlanRemoval } from '../../../src/retention/plan-removal.ts';
import { REMOVAL_ID } from '../../../src/retention/removal.ts';
import { days } from '../../../src/shared/time.ts';
import { OPENS, TENANT } from '../../support/builders.ts';
import { haveTeam, makeMemoryPorts, makeProduct, populate, workMinutes } from '../../support/memory-world.ts';

/** An app that was removed, with a team. Deletes one thing a page, as a big tenant would take many. */
const makeWorld = async () => {
  const memory = makeMemoryPorts(OPENS - days(2));
  populate(memory, 6);
  await haveTeam(memory);
  let pages = 30;
  const holdings: typeof memory.holdings = {
    ...memory.holdings,
    removePage: async (tenant) => {
      pages -= 1;
      return pages > 0 ? 'more' : memory.holdings.removePage(tenant);
    },
  };
  const ports = { ...memory, holdings };
  const planRemoval = makePlanRemoval(ports);
  const removal = () => ports.removals.find(TENANT, REMOVAL_ID);
  return { ports, product: makeProduct(ports), planRemoval, removal };
};

const REMOVED = OPENS - days(1);

describe('a tenant that removed the app', () => {
  test('is deleted page by page, over several runs, and the removal goes with it', async () => {
    const { ports, product, planRemoval, removal } = await makeWorld();
    await planRemoval(TENANT, REMOVED);
    expect(await removal()).toMatchObject({ due: REMOVED + days(30) });
    ports.clock.set(REMOVED + days(30));
    await workMinutes(product, 1);
    expect(await removal()).toMatchObject({ begun: true });
    await workMinutes(product, 5);
    expect(await removal()).toBeUndefined();
    expect(await ports.teams.find(TENANT, 'C1')).toBeUndefined();
    expect(await ports.tenants.isActive(TENANT)).toBe(false);
  });

  test('goes on to the end once it has begun, wherever it dies', async () => {
    for (let at = 0; at < 20; at += 1) {
      const { ports, product, planRemoval, removal } = await makeWorld();
      await planRemoval(TENANT, REMOVED);
      ports.clock.set(REMOVED + days(30));
      let left = at;
      const dying = makeProduct(ports, async (_name, call) => {
        left -= 1;
        if (left === -1) throw new Error('died');
        return call();
      });
      await workMinutes(dying, 1);
      await workMinutes(product, 6);
      expect(await removal()).toBeUndefined();
      expect(await ports.teams.find(TENANT, 'C1')).toBeUndefined();
    }
  });

  test('keeps everything if it is back by then, and counts anew if it leaves again', async () => {
    const { ports, product, planRemoval, removal } = await makeWorld();
    await planRemoval(TENANT, REMOVED);
    await ports.tenants.installed(TENANT, REMOVED + days(5));
    await planRemoval(TENANT, REMOVED + days(10));
    expect(await removal()).toMatchObject({ since: REMOVED + days(10), due: REMOVED + days(40) });
    await planRemoval(TENANT, REMOVED);
    expect(await removal()).toMatchObject({ since: REMOVED + days(10) });
    await ports.tenants.installed(TENANT, REMOVED + days(20));
    ports.clock.set(REMOVED + days(40));
    await workMinutes(product, 2);
    expect(await removal()).toBeUndefined();
    expect(await ports.teams.find(TENANT, 'C1')).toBeDefined();
  });

  test('plans nothing for news that a new installation overtook', async () => {
    const { ports, planRemoval, removal } = await makeWorld();
    await ports.tenants.removed(TENANT, REMOVED);
    await ports.tenants.installed(TENANT, REMOVED + days(1));
    await planRemoval(TENANT, REMOVED);
    expect(await removal()).toBeUndefined();
  });
});
