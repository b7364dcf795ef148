import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { plain } from '../../../src/chat/text.ts';
import type { Person } from '../../../src/people/person.ts';
import { makeChooseWay } from '../../../src/team/course/choose-way.ts';
import type { Team } from '../../../src/team/team.ts';
import { days } from '../../../src/shared/time.ts';
import { makeStandsIn } from '../../../src/team/membership/stands-in.ts';
import { WAYS } from '../../../src/team/course/way-on.ts';
import type { Way } from '../../../src/team/course/way-on.ts';
import { makeDispatch } from '../../../src/work/dispatch.ts';
import { aPerson, aTeam, HOME, NEXT, NEXT_OPENING, personRef, TENANT } from '../../support/builders.ts';
import { crashEverywhere } from '../../support/intercept.ts';
import type { Around } from '../../support/intercept.ts';
import {
  haveTeam,
  led,
  makeMemoryPorts,
  makeProduct,
  populate,
  workMinutes,
} from '../../support/memory-world.ts';
import { replyLines } from '../../support/said.ts';

const ASKED = aTeam({
  nextOpening: NEXT_OPENING,
  currentRound: 'C1-1',
  due: undefined,
  wayOn: { asked: 'below-gate', number: 1 },
});

const member = (id: string, differing: Partial<Person> = {}): Person =>
  aPerson(id, { team: 'C1', ...differing });

const makeWorld = async (team: Team = ASKED, around?: Around) => {
  const ports = makeMemoryPorts(NEXT - 86_400_000);
  populate(ports, 6);
  await haveTeam(ports, team);
  const seen = around === undefined ? ports : led(ports, around);
  const choose = makeChooseWay({
    ...seen,
    standsIn: makeStandsIn(seen),
    dispatch: makeDispatch(seen),
  });
  return {
    ports,
    product: makeProduct(ports),
    team: () => ports.teams.find(TENANT, 'C1'),
    press: (person: Person, way: Way, number = 1) => choose({ person, team: 'C1', number, way, from: HOME }),
    pressInDialog: (person: Person, way: Way) =>
      choose({ person, team: 'C1', number: 1, way, from: undefined }),
    told: () =>
      ports.gateway
        .posted()
        .filter(({ to }) => to === HOME)
        .map(({ card }) => plain(card.title)),
  };
};

describe('which way a team goes on', () => {
  test.each<[Way, Partial<Team>]>([
    ['keep', { due: NEXT, state: 'active' }],
    ['longer', { due: NEXT, daysOpen: 10, rhythm: ASKED.rhythm }],
    ['talk', { due: NEXT, way: 'talk' }],
    ['pause', { due: undefined, state: 'paused' }],
  ])('is %s', async (way, expected) => {
    const { press, team } = await makeWorld();
    expect((await press(member('P1'), way)).ok).toBe(true);
    const { due: _, ...rest } = expected;
    expect(await team()).toMatchObject({ ...rest, wayOn: { decided: { way, by: personRef('P1') } } });
  });

  test('takes two weeks for what is open ten days', async () => {
    const { press, team, product, told } = await makeWorld({
      ...ASKED,
      rhythm: { ...ASKED.rhythm, weeks: 1 },
    });
    await press(member('P1'), 'longer');
    expect(await team()).toMatchObject({ daysOpen: 10, rhythm: { weeks: 2 } });
    await workMinutes(product, 3);
    expect(told()).toEqual([expect.stringMatching(/^Ab der nächsten Runde \(.*\) ist das neu:$/u)]);
  });

  test('is said by leads as well, not by guests and not by people of other teams', async () => {
    const { press } = await makeWorld();
    const no = { ok: false, refusal: { code: 'way-not-yours' } };
    expect(await press(member('P1', { kind: 'guest' }), 'keep')).toEqual(no);
    expect(await press(aPerson('X', { team: 'C2' }), 'keep')).toEqual(no);
    expect((await press(aPerson('LEAD', { leads: ['C1'] }), 'keep')).ok).toBe(true);
  });

  test('is not answered by the button of an older question, nor of a team nobody knows', async () => {
    const { press, team } = await makeWorld();
    const over = { ok: false, refusal: { code: 'way-over' } };
    expect(await press(member('P1'), 'keep', 7)).toEqual(over);
    expect((await team())?.wayOn?.decided).toBeUndefined();
  });

  test('of a team that is too small is talking alone', async () => {
    const small: Team = { ...ASKED, wayOn: { asked: 'too-small', number: 1 }, tooFew: 4 };
    const { press } = await makeWorld(small);
    expect(await press(member('P1'), 'longer')).toEqual({ ok: false, refusal: { code: 'way-over' } });
    expect((await press(aPerson('P1'), 'talk')).ok).toBe(true);
  });

  test('is said in a dialog too, by whoever is in the channel at that moment', async () => {
    const small: Team = { ...ASKED, wayOn: { asked: 'too-small', number: 1 }, tooFew: 4 };
    const { pressInDialog } = await makeWorld(small);
    const no = { ok: false, refusal: { code: 'way-not-yours' } };
    expect(await pressInDialog(aPerson('STRANGER'), 'talk')).toEqual(no);
    expect(await pressInDialog(aPerson('P1', { team: 'C2' }), 'talk')).toEqual(no);
    expect(await pressInDialog(aPerson('P1', { kind: 'guest' }), 'talk')).toEqual(no);
    expect((await pressInDialog(aPerson('P1'), 'talk')).ok).toBe(true);
  });

  test('is what the first press says, whoever presses what at the same moment; told once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.constantFrom(...WAYS), { minLength: 2, maxLength: 5 }),
        async (s, ways) => {
          const around: Around = async (name, apply) => {
            await s.schedule(Promise.resolve(), name);
            return apply();
          };
          const world = await makeWorld(ASKED, around);
          const pressed = Promise.all(
            ways.map((way, index) => world.press(member(`P${index + 1}`), way).catch(() => undefined)),
          );
          const outcomes = await s.waitFor(pressed);
          const winners = outcomes.filter((outcome) => outcome?.ok === true);
          expect(winners).toHaveLength(1);
          const { decided } = (await world.team())?.wayOn ?? {};
          const at = outcomes.findIndex((outcome) => outcome?.ok === true);
          expect(decided).toEqual({ way: ways[at], by: personRef(`P${at + 1}`) });
          for (const outcome of outcomes) {
            const said = outcome === undefined || outcome.ok ? [] : [outcome.refusal];
            expect(said.filter(({ code }) => code !== 'way-decided')).toEqual([]);
          }
          await workMinutes(world.product, 3);
          expect(world.told()).toHaveLength(1);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('survives a worker that dies at any call: pressed again, decided and told once', async () => {
    await crashEverywhere(async (crash) => {
      const world = await makeWorld(ASKED, crash.around);
      await world.press(member('P1'), 'talk').catch(() => undefined);
      crash.restart();
      await world.press(member('P1'), 'talk');
      await workMinutes(world.product, 4);
      expect(await world.team()).toMatchObject({ way: 'talk', outbox: [] });
      expect(world.told()).toHaveLength(1);
    });
  });
});

describe('a pause while the team is asked which way it goes on', () => {
  const until = { year: 2026, month: 12, day: 20 };
  const after = { ...NEXT_OPENING, instant: NEXT + days(7), local: { ...NEXT_OPENING.local, day: 24 } };
  const paused: Team = {
    ...ASKED,
    state: 'paused',
    pausedUntil: until,
    nextOpening: after,
    due: NEXT + days(7),
  };

  test('ends by itself, and the question still stands', async () => {
    const { ports, product, team, press } = await makeWorld(paused);
    ports.clock.set(NEXT + days(7));
    await workMinutes(product, 3);
    expect(await team()).toMatchObject({
      state: 'active',
      pausedUntil: undefined,
      due: undefined,
      wayOn: { asked: 'below-gate', number: 1 },
    });
    expect(await ports.rounds.find(TENANT, 'C1-2')).toBeUndefined();
    expect((await press(member('P1'), 'keep')).ok).toBe(true);
  });

  test('does not keep anybody from answering, and goes on as it was', async () => {
    const { press, team } = await makeWorld(paused);
    expect((await press(member('P1'), 'keep')).ok).toBe(true);
    expect(await team()).toMatchObject({
      state: 'paused',
      pausedUntil: until,
      nextOpening: after,
      due: NEXT + days(6),
      wayOn: { decided: { way: 'keep' } },
    });
  });

  test('without an end stays one', async () => {
    const { press, team } = await makeWorld({ ...paused, pausedUntil: undefined, due: undefined });
    expect((await press(member('P1'), 'longer')).ok).toBe(true);
    expect(await team()).toMatchObject({ state: 'paused', daysOpen: 10, due: undefined });
  });

  const LEAD = { tenant: TENANT, person: personRef('LEAD'), outsider: false };

  test.each([
    ['de', 'sobald dein Team entschieden hat, wie es weitergeht'],
    ['en', 'once your team has decided how to go on'],
  ] as const)(
    'set by a lead is due at its end; gone on with, nothing is promised (%s)',
    async (language, words) => {
      const { ports, product, team } = await makeWorld();
      await ports.people.prefer(personRef('LEAD'), { language });
      const submitted = {
        kind: 'submitted',
        actor: LEAD,
        nonce: 'n1',
        values: { until: '2026-12-20' },
      } as const;
      const intent = { kind: 'team-form', form: 'pause', team: 'C1' } as const;
      await product.desk.handle({ ...submitted, intent });
      expect(await team()).toMatchObject({
        state: 'paused',
        nextOpening: { instant: after.instant },
        due: after.instant,
      });
      const resumed = await product.desk.handle({
        kind: 'pressed',
        actor: LEAD,
        conversation: HOME,
        intent: { kind: 'team', act: 'resume', team: 'C1' },
      });
      expect(replyLines(resumed).join(' ')).toContain(words);
      expect(await team()).toMatchObject({ state: 'active', due: undefined });
    },
  );
});
