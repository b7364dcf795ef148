import { describe, expect, test } from '@jest/globals';
import { idIn, nobodyIn } from '../../../src/chat/identity.ts';
import { InvariantError } from '../../../src/shared/errors.ts';
import { minutes } from '../../../src/shared/time.ts';
import { aReleasedTenant, aTeam, OPENS, TENANT } from '../../support/builders.ts';
import { haveTeam, makeMemoryPorts, makeProduct, populate, workMinutes } from '../../support/memory-world.ts';
import { present } from '../../support/scenes.ts';

/** The first of six people, who was asked in an open round and erases. */
const world = async (name: string, ground = 'BV 7') => {
  const { pulse } = aReleasedTenant().releases;
  const releases = { pulse: { ...present(pulse, 'release'), ground } };
  const ports = makeMemoryPorts(OPENS, aReleasedTenant({ releases }));
  const [person] = populate(ports, 6);
  await haveTeam(ports, aTeam({ name }));
  const product = makeProduct(ports);
  await workMinutes(product, 3);
  const one = present(person, 'person');
  const erase = async () => {
    const actor = { tenant: TENANT, person: one, outsider: false };
    await product.desk.handle({
      kind: 'submitted',
      actor,
      nonce: 'n',
      intent: { kind: 'erase' },
      values: {},
    });
  };
  const rostered = async (): Promise<boolean> => {
    const batch = await ports.batches.find(TENANT, 'C1-1.0');
    return present(batch, 'roster').people.includes(one);
  };
  return { ports, product, id: idIn(one), erase, rostered };
};

describe('somebody who erases', () => {
  test('and is named in a ground that an admin wrote is gone from that too', async () => {
    const { ports, product, id, erase, rostered } = await world('team-nord', 'Gespräch mit P1 am 20.11.');
    expect(id).toBe('P1');
    await erase();
    await workMinutes(product, 10);
    const settings = await ports.settings.find(TENANT, 'settings');
    expect(settings?.releases.pulse?.ground).toBe('Gespräch mit … am 20.11.');
    expect(await rostered()).toBe(false);
    expect(await ports.erasures.find(TENANT, id)).toBeUndefined();
  });

  test('and is named where nobody can mend it is gone everywhere else, and an operator hears of it', async () => {
    const { ports, product, id, erase, rostered } = await world('all about P1');
    await erase();
    const job = { kind: 'erasure', tenant: TENANT, id, due: 0 } as const;
    const outcomes: unknown[] = [];
    for (let runs = 0; runs < 4; runs += 1) {
      await product.runJob(job).catch((error: unknown) => outcomes.push(error));
      ports.clock.advance(minutes(5));
    }
    expect(await rostered()).toBe(false);
    expect(outcomes.length).toBeGreaterThan(0);
    expect(outcomes.every((error) => error instanceof InvariantError)).toBe(true);
    expect(await ports.erasures.find(TENANT, id)).toBeDefined();

    // Given up; once the name is mended and they erase once more, it is done.
    await product.parkJob(job, 'named');
    const team = present(await ports.teams.find(TENANT, 'C1'), 'team');
    const history = [...team.history, { command: 'mended', what: 'mended' }];
    await ports.teams.save({ ...team, name: 'team-nord', version: team.version + 1, history });
    await erase();
    await workMinutes(product, 10);
    expect(await ports.erasures.find(TENANT, id)).toBeUndefined();
  });
});

describe('the place of somebody erased', () => {
  const openWorld = async () => {
    const ports = makeMemoryPorts(OPENS);
    const people = populate(ports, 6);
    await haveTeam(ports, aTeam());
    const product = makeProduct(ports);
    await workMinutes(product, 3);
    const eraser = present(people[2], 'person');
    const erase = () =>
      product.desk.handle({
        kind: 'submitted',
        actor: { tenant: TENANT, person: eraser, outsider: false },
        nonce: 'n',
        intent: { kind: 'erase' },
        values: {},
      });
    const listed = async () => present(await ports.batches.find(TENANT, 'C1-1.0'), 'roster').people;
    const close = async (): Promise<void> => {
      for (let ends = 0; ends < 2; ends += 1) {
        ports.clock.set(present(await ports.rounds.find(TENANT, 'C1-1'), 'round').closesAt);
        await workMinutes(product, 3);
      }
    };
    return { ports, people, product, eraser, erase, listed, close };
  };

  test('is kept while the round is open, and says nothing from its close on', async () => {
    const { product, people, eraser, erase, listed, close } = await openWorld();
    await erase();
    await workMinutes(product, 10);
    const kept = people.map((person) => (person === eraser ? nobodyIn(TENANT) : person));
    expect(await listed()).toEqual(kept);
    await close();
    expect(await listed()).toEqual([...people.filter((one) => one !== eraser), nobodyIn(TENANT)]);
  });

  test('says nothing where the round was closed already', async () => {
    const { product, people, eraser, erase, listed, close } = await openWorld();
    await close();
    await erase();
    await workMinutes(product, 10);
    expect(await listed()).toEqual([...people.filter((one) => one !== eraser), nobodyIn(TENANT)]);
  });
});
