import { describe, expect, test } from '@jest/globals';
import { plain } from '../../../src/chat/text.ts';
import { days } from '../../../src/shared/time.ts';
import type { Team } from '../../../src/team/team.ts';
import { NEXT, TENANT, aProfile, personRef } from '../../support/builders.ts';
import { crashEverywhere } from '../../support/intercept.ts';
import type { Around } from '../../support/intercept.ts';
import { makeProduct, populate, workMinutes, workUntilQuiet } from '../../support/memory-world.ts';
import { formOf, openRound, playOut } from '../../support/open-round.ts';

const DAY_BEFORE = NEXT - days(1);
const JOB = { kind: 'team', tenant: TENANT, id: 'C1', due: DAY_BEFORE } as const;
const LEAD = personRef('LEAD');

/** A team a day before its second round. */
const makeWorld = async (team: Partial<Team>, around?: Around) => {
  const world = await openRound(6);
  for (const person of world.asked) await world.answer(person, formOf([1, 3, 5]));
  await playOut(world);
  populate(world.ports, 6, [aProfile('NEW')]);
  const stored = await world.team();
  if (stored !== undefined) {
    await world.ports.teams.save({ ...stored, version: stored.version + 1, ...team });
  }
  world.ports.clock.set(DAY_BEFORE);
  const product = makeProduct(world.ports, around);
  const told = () =>
    world.ports.gateway
      .posted()
      .flatMap(({ to, card }) => (to === LEAD ? [plain(card.title)] : []))
      .filter((title) => title.startsWith('Neu') || title.startsWith('Nicht'));
  return { ...world, product, told };
};

const NEWS = 'Neu im Kanal von #team-nord: ….';

describe('a day before a round', () => {
  test('the leads hear who came and is still there', async () => {
    const world = await makeWorld({ came: ['NEW', 'GONE'].map(personRef) });
    await world.product.runJob(JOB);
    await workUntilQuiet(world.product);
    expect(world.told()).toEqual([NEWS]);
    expect(await world.team()).toMatchObject({ came: [personRef('NEW')], proposedFor: 2, due: NEXT });
  });

  test('they hear nothing where it is no longer so', async () => {
    const world = await makeWorld({ came: [personRef('GONE')], went: [personRef('P1')] });
    await world.product.runJob(JOB);
    await workUntilQuiet(world.product);
    expect(world.told()).toEqual([]);
    expect(await world.team()).toMatchObject({ came: [], went: [], proposedFor: 2, due: NEXT });
  });

  test('nothing opens, and nothing is told twice', async () => {
    const world = await makeWorld({ came: [personRef('NEW')] });
    await world.product.runJob(JOB);
    await world.product.runJob(JOB);
    await workUntilQuiet(world.product);
    expect(world.told()).toEqual([NEWS]);
    expect((await world.team())?.currentRound).toBe('C1-1');
  });

  test('a removed app reads nothing and tells nobody, and comes back to its date', async () => {
    const calls: string[] = [];
    const world = await makeWorld({ came: [personRef('NEW')] }, async (name, apply) => {
      calls.push(name);
      return apply();
    });
    await world.ports.tenants.removed(TENANT, DAY_BEFORE);
    await world.product.runJob(JOB);
    expect(calls.filter((name) => name.startsWith('directory'))).toEqual([]);
    expect(await world.team()).toMatchObject({ due: NEXT });
  });

  test('they hear once, wherever it crashed', async () => {
    const crashes = await crashEverywhere(async (crash) => {
      const world = await makeWorld({ came: [personRef('NEW')] }, crash.around);
      await world.product.runJob(JOB).catch(() => undefined);
      crash.restart();
      // Long enough for what waits in an outbox.
      await workMinutes(world.product, 4);
      expect(world.told()).toEqual([NEWS]);
    });
    expect(crashes).toBeGreaterThan(5);
  });
});

describe('a message to a lead who leads no more by then', () => {
  test('is not sent', async () => {
    const world = await makeWorld({ came: [personRef('NEW')] });
    await world.product.runJob(JOB);
    await world.ports.people.unlead(LEAD, 'C1');
    await workUntilQuiet(world.product);
    expect(world.told()).toEqual([]);
  });
});
