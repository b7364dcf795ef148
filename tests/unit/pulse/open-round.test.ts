import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { plain } from '../../../src/chat/text.ts';
import { PROMPTS } from '../../../src/pulse/items/pack.ts';
import { days } from '../../../src/shared/time.ts';
import type { Team } from '../../../src/team/team.ts';
import {
  aChannel,
  aProfile,
  aTeam,
  CLOSES,
  HOME,
  NEXT,
  OPENS,
  personRef,
  TENANT,
  utc,
} from '../../support/builders.ts';
import { crashEverywhere } from '../../support/intercept.ts';
import type { Around } from '../../support/intercept.ts';
import { dumpState, dumpVault } from '../../support/memory-dump.ts';
import {
  haveTeam,
  makeMemoryPorts,
  makeProduct,
  populate,
  workMinutes,
  workUntilQuiet,
} from '../../support/memory-world.ts';

const JOB = { kind: 'team', tenant: TENANT, id: 'C1', due: OPENS } as const;
/** Two working days before the close. */
const REMINDS = utc('2026-12-08T11:07:00Z');
const WEEKLY = aTeam({ rhythm: { weeks: 1, weekday: 4, hour: 12, minute: 7 } });

interface Setting {
  readonly team?: Team;
  readonly people?: number;
  readonly now?: number;
  readonly around?: Around;
}

const makeWorld = async ({ team = aTeam(), people = 6, now = OPENS, around }: Setting = {}) => {
  const ports = makeMemoryPorts(now);
  const asked = populate(ports, people);
  await haveTeam(ports, team);
  return {
    ports,
    asked,
    product: makeProduct(ports, around),
    team: () => ports.teams.find(TENANT, 'C1'),
    round: (id = 'C1-1') => ports.rounds.find(TENANT, id),
    notices: () => ports.gateway.posted().map(({ to, card }) => [to, plain(card.title)]),
  };
};

const slotsOf = async (world: Awaited<ReturnType<typeof makeWorld>>): Promise<readonly unknown[]> =>
  (await world.ports.vault.slots({ tenant: TENANT, round: 'C1-1' })).slots;

describe('opening a round', () => {
  test('lays out the round as it was planned', async () => {
    const world = await makeWorld();
    await world.product.runJob(JOB);
    expect(await world.round()).toMatchObject({
      id: 'C1-1',
      number: 1,
      state: 'open',
      home: HOME,
      leads: [personRef('LEAD')],
      language: 'de',
      zone: 'Europe/Berlin',
      items: [{ id: 'decide' }, { id: 'learn' }, { id: 'useful' }],
      prompt: PROMPTS[0],
      opensAt: OPENS,
      closesAt: CLOSES,
      remindAt: REMINDS,
      due: REMINDS,
      asked: 6,
    });
  });

  test('lays out one empty slot per person, under names only the key can make', async () => {
    const world = await makeWorld();
    await world.product.runJob(JOB);
    const ref = { tenant: TENANT, round: 'C1-1' };
    const head = await world.ports.vault.head(ref);
    const key = head?.key ?? new Uint8Array();
    const names = world.asked.map((person) => world.ports.keys.slotOf(key, person)).sort();
    expect(await slotsOf(world)).toEqual(names.map((slot) => ({ slot, answer: undefined })));
    expect(names[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(head?.head).toMatchObject({ round: 'C1-1', team: 'C1', closesAt: CLOSES });
  });

  test('plans the asks for everybody and the team’s next date', async () => {
    const world = await makeWorld();
    await world.product.runJob(JOB);
    expect(await world.ports.batches.find(TENANT, 'C1-1.0')).toMatchObject({
      due: OPENS,
      people: world.asked,
      last: true,
    });
    expect(await world.team()).toMatchObject({
      currentRound: 'C1-1',
      nextOpening: { number: 2, instant: NEXT },
      // A day before, the leads hear of joins and leaves.
      due: NEXT - days(1),
      asked: { decide: 1, learn: 1, useful: 1 },
      outbox: [],
    });
  });

  test('knows the round before it, and asks other questions', async () => {
    const world = await makeWorld();
    await world.product.runJob(JOB);
    world.ports.clock.set(NEXT);
    await world.product.runJob({ ...JOB, due: NEXT });
    expect(await world.round('C1-2')).toMatchObject({
      previous: 'C1-1',
      items: [{ id: 'decide' }, { id: 'mistake' }, { id: 'workload' }],
    });
  });

  test.each([
    ['twelve hours', '2026-12-03T23:07:00Z', REMINDS],
    // Whoever was asked yesterday needs no reminder.
    ['six days', '2026-12-09T11:07:00Z', CLOSES],
  ])('%s late still closes at the planned instant', async (_, now, due) => {
    const world = await makeWorld({ now: utc(now) });
    await world.product.runJob(JOB);
    expect(await world.round()).toMatchObject({ opensAt: OPENS, closesAt: CLOSES, due });
    expect(await world.team()).toMatchObject({ nextOpening: { number: 2, instant: NEXT } });
  });

  test('does nothing before its time', async () => {
    const world = await makeWorld({ now: OPENS - 1 });
    await world.product.runJob(JOB);
    expect(await world.round()).toBeUndefined();
    expect(await world.team()).toEqual(aTeam());
  });
});

describe('a round that cannot open', () => {
  const FOUR = 'Ihr seid 4. Anonym geht erst ab 5 Antworten, ich würde euch also umsonst fragen.';
  const UNREADABLE = 'Ich kann den Kanal von #team-nord nicht lesen, deshalb öffnet diese Runde nicht.';
  const ARCHIVED = 'Der Kanal von #team-nord ist archiviert, deshalb öffnet diese Runde nicht.';
  const PUBLIC = 'Der Kanal von #team-nord ist jetzt öffentlich, deshalb öffnet diese Runde nicht.';
  const SHARED =
    'Der Kanal von #team-nord ist mit einer anderen Organisation geteilt, deshalb öffnet diese Runde nicht.';

  test.each([
    ['archived', ARCHIVED, aChannel({ archived: true })],
    ['public', PUBLIC, aChannel({ visibility: 'public' })],
    ['shared', SHARED, aChannel({ shared: true })],
  ])('because the channel is %s leaves nothing but a word to the leads', async (_, said, channel) => {
    const leads = [personRef('LEAD'), personRef('P6')];
    const world = await makeWorld({ team: aTeam({ leads }), people: 7 });
    world.ports.directory.setChannel(channel, [...new Set([...leads, ...world.asked])]);
    await workUntilQuiet(world.product);
    expect(world.notices()).toEqual(leads.map((lead) => [lead, said]));
    expect(await world.round()).toBeUndefined();
    expect(await world.ports.batches.find(TENANT, 'C1-1.0')).toBeUndefined();
    expect(await dumpVault(world.ports, 'C1-1')).toEqual({
      head: undefined,
      slots: [],
      asks: 0,
      isEmpty: true,
    });
    expect(await world.team()).toMatchObject({
      nextOpening: { number: 2, instant: NEXT },
      due: NEXT,
      asked: {},
    });
    expect((await world.team())?.currentRound).toBeUndefined();
  });

  test('because it has too few people is told to its channel, once, and again when they are more or fewer', async () => {
    const world = await makeWorld({ people: 4 });
    const present = (count: number) =>
      world.ports.directory.setChannel(aChannel(), [personRef('LEAD'), ...world.asked.slice(0, count)]);
    await workUntilQuiet(world.product);
    world.ports.clock.set(NEXT);
    await workUntilQuiet(world.product);
    expect(world.notices()).toEqual([[HOME, FOUR]]);
    present(3);
    world.ports.clock.set(NEXT + days(14));
    await workUntilQuiet(world.product);
    expect(world.notices().slice(1)).toEqual([[HOME, FOUR.replace('4', '3')]]);
    expect(await world.team()).toMatchObject({ tooFew: 3, wayOn: { asked: 'too-small', number: 3 } });
    expect(await world.round('C1-3')).toBeUndefined();
    expect(await dumpVault(world.ports, 'C1-3')).toMatchObject({ head: undefined, slots: [] });
  });

  test('because it had too few opens by itself once it has enough', async () => {
    const world = await makeWorld({ people: 6 });
    world.ports.directory.setChannel(aChannel(), [personRef('LEAD'), ...world.asked.slice(0, 4)]);
    await workUntilQuiet(world.product);
    world.ports.directory.setChannel(aChannel(), [personRef('LEAD'), ...world.asked]);
    world.ports.clock.set(NEXT);
    await workUntilQuiet(world.product);
    expect(await world.round('C1-2')).toMatchObject({ state: 'open', asked: 6 });
    const team = await world.team();
    expect([team?.tooFew, team?.wayOn]).toEqual([undefined, undefined]);
  });

  test('because the channel is gone tells the leads', async () => {
    const world = await makeWorld();
    world.ports.directory.removeChannel(HOME);
    await workUntilQuiet(world.product);
    expect(world.notices()).toEqual([[personRef('LEAD'), UNREADABLE]]);
  });

  test('is told once for every date, and opens when it can again', async () => {
    const world = await makeWorld({ people: 4 });
    await workUntilQuiet(world.product);
    await world.product.runJob(JOB);
    await workUntilQuiet(world.product);
    expect(world.notices()).toHaveLength(1);
    populate(world.ports, 5);
    world.ports.clock.set(NEXT);
    await workUntilQuiet(world.product);
    expect(await world.round('C1-2')).toMatchObject({ number: 2, asked: 5 });
  });
});

describe('who leads', () => {
  test('and came back leads again from the next opening on', async () => {
    const world = await makeWorld();
    await world.ports.people.unlead(personRef('LEAD'), 'C1');
    await world.product.runJob(JOB);
    expect(await world.round()).toMatchObject({ leads: [personRef('LEAD')], asked: 6 });
    expect(await world.ports.people.find(personRef('LEAD'))).toMatchObject({ leads: ['C1'] });
  });

  test('gets no result of a round at whose opening they were gone or no full member any more', async () => {
    const leads = ['LEAD', 'GONE', 'GUEST'].map(personRef);
    const world = await makeWorld({ team: aTeam({ leads }) });
    world.ports.directory.setPerson(aProfile('GUEST', { kind: 'guest' }));
    await world.ports.people.remember([aProfile('GUEST', { kind: 'guest' })]);
    world.ports.directory.setChannel(aChannel(), [...world.asked, personRef('LEAD'), personRef('GUEST')]);
    await world.product.runJob(JOB);
    expect(await world.round()).toMatchObject({ leads: [personRef('LEAD')], asked: 6 });
    const known = await world.ports.people.findMany(leads);
    expect(known.map(({ leads: led }) => led)).toEqual([['C1'], [], []]);
  });
});

describe('who left since the last round', () => {
  test('without our being told is free for another team when the next one opens', async () => {
    const world = await makeWorld();
    await world.product.runJob(JOB);
    world.ports.directory.setChannel(aChannel(), [personRef('LEAD'), ...world.asked.slice(1)]);
    world.ports.clock.set(NEXT);
    await world.product.runJob({ ...JOB, due: NEXT });
    expect((await world.ports.people.find(personRef('P1')))?.team).toBeUndefined();
    expect(await world.round('C1-2')).toMatchObject({ asked: 5 });
  });

  test('with the whole channel is free as well', async () => {
    const world = await makeWorld();
    await world.product.runJob(JOB);
    world.ports.directory.setChannel(aChannel({ archived: true }), []);
    world.ports.clock.set(NEXT);
    await world.product.runJob({ ...JOB, due: NEXT });
    const people = await world.ports.people.findMany(world.asked);
    expect(people.filter(({ team }) => team !== undefined)).toEqual([]);
  });
});

describe('a date that was missed', () => {
  test('is passed by once its seven days are over', async () => {
    const world = await makeWorld({ now: CLOSES });
    await world.product.runJob(JOB);
    expect(await world.round()).toBeUndefined();
    expect(await world.team()).toMatchObject({ nextOpening: { number: 2, instant: NEXT }, outbox: [] });
  });

  test('is passed by with all others, up to the one that can still open', async () => {
    const world = await makeWorld({ team: WEEKLY, now: utc('2026-12-28T09:00:00Z') });
    await workMinutes(world.product, 2);
    // The dates of the 3rd, 10th and 17th are over; the one of the 24th is open until the 31st.
    expect(await world.round('C1-4')).toMatchObject({ closesAt: utc('2026-12-31T11:07:00Z') });
    expect([await world.round('C1-1'), await world.round('C1-3')]).toEqual([undefined, undefined]);
    expect(await world.team()).toMatchObject({
      nextOpening: { number: 5, instant: utc('2026-12-31T11:07:00Z') },
    });
  });
});

describe('a removed app', () => {
  test('opens nothing, tells nobody and goes on planning', async () => {
    const world = await makeWorld();
    await world.ports.tenants.removed(TENANT, OPENS - 1000);
    await workUntilQuiet(world.product);
    expect(await world.round()).toBeUndefined();
    expect(world.notices()).toEqual([]);
    expect(await world.ports.people.findMany(world.asked)).toEqual([]);
    expect(await world.team()).toMatchObject({ nextOpening: { number: 2, instant: NEXT } });
  });
});

describe('opening ends the same', () => {
  const what = { rounds: ['C1-1'], people: ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'LEAD'].map(personRef) };

  test.each([
    ['when it opens', 6],
    ['when it cannot open', 4],
  ])('%s, wherever it crashed', async (_, people) => {
    const smooth = await makeWorld({ people });
    await smooth.product.runJob(JOB);
    await workMinutes(smooth.product, 5);
    const expected = [await dumpState(smooth.ports, what), smooth.notices()];

    const crashes = await crashEverywhere(async (crash) => {
      const world = await makeWorld({ people, around: crash.around });
      await world.product.runJob(JOB).catch(() => undefined);
      crash.restart();
      await workMinutes(world.product, 5);
      expect([await dumpState(world.ports, what), world.notices()]).toEqual(expected);
    });
    expect(crashes).toBeGreaterThan(20);
  });

  test.each([
    ['gone', undefined],
    ['shared', aChannel({ shared: true })],
    ['archived', aChannel({ archived: true })],
    ['nearly empty', aChannel()],
  ])(
    'wherever it crashed, although the channel is %s by the next run: opened whole or not at all',
    async (_, channel) => {
      let whole = 0;
      const crashes = await crashEverywhere(async (crash) => {
        const world = await makeWorld({ around: crash.around });
        await world.product.runJob(JOB).catch(() => undefined);
        crash.restart();
        if (channel === undefined) world.ports.directory.removeChannel(HOME);
        else world.ports.directory.setChannel(channel, [personRef('LEAD'), personRef('P1')]);
        await workMinutes(world.product, 5);
        const team = await world.team();
        const opened = {
          round: (await world.round()) !== undefined,
          slots: (await slotsOf(world)).length,
          known: team?.currentRound,
          told: world
            .notices()
            .filter(
              ([to, title]) => to === personRef('LEAD') || title?.startsWith('Hier könnte ich 1 Person'),
            ).length,
          parked: (await world.ports.batches.find(TENANT, 'C1-1.0'))?.due,
        };
        expect([
          { round: true, slots: 6, known: 'C1-1', told: 0, parked: undefined },
          { round: false, slots: 0, known: undefined, told: 1, parked: undefined },
        ]).toContainEqual(opened);
        expect(team).toMatchObject({ nextOpening: { number: 2 }, outbox: [] });
        if (opened.round) whole += 1;
      });
      expect(whole).toBeGreaterThan(5);
      expect(crashes - whole).toBeGreaterThan(5);
    },
  );

  test('when the key was destroyed meanwhile: without a slot that nobody could count', async () => {
    const world = await makeWorld({
      around: async (name, apply) => {
        const answered = await apply();
        if (name === 'vault.openKey') await world.ports.vault.destroyKey({ tenant: TENANT, round: 'C1-1' });
        return name === 'vault.openKey' ? undefined : answered;
      },
    });
    await world.product.runJob(JOB);
    expect(await slotsOf(world)).toEqual([]);
    expect(await world.team()).toMatchObject({ nextOpening: { number: 2 } });
  });

  test('for two openers in any order of their steps', async () => {
    const smooth = await makeWorld();
    await smooth.product.runJob(JOB);
    const expected = await dumpState(smooth.ports, what);
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (s) => {
        const around: Around = (name, apply) => s.schedule(Promise.resolve(), name).then(apply);
        const world = await makeWorld({ around });
        const openers = Promise.allSettled([world.product.runJob(JOB), world.product.runJob(JOB)]);
        await s.waitFor(openers);
        const conflicts = (await openers).filter(({ status }) => status === 'rejected');
        expect(conflicts).toEqual([]);
        expect(await dumpState(world.ports, what)).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });
});
