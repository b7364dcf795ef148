import { describe, expect, test } from '@jest/globals';
import { idIn } from '../../../src/chat/identity.ts';
import { plain } from '../../../src/chat/text.ts';
import { days, hours } from '../../../src/shared/time.ts';
import { aTeam, CLOSES, EXTENDED, HOME, OPENS, personRef, TENANT, utc } from '../../support/builders.ts';
import { crashEverywhere } from '../../support/intercept.ts';
import { dumpState } from '../../support/memory-dump.ts';
import { makeProduct, workMinutes, workUntilQuiet } from '../../support/memory-world.ts';
import { formOf, openRound, playOut } from '../../support/open-round.ts';
import type { OpenRound } from '../../support/open-round.ts';

const answerOf = async (world: OpenRound, count: number): Promise<void> => {
  for (const person of world.asked.slice(0, count))
    await world.answer(person, formOf([2, 4, 5], idIn(person)));
};

const titles = ({ ports }: OpenRound, from = 0): readonly string[] =>
  ports.gateway
    .posted()
    .filter(({ to }) => to === HOME)
    .map(({ card }) => plain(card.title))
    .slice(from);

const EXTENSION = 'Es sind noch keine 5 Antworten.';
const BELOW = /^Diesmal waren es weniger als 5 Antworten/;

const due = async (count: number, options: Parameters<typeof openRound>[1] = {}): Promise<OpenRound> => {
  const world = await openRound(6, options);
  await answerOf(world, count);
  world.ports.clock.set(CLOSES);
  return world;
};

describe('a round with fewer than five answers at its end', () => {
  test('stays open a week longer, and its channel is told so once', async () => {
    const world = await due(4);
    await workUntilQuiet(world.product);
    expect(await world.round()).toMatchObject({
      state: 'open',
      closesAt: EXTENDED,
      due: EXTENDED,
      extendedFrom: CLOSES,
      remindAt: undefined,
    });
    expect(titles(world)).toEqual([EXTENSION]);
    expect((await world.ports.vault.head(world.ref))?.head.closesAt).toBe(EXTENDED);
  });

  test('keeps what was said and takes more', async () => {
    const world = await due(4);
    await workUntilQuiet(world.product);
    expect(await world.answer(personRef('P5'), formOf([1, 1, 1]))).toMatchObject({
      ok: true,
      value: { closesAt: EXTENDED },
    });
    await playOut(world);
    expect(await world.round()).toMatchObject({ state: 'closed', result: { reached: true, answers: 5 } });
  });

  test.each([undefined, { year: 2026, month: 12, day: 16 }])(
    'stays open as well while its team pauses, and nothing opens for that (%j)',
    async (pausedUntil) => {
      const world = await due(4);
      const team = await world.team();
      if (team === undefined) throw new Error('no team');
      await world.ports.teams.save({ ...team, version: team.version + 1, state: 'paused', pausedUntil });
      await workUntilQuiet(world.product);
      expect(await world.round()).toMatchObject({ state: 'open', closesAt: EXTENDED });
      expect(titles(world)).toEqual([EXTENSION]);
      expect(await world.team()).toMatchObject({
        state: 'paused',
        nextOpening: { instant: utc('2026-12-31T11:07:00Z') },
      });
    },
  );

  test('stays open once, and is then destroyed unread', async () => {
    const world = await due(4);
    await playOut(world);
    expect(await world.round()).toMatchObject({ state: 'closed', result: { reached: false } });
    expect(titles(world)).toEqual([EXTENSION, expect.stringMatching(BELOW)]);
    expect(await world.ports.vault.isEmpty(world.ref)).toBe(true);
  });

  test('keeps no count: it is the same for none and for four', async () => {
    const seen = async (count: number): Promise<unknown> => {
      const world = await due(count);
      await workUntilQuiet(world.product);
      const state = await world.ports.rounds.find(TENANT, 'C1-1');
      return [state, await world.team(), world.ports.gateway.posted(), world.ports.logger.lines()];
    };
    expect(await seen(4)).toEqual(await seen(0));
  });

  test('passes by the date that falls into it, or within a day after it', async () => {
    const world = await due(0);
    expect((await world.team())?.nextOpening?.instant).toBe(utc('2026-12-17T11:07:00Z'));
    await workUntilQuiet(world.product);
    expect((await world.team())?.nextOpening?.instant).toBe(utc('2026-12-31T11:07:00Z'));
  });

  test('of a team with a round every week opens no second one', async () => {
    const team = aTeam({ rhythm: { weeks: 1, weekday: 4, hour: 12, minute: 7 } });
    const world = await due(3, { team });
    await workMinutes(world.product, 3);
    expect(await world.ports.rounds.find(TENANT, 'C1-2')).toBeUndefined();
    expect((await world.team())?.nextOpening?.instant).toBe(utc('2026-12-24T11:07:00Z'));
  });

  test.each(['team', 'round'] as const)(
    'opens no second one when the job of the %s comes first',
    async (kind) => {
      const team = aTeam({ rhythm: { weeks: 1, weekday: 4, hour: 12, minute: 7 } });
      const world = await due(3, { team });
      const jobs = { team: { ...world.job, kind, id: 'C1' }, round: world.job };
      await world.product.runJob(jobs[kind]);
      expect(await world.round()).toMatchObject({ state: 'open', extendedFrom: CLOSES });
      await workMinutes(world.product, 3);
      expect(await world.ports.rounds.find(TENANT, 'C1-2')).toBeUndefined();
      expect(titles(world)).toEqual([EXTENSION]);
    },
  );

  test.each([
    ['of a trial', aTeam({ trial: true })],
    ['of a team that has ended', aTeam({ state: 'ended' })],
  ])('%s closes at its end', async (_, { state, trial }) => {
    const world = await due(4);
    const [team, round] = [await world.team(), await world.round()];
    if (team !== undefined) await world.ports.teams.save({ ...team, state, version: team.version + 1 });
    if (round !== undefined) await world.ports.rounds.save({ ...round, trial, version: round.version + 1 });
    await workUntilQuiet(world.product);
    expect(await world.round()).toMatchObject({ state: 'closed', result: { reached: false } });
  });

  test('closes when nobody looked until its longer week was over as well', async () => {
    const world = await due(4);
    world.ports.clock.set(EXTENDED + 1);
    await workUntilQuiet(world.product);
    expect(await world.round()).toMatchObject({ state: 'closed', closesAt: CLOSES });
    expect(titles(world)).toEqual([expect.stringMatching(BELOW)]);
  });

  test('does not end later on a holiday of the Land: the day after takes its place', async () => {
    const team = aTeam({ land: 'BY' });
    const world = await openRound(6, { team });
    const round = await world.round();
    // The sixteenth of December is none; Christmas Day would be.
    if (round !== undefined) {
      const closesAt = utc('2026-12-18T11:07:00Z');
      await world.ports.rounds.save({ ...round, closesAt, due: closesAt, version: round.version + 1 });
      world.ports.clock.set(closesAt);
    }
    await workUntilQuiet(world.product);
    expect(await world.round()).toMatchObject({ closesAt: utc('2026-12-27T11:07:00Z') });
  });
});

describe('a round with five answers at its end', () => {
  test('closes', async () => {
    const world = await due(5);
    await workUntilQuiet(world.product);
    expect(await world.round()).toMatchObject({ state: 'closed', result: { answers: 5 } });
    expect(titles(world)[0]).not.toBe(EXTENSION);
  });
});

describe('a worker that dies while a round stays open longer', () => {
  test('leaves nothing half done, whoever answers meanwhile', async () => {
    const smooth = await due(4);
    await workMinutes(smooth.product, 5);
    const what = { rounds: ['C1-1'], people: smooth.asked };
    const expected = [await dumpState(smooth.ports, what), titles(smooth)];
    const crashes = await crashEverywhere(async (crash) => {
      const world = await due(4, { around: crash.around });
      await world.product.runJob(world.job).catch(() => undefined);
      crash.restart();
      await workMinutes(world.product, 5);
      expect([await dumpState(world.ports, what), titles(world)]).toEqual(expected);
    });
    expect(crashes).toBeGreaterThan(15);
  });

  test('keeps to a later end that somebody may have read', async () => {
    await crashEverywhere(async (crash) => {
      const world = await due(4, { around: crash.around });
      await world.product.runJob(world.job).catch(() => undefined);
      crash.restart();
      const shown = (await world.ports.vault.head(world.ref))?.head.closesAt;
      await world.answer(personRef('P5'), formOf([3, 3, 3]));
      await workMinutes(makeProduct(world.ports), 5);
      const round = await world.round();
      expect(round?.state).toBe(shown === EXTENDED ? 'open' : 'closed');
    });
  });
});

describe('the reminder', () => {
  const REMINDER = 'Die Runde ist noch bis Do, 10.12., 12:07 offen.';

  test('goes to the channel two working days before the end, once, and then the round waits for its end', async () => {
    const world = await openRound(6);
    expect((await world.round())?.due).toBe(utc('2026-12-08T11:07:00Z'));
    world.ports.clock.set(utc('2026-12-08T11:07:00Z'));
    await workMinutes(world.product, 3);
    expect(titles(world)).toEqual([REMINDER]);
    expect(await world.round()).toMatchObject({ state: 'open', due: CLOSES });
  });

  test('is the same whoever has answered', async () => {
    const reminded = async (count: number): Promise<unknown> => {
      const world = await openRound(6);
      await answerOf(world, count);
      world.ports.clock.set(utc('2026-12-08T11:07:00Z'));
      await workMinutes(world.product, 3);
      return [world.ports.gateway.posted(), await world.round()];
    };
    expect(await reminded(6)).toEqual(await reminded(0));
  });

  test('is left out in the last three hours', async () => {
    const world = await openRound(6);
    world.ports.clock.set(CLOSES - hours(3) + 1);
    await workMinutes(world.product, 3);
    expect(titles(world)).toEqual([]);
    expect(await world.round()).toMatchObject({ state: 'open', due: CLOSES });
  });

  test('is not sent from a queue once the round is closing', async () => {
    const world = await openRound(6);
    await answerOf(world, 6);
    await playOut(world);
    const before = titles(world).length;
    await world.product.deliver({ kind: 'reminder', tenant: TENANT, round: 'C1-1' });
    expect(titles(world, before)).toEqual([]);
  });

  test('survives a worker that dies at any call, and comes once', async () => {
    await crashEverywhere(async (crash) => {
      const world = await openRound(6, { around: crash.around });
      world.ports.clock.set(OPENS + days(5));
      await world.product.runJob(world.job).catch(() => undefined);
      crash.restart();
      await workMinutes(world.product, 5);
      expect(titles(world)).toEqual([REMINDER]);
    });
  });
});
