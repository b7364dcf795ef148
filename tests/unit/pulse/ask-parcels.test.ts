import { describe, expect, test } from '@jest/globals';
import type { OwnSettings } from '../../../src/people/own-settings.ts';
import { PortError } from '../../../src/shared/errors.ts';
import { hours } from '../../../src/shared/time.ts';
import type { Team } from '../../../src/team/team.ts';
import { aTeam, HOME, OPENS, personRef, TENANT } from '../../support/builders.ts';
import { haveTeam, makeMemoryPorts, makeProduct, populate, workMinutes } from '../../support/memory-world.ts';
import { cardLines } from '../../support/said.ts';

/** P1 … P6 of a team whose first round opens now, with these settings. */
const makeWorld = async (settings: Readonly<Record<string, OwnSettings>> = {}, team: Partial<Team> = {}) => {
  const ports = makeMemoryPorts(OPENS);
  const asked = populate(ports, 6);
  await haveTeam(ports, aTeam(team));
  const product = makeProduct(ports);
  const { profiles } = await ports.directory.people(TENANT);
  await ports.people.remember(profiles);
  for (const [id, own] of Object.entries(settings)) await ports.people.prefer(personRef(id), own);
  const askedPeople = () =>
    ports.gateway
      .posted()
      .map(({ to }) => to)
      .filter((to) => asked.some((person) => person === to));
  return { ports, product, asked, askedPeople, work: (count = 2) => workMinutes(product, count) };
};

const ids = (...names: string[]) => names.map(personRef);

const AT_ONCE = { kind: 'at', weekday: 4, hour: 14, minute: 0 } as const;

describe('an ask', () => {
  test('is not sent to who chose otherwise, is away, or has left the pulse', async () => {
    const { work, askedPeople } = await makeWorld({
      P1: { asks: { kind: 'now' } },
      P2: { asks: { kind: 'channel' } },
      P3: { awayUntil: { year: 2026, month: 12, day: 3 } },
    });
    await work();
    expect(askedPeople()).toEqual(ids('P4', 'P5', 'P6'));
  });

  test('is sent on the day after a pause, which leaves nothing', async () => {
    const { ports, work, askedPeople } = await makeWorld({
      P3: { awayUntil: { year: 2026, month: 12, day: 2 }, language: 'en' },
    });
    await work();
    expect(askedPeople()).toEqual(ids('P1', 'P2', 'P3', 'P4', 'P5', 'P6'));
    expect((await ports.people.find(personRef('P3')))?.settings).toEqual({ language: 'en' });
  });

  test('goes by what people have set at that moment, not when the round opened', async () => {
    const { ports, work, askedPeople } = await makeWorld({ P1: { asks: AT_ONCE }, P2: { asks: AT_ONCE } });
    await work();
    expect(askedPeople()).toEqual(ids('P3', 'P4', 'P5', 'P6'));
    await ports.people.prefer(personRef('P1'), { awayUntil: { year: 2026, month: 12, day: 24 } });
    ports.clock.set(OPENS + hours(2));
    await work();
    expect(askedPeople()).toEqual(ids('P3', 'P4', 'P5', 'P6', 'P2'));
  });

  test('comes at a time of one’s own that was chosen before, also when another is chosen meanwhile', async () => {
    const { ports, work, askedPeople } = await makeWorld({ P1: { asks: AT_ONCE } });
    await work();
    await ports.people.prefer(personRef('P1'), { asks: { ...AT_ONCE, weekday: 5 } });
    await ports.people.prefer(personRef('P2'), { asks: AT_ONCE });
    ports.clock.set(OPENS + hours(2));
    await work();
    ports.clock.set(OPENS + hours(26));
    await work();
    expect(askedPeople()).toEqual(ids('P2', 'P3', 'P4', 'P5', 'P6', 'P1'));
  });

  test('is not sent to who came to lead the team since the round opened', async () => {
    const { ports, work, askedPeople } = await makeWorld({ P1: { asks: AT_ONCE }, P2: { asks: AT_ONCE } });
    await work();
    await ports.people.lead(personRef('P1'), 'C1');
    await ports.people.lead(personRef('P2'), 'C2');
    ports.clock.set(OPENS + hours(2));
    await work();
    expect(askedPeople()).toEqual(ids('P3', 'P4', 'P5', 'P6', 'P2'));
  });

  test('is a direct message only for who chose it where the team asks in its channel', async () => {
    const { work, askedPeople, ports } = await makeWorld({ P1: { asks: AT_ONCE } }, { asks: 'channel' });
    await work();
    expect(askedPeople()).toEqual([]);
    ports.clock.set(OPENS + hours(2));
    await work();
    expect(askedPeople()).toEqual(ids('P1'));
  });

  test('leaves neither times of its own nor who was passed over in the plan of the round', async () => {
    const plain = await makeWorld({ P1: { asks: AT_ONCE } });
    const away = await makeWorld({
      P1: { asks: AT_ONCE, awayUntil: { year: 2026, month: 12, day: 24 } },
      P2: { asks: { kind: 'now' } },
      P3: { asks: { kind: 'channel' } },
    });
    const planned = async ({ ports }: typeof plain) =>
      Promise.all([0, 1, 2].map((page) => ports.batches.find(TENANT, `C1-1.${page}`)));
    for (const world of [plain, away]) {
      await world.work();
      world.ports.clock.set(OPENS + hours(2));
      await world.work();
    }
    expect(await planned(plain)).toEqual(await planned(away));
    const [first, second, third] = await planned(plain);
    expect([first?.due, second?.due, third]).toEqual([undefined, undefined, undefined]);
    expect(second?.people).toEqual(ids('P1'));
    expect(JSON.stringify(second)).not.toContain(String(Date.parse('2026-12-03T13:00:00Z')));
  });
});

describe('the first ask in a team', () => {
  const said = ({ ports }: Awaited<ReturnType<typeof makeWorld>>, id: string) =>
    ports.gateway
      .posted()
      .filter(({ to }) => to === personRef(id))
      .map(({ card }) => cardLines(card));
  const USUAL = [
    'Drei Fragen zu deinen letzten Schichten, unter einer Minute.',
    'Offen bis Do, 10.12., 12:07.',
    '[Antworten]',
    '[Später]',
    '[Diese Runde nicht]',
    '[Ich bin weg bis …]',
  ];
  const PROMISE = [
    'Alle sehen dasselbe Ergebnis, niemand sieht, wer was sagt.',
    '[Wie ihr geschützt seid]',
    '[Meine Zeiten]',
  ];

  test('repeats the promise, and no other does', async () => {
    const world = await makeWorld();
    await world.work();
    expect(said(world, 'P1')).toEqual([[...USUAL, ...PROMISE]]);
    expect((await world.ports.people.find(personRef('P1')))?.promisedIn).toBe('C1');
    const team = await world.ports.teams.find(TENANT, 'C1');
    expect(team?.since).toBe(OPENS);

    world.ports.clock.set(OPENS + hours(24 * 14));
    await world.work();
    const [, second] = said(world, 'P1');
    expect(second).toEqual([USUAL[0], 'Offen bis Do, 24.12., 12:07.', ...USUAL.slice(2)]);
  });

  test('comes with the second round for who was away in the first, and names when the team began', async () => {
    const world = await makeWorld({ P1: { awayUntil: { year: 2026, month: 12, day: 4 } } });
    await world.work();
    expect(said(world, 'P1')).toEqual([]);
    world.ports.clock.set(OPENS + hours(24 * 14));
    await world.work();
    expect(said(world, 'P1').map((lines) => lines.slice(6))).toEqual([
      [
        'Seit Do, 3.12. macht dein Team das. Alle sehen dasselbe Ergebnis, niemand sieht, wer was sagt.',
        ...PROMISE.slice(1),
      ],
    ]);
  });

  test('was not the first where it could not be posted', async () => {
    const world = await makeWorld();
    world.ports.gateway.fail(personRef('P1'), new PortError('refused', 'is_archived'));
    await world.work();
    expect((await world.ports.people.find(personRef('P1')))?.promisedIn).toBeUndefined();
    expect((await world.ports.people.find(personRef('P2')))?.promisedIn).toBe('C1');
  });
});

describe('who has left the pulse', () => {
  test('is on the roster like all others, is never written to, and comes back with the next ask', async () => {
    const { ports, work, askedPeople } = await makeWorld({ P2: { off: true } });
    await work();
    expect(askedPeople()).toEqual(ids('P1', 'P3', 'P4', 'P5', 'P6'));
    expect((await ports.rounds.find(TENANT, 'C1-1'))?.asked).toBe(6);
    expect((await ports.batches.find(TENANT, 'C1-1.0'))?.people).toContain(personRef('P2'));
    expect((await ports.people.find(personRef('P2')))?.team).toBe('C1');
    await ports.people.prefer(personRef('P2'), { off: undefined });
    ports.clock.set(OPENS + hours(24 * 14));
    await work();
    expect(askedPeople().slice(5)).toContain(personRef('P2'));
  });

  test('is among the five that a round needs, so that no channel reads that they are too few', async () => {
    const { ports, work, askedPeople } = await makeWorld({ P2: { off: true }, P3: { off: true } });
    await work();
    expect(askedPeople()).toEqual(ids('P1', 'P4', 'P5', 'P6'));
    expect((await ports.rounds.find(TENANT, 'C1-1'))?.asked).toBe(6);
    expect(ports.gateway.posted().filter(({ to }) => to === HOME)).toEqual([]);
  });

  test('is counted where a team is too few, like all others', async () => {
    const { ports, work } = await makeWorld(
      { P2: { off: true }, P3: { off: true } },
      { leftOut: ids('P5', 'P6') },
    );
    await work();
    const said = ports.gateway.posted().filter(({ to }) => to === HOME);
    expect(said.map(({ card }) => cardLines(card)[0])).toEqual([
      'Ihr seid 4. Anonym geht erst ab 5 Antworten, ich würde euch also umsonst fragen.',
    ]);
  });

  test('in the middle of a round gets no ask that was still to come', async () => {
    const { ports, work, askedPeople } = await makeWorld({ P1: { asks: AT_ONCE } });
    await work();
    await ports.people.prefer(personRef('P1'), { off: true });
    ports.clock.set(OPENS + hours(2));
    await work();
    expect(askedPeople()).not.toContain(personRef('P1'));
  });
});
