import { describe, expect, test } from '@jest/globals';
import { plain } from '../../../src/chat/text.ts';
import { PortError } from '../../../src/shared/errors.ts';
import type { Team } from '../../../src/team/team.ts';
import { aChannel, aProfile, aTeam, HOME, personRef, TENANT, utc } from '../../support/builders.ts';
import {
  makeMemoryPorts,
  makeProduct,
  populate,
  workAMinute,
  workMinutes,
  workUntilQuiet,
} from '../../support/memory-world.ts';

const NOW = utc('2026-12-01T09:00:00Z');
const FIRST = utc('2026-12-03T11:07:00Z');

const aNewTeam = (differing: Partial<Team> = {}): Team =>
  aTeam({ state: 'settling', due: NOW, readers: 0, nextOpening: undefined, ...differing });

const makeWorld = async (team = aNewTeam()) => {
  const ports = makeMemoryPorts(NOW);
  populate(ports, 5);
  await ports.people.remember(team.leads.map((person) => aProfile('', { person })));
  await ports.teams.create(team);
  const product = makeProduct(ports);
  const posted = () => ports.gateway.posted().map(({ to, card }) => [to, plain(card.title)]);
  return { ports, product, posted, team: () => ports.teams.find(TENANT, 'C1') };
};

const PROMISE =
  'Ab Do, 3.12. stelle ich euch alle zwei Wochen drei Fragen. Das dauert unter einer Minute und ist Arbeitszeit.';
const UNREADABLE = 'Ich kann den Kanal von #team-nord nicht lesen, deshalb öffnet diese Runde nicht.';

describe('a team that was set up', () => {
  test('becomes active and gives its channel the promise', async () => {
    const { product, posted, team } = await makeWorld();
    await workUntilQuiet(product);
    expect(posted()).toEqual([[HOME, PROMISE]]);
    expect(await team()).toMatchObject({ state: 'active', readers: 6, due: FIRST, outbox: [] });
  });

  test('counts as readers all people of ours, without bots, outsiders and who left', async () => {
    const { ports, product, team } = await makeWorld();
    populate(ports, 5, [
      aProfile('GUEST', { kind: 'guest' }),
      aProfile('CHANNEL', { kind: 'channel-guest' }),
      aProfile('BOT', { kind: 'bot' }),
      aProfile('GONE', { kind: 'deactivated' }),
      aProfile('FOREIGN', { kind: 'outsider' }),
    ]);
    await workUntilQuiet(product);
    expect(await team()).toMatchObject({ readers: 8 });
  });

  test('has nobody of its own before its first round opens, so that a channel that goes first leaves nobody bound', async () => {
    const { ports, product } = await makeWorld();
    await workUntilQuiet(product);
    const teams = await ports.people.findMany(['P1', 'P5', 'LEAD'].map(personRef));
    expect(teams.map(({ team }) => team)).toEqual([undefined, undefined, undefined]);
  });

  test.each([
    [
      'shared',
      aChannel({ shared: true }),
      'Der Kanal von #team-nord ist mit einer anderen Organisation geteilt, deshalb öffnet diese Runde nicht.',
    ],
    [
      'public',
      aChannel({ visibility: 'public' }),
      'Der Kanal von #team-nord ist jetzt öffentlich, deshalb öffnet diese Runde nicht.',
    ],
  ])('makes no promise in a channel that became %s meanwhile', async (_, channel, said) => {
    const { ports, product, posted, team } = await makeWorld();
    ports.directory.setChannel(channel, [personRef('LEAD')]);
    await workUntilQuiet(product);
    expect(posted()).toEqual([[personRef('LEAD'), said]]);
    expect(await team()).toMatchObject({ state: 'settling' });
  });

  test('has its leads noted', async () => {
    const { ports, product } = await makeWorld(aNewTeam({ leads: [personRef('LEAD'), personRef('P2')] }));
    await workUntilQuiet(product);
    expect(await ports.people.find(personRef('LEAD'))).toMatchObject({ leads: ['C1'] });
    expect(await ports.people.find(personRef('P2'))).toMatchObject({ leads: ['C1'] });
    expect(await ports.people.find(personRef('P1'))).toMatchObject({ leads: [] });
  });

  test('asks nobody before its promise stands: it is promised a later date instead', async () => {
    const unpromised = aTeam({
      promised: undefined,
      due: NOW,
      nextOpening: { number: 1, local: { year: 2026, month: 12, day: 1, hour: 10, minute: 0 }, instant: NOW },
    });
    const { product, posted, team } = await makeWorld(unpromised);
    await workUntilQuiet(product);
    expect(posted()).toEqual([[HOME, PROMISE]]);
    const settled = await team();
    expect(settled).toMatchObject({ promised: true, nextOpening: { number: 2, instant: FIRST } });
    expect(settled?.currentRound).toBeUndefined();
  });

  test('promises once, however often its job runs', async () => {
    const { product, posted } = await makeWorld();
    const job = { kind: 'team', tenant: TENANT, id: 'C1', due: NOW } as const;
    await Promise.all([product.runJob(job), product.runJob(job)]);
    await product.runJob(job);
    await workUntilQuiet(product);
    expect(posted()).toHaveLength(1);
  });
});

describe('the first opening', () => {
  test('is planned when the channel is read, at least a day ahead', async () => {
    const { product, team } = await makeWorld();
    await workUntilQuiet(product);
    expect(await team()).toMatchObject({
      zone: 'Europe/Berlin',
      nextOpening: {
        number: 1,
        local: { year: 2026, month: 12, day: 3, hour: 12, minute: 7 },
        instant: FIRST,
      },
    });
  });

  test('is at Greenwich time for a zone that this runtime does not know', async () => {
    const { product, team } = await makeWorld(aNewTeam({ zone: 'Mars/Olympus' }));
    await workUntilQuiet(product);
    expect(await team()).toMatchObject({
      zone: 'UTC',
      nextOpening: { instant: utc('2026-12-03T12:07:00Z') },
    });
  });
});

describe('a team whose channel cannot be read', () => {
  test('tells its leads, makes no promise and waits for its date', async () => {
    const { ports, product, posted, team } = await makeWorld(
      aNewTeam({ leads: [personRef('LEAD'), personRef('P1')] }),
    );
    ports.directory.removeChannel(HOME);
    await workUntilQuiet(product);
    expect(posted()).toEqual([
      [personRef('LEAD'), UNREADABLE],
      [personRef('P1'), UNREADABLE],
    ]);
    expect(await team()).toMatchObject({ state: 'settling', due: FIRST });
  });

  test('asks nobody before the channel has had the promise for a day', async () => {
    const { ports, product, posted, team } = await makeWorld();
    ports.directory.removeChannel(HOME);
    await workUntilQuiet(product);
    populate(ports, 5);
    ports.clock.set(FIRST);
    await workUntilQuiet(product);
    expect(posted().slice(1)).toEqual([
      [
        HOME,
        'Ab Do, 10.12. stelle ich euch alle zwei Wochen drei Fragen. Das dauert unter einer Minute und ist Arbeitszeit.',
      ],
    ]);
    expect(await team()).toMatchObject({
      state: 'active',
      nextOpening: { number: 2, instant: utc('2026-12-10T11:07:00Z') },
    });
  });

  test('tells its leads once for every date', async () => {
    const { ports, product, posted } = await makeWorld();
    ports.directory.removeChannel(HOME);
    await workUntilQuiet(product);
    await workAMinute(product);
    expect(posted()).toHaveLength(1);
    ports.clock.set(FIRST);
    await workUntilQuiet(product);
    await workAMinute(product);
    expect(posted()).toHaveLength(2);
  });
});

describe('a promise that the channel does not take', () => {
  const UNPOSTED =
    'Ich konnte das Versprechen nicht in den Kanal von #team-nord stellen, deshalb frage ich niemanden.';

  test('is told to the leads, and nobody is asked', async () => {
    const { ports, product, posted, team } = await makeWorld();
    ports.gateway.fail(HOME, new PortError('refused', 'restricted_action'));
    await workUntilQuiet(product);
    expect(posted()).toEqual([[personRef('LEAD'), UNPOSTED]]);
    expect(await team()).toMatchObject({ state: 'settling', due: FIRST });
    ports.clock.set(FIRST);
    await workMinutes(product, 5);
    expect(posted().map(([to]) => to)).toEqual([personRef('LEAD'), personRef('LEAD')]);
    expect(await ports.rounds.find(TENANT, 'C1-1')).toBeUndefined();
  });

  test('is made anew for a later date, once the channel takes it', async () => {
    const { ports, product, posted, team } = await makeWorld();
    ports.gateway.fail(HOME, new PortError('refused', 'restricted_action'));
    await workUntilQuiet(product);
    ports.gateway.fail(HOME, undefined);
    ports.clock.set(FIRST);
    await workMinutes(product, 5);
    expect(posted().slice(1)).toEqual([[HOME, expect.stringContaining('Ab Do, 10.12.')]]);
    expect(await team()).toMatchObject({ state: 'active', nextOpening: { number: 2 } });
  });

  test('is told once, however often its delivery is repeated', async () => {
    const { ports, product, posted, team } = await makeWorld();
    ports.gateway.fail(HOME, new PortError('refused', 'restricted_action'));
    await workUntilQuiet(product);
    const settling = await team();
    await product.deliver({ kind: 'promise', tenant: TENANT, team: 'C1' });
    await workUntilQuiet(product);
    expect(posted()).toEqual([[personRef('LEAD'), UNPOSTED]]);
    expect(await team()).toEqual(settling);
  });

  test('is not made any more once people are asked', async () => {
    const { ports, product, posted } = await makeWorld();
    await workUntilQuiet(product);
    ports.clock.set(FIRST);
    await workMinutes(product, 5);
    const before = posted();
    await product.deliver({ kind: 'promise', tenant: TENANT, team: 'C1' });
    expect(posted()).toEqual(before);
  });
});

describe('a team that waited too long', () => {
  test('promises a date that is ahead', async () => {
    const { ports, product, posted } = await makeWorld();
    ports.clock.set(utc('2026-12-04T09:00:00Z'));
    await workUntilQuiet(product);
    expect(posted()).toEqual([[HOME, expect.stringContaining('Ab Do, 10.12.')]]);
  });

  test('is not read and told nothing once the app was removed', async () => {
    const { ports, product, posted, team } = await makeWorld();
    await ports.tenants.removed(TENANT, NOW);
    await workUntilQuiet(product);
    expect(posted()).toEqual([]);
    expect(await team()).toMatchObject({ state: 'settling', due: FIRST, outbox: [] });
  });
});
