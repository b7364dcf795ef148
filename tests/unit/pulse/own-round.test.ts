import { describe, expect, test } from '@jest/globals';
import { SETTINGS_ID } from '../../../src/admin/settings.ts';
import { PortError } from '../../../src/shared/errors.ts';
import { days } from '../../../src/shared/time.ts';
import type { Team } from '../../../src/team/team.ts';
import { aReleasedTenant, aTeam, CLOSES, OPENS, personRef, TENANT } from '../../support/builders.ts';
import { haveTeam, makeMemoryPorts, makeProduct, populate, workMinutes } from '../../support/memory-world.ts';
import type { MemoryPorts } from '../../support/memory-world.ts';

const decide = async ({ settings, clock }: MemoryPorts, released: boolean): Promise<void> => {
  const found = (await settings.find(TENANT, SETTINGS_ID)) ?? aReleasedTenant();
  await settings.save({
    ...found,
    version: found.version + 1,
    history: [...found.history, { command: `decision-${found.version}`, what: 'decided' }],
    releases: released ? aReleasedTenant().releases : {},
    telling: {},
    due: clock.now(),
  });
};

/** Opens C1's round; something happens once while its slots are laid out, before its team knows of it. */
const whileOpening = async (happens: (ports: MemoryPorts) => Promise<void>, team: Partial<Team> = {}) => {
  const ports = makeMemoryPorts(OPENS);
  const people = populate(ports, 6);
  await haveTeam(ports, aTeam(team));
  let before = true;
  const product = makeProduct(ports, async (name, apply) => {
    if (name === 'vault.openKey' && before) {
      before = false;
      await happens(ports);
    }
    return apply();
  });
  await workMinutes(product, 10);
  return {
    ports,
    product,
    asked: () =>
      ports.gateway.posted().filter(({ to }) => people.includes(personRef(to.split(':').at(-1) ?? ''))),
    round: (number: number) => ports.rounds.find(TENANT, `C1-${number}`),
    team: () => ports.teams.find(TENANT, 'C1'),
  };
};

const withdrawn = async (ports: MemoryPorts): Promise<void> => {
  await decide(ports, false);
  await makeProduct(ports).runJob({ kind: 'settings', tenant: TENANT, id: SETTINGS_ID, due: OPENS });
};

const submitted =
  (form: 'end' | 'pause') =>
  async (ports: MemoryPorts): Promise<void> => {
    const actor = { tenant: TENANT, person: personRef('LEAD'), outsider: false };
    const intent = { kind: 'team-form', form, team: 'C1' } as const;
    await makeProduct(ports).desk.handle({ kind: 'submitted', actor, nonce: form, intent, values: {} });
  };

describe('a round that is being opened', () => {
  test.each([
    ['its release is withdrawn', withdrawn],
    ['its team ends', submitted('end')],
    ['its team pauses', submitted('pause')],
  ])('ends unread when %s, and nobody is asked', async (_, happens) => {
    for (const asks of ['direct', 'channel'] as const) {
      const { ports, asked, round, team } = await whileOpening(happens, { asks });
      expect(asked()).toEqual([]);
      expect(ports.gateway.posted().filter(({ card }) => JSON.stringify(card).includes('"answer"'))).toEqual(
        [],
      );
      expect(await round(1)).toMatchObject({ state: 'closed', withheld: true, result: { reached: false } });
      expect(await ports.vault.head({ tenant: TENANT, round: 'C1-1' })).toBeUndefined();
      expect((await team())?.currentRound).toBeUndefined();
    }
  });

  test('is given up for good: the next one has a number of its own', async () => {
    const { ports, product, round, team } = await whileOpening(submitted('pause'));
    const actor = { tenant: TENANT, person: personRef('LEAD'), outsider: false };
    const intent = { kind: 'team', act: 'resume', team: 'C1' } as const;
    await product.desk.handle({ kind: 'pressed', actor, conversation: undefined, intent });
    const opens = (await team())?.nextOpening?.instant ?? 0;
    expect(opens).toBeGreaterThan(OPENS);
    ports.clock.set(opens);
    await workMinutes(product, 5);
    expect(await round(2)).toMatchObject({ state: 'open', asked: 6, previous: undefined });
    expect(await team()).toMatchObject({ currentRound: 'C1-2', nextOpening: { number: 3 } });
  });

  test('opens after all where its team was changed in some other way', async () => {
    const { asked, round, team } = await whileOpening(async ({ teams }) => {
      const found = (await teams.find(TENANT, 'C1')) ?? aTeam();
      const history = [...found.history, { command: 'other', what: 'named' }];
      await teams.save({ ...found, name: 'Team West', version: found.version + 1, history });
    });
    expect(asked()).toHaveLength(6);
    expect(await round(1)).toMatchObject({ state: 'open' });
    expect(await team()).toMatchObject({ currentRound: 'C1-1', name: 'Team West' });
  });

  test('asks nobody before its team knows of it', async () => {
    const conflict: unknown[] = [];
    const { asked } = await whileOpening(async (ports) => {
      const team = (await ports.teams.find(TENANT, 'C1')) ?? aTeam();
      const written = makeProduct(ports, async (name, apply) => {
        if (name === 'teams.save') throw new PortError('conflict', 'storage');
        return apply();
      });
      await written.runJob({ kind: 'team', tenant: TENANT, id: team.id, due: OPENS }).catch(() => undefined);
      await makeProduct(ports)
        .runJob({ kind: 'asks', tenant: TENANT, id: 'C1-1.0', due: OPENS })
        .catch((error: unknown) => conflict.push(error));
    });
    expect(conflict).toEqual([new PortError('conflict', 'round-not-its-teams-yet')]);
    expect(asked()).toHaveLength(6);
  });
});

describe('without a release', () => {
  test('nobody is asked at a time of their own, before the teams were told', async () => {
    const ports = makeMemoryPorts(OPENS);
    const people = populate(ports, 6);
    const { profiles } = await ports.directory.people(TENANT);
    await ports.people.remember(profiles);
    await ports.people.prefer(personRef('P1'), { asks: { kind: 'at', weekday: 5, hour: 10, minute: 0 } });
    await haveTeam(ports);
    const product = makeProduct(ports);
    await workMinutes(product, 3);
    const before = ports.gateway.posted().length;
    expect(before).toBe(people.length - 1);
    const own = await ports.batches.find(TENANT, 'C1-1.1');
    ports.clock.set(own?.due ?? CLOSES);
    await decide(ports, false);
    await product.runJob({ kind: 'asks', tenant: TENANT, id: 'C1-1.1', due: OPENS });
    expect(ports.queue.messages('messages')).toEqual([]);
    expect(ports.gateway.posted()).toHaveLength(before);
  });

  test('what was on its way already is not posted', async () => {
    const ports = makeMemoryPorts(OPENS);
    populate(ports, 6);
    await haveTeam(ports);
    const product = makeProduct(ports);
    await product.runJob({ kind: 'team', tenant: TENANT, id: 'C1', due: OPENS });
    await decide(ports, false);
    const { deliver } = product;
    await deliver({ kind: 'asks', tenant: TENANT, batch: 'C1-1.0', from: 0, to: 25 });
    await deliver({ kind: 'later', tenant: TENANT, round: 'C1-1', at: OPENS + days(1) });
    await deliver({ kind: 'round-ask', tenant: TENANT, round: 'C1-1' });
    await deliver({ kind: 'reminder', tenant: TENANT, round: 'C1-1' });
    expect(ports.gateway.posted()).toEqual([]);
  });
});
