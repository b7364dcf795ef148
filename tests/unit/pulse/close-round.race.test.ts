import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { PersonRef } from '../../../src/chat/identity.ts';
import { idIn } from '../../../src/chat/identity.ts';
import { plain } from '../../../src/chat/text.ts';
import { makeAnswerRound } from '../../../src/pulse/answers/answer-round.ts';
import { PortError } from '../../../src/shared/errors.ts';
import { textsOf } from '../../support/comment-texts.ts';
import { aPerson, CLOSES, HOME } from '../../support/builders.ts';
import { makeCrash } from '../../support/intercept.ts';
import type { Around } from '../../support/intercept.ts';
import { dumpVault } from '../../support/memory-dump.ts';
import { led, makeProduct, workMinutes } from '../../support/memory-world.ts';
import { formOf, openRound, playOut } from '../../support/open-round.ts';
import type { OpenRound } from '../../support/open-round.ts';

/** Every call waits its turn before it happens and again before it is heard of; the scheduler decides who goes on. */
const inTurn = (s: fc.Scheduler): Around => {
  const turn = (name: string) => s.schedule(Promise.resolve(), name);
  return async (name, apply) => {
    await turn(name);
    const answered = await apply();
    await turn(`${name} done`);
    return answered;
  };
};

const letPass = async (s: fc.Scheduler, turns: number): Promise<void> => {
  for (let turn = 0; turn < turns; turn += 1) await s.schedule(Promise.resolve(), 'waits');
};

interface Answering {
  /** How many turns somebody lets pass before the first and before the second answer. */
  readonly waits: readonly [number, number];
}

/** Answers twice, one after the other; gives the last text that was acknowledged. */
const answerTwice = async (
  world: OpenRound,
  s: fc.Scheduler,
  person: PersonRef,
  { waits }: Answering,
): Promise<string | undefined> => {
  const answerRound = makeAnswerRound(led(world.ports, inTurn(s)));
  let acknowledged: string | undefined;
  for (const [index, wait] of waits.entries()) {
    await letPass(s, wait);
    const text = `${idIn(person)} ${index === 0 ? 'first' : 'second'}`;
    const values = formOf(index === 0 ? [1, 1, 1] : [5, 5, 5], text);
    const said = await answerRound({ person: aPerson(idIn(person)), round: 'C1-1', values });
    if (said.ok) acknowledged = text;
  }
  return acknowledged;
};

interface Closing {
  readonly wait: number;
  /** The call at which it dies; undefined: it lives. */
  readonly dies?: Parameters<typeof makeCrash>[0] | undefined;
}

/** Why it failed; undefined: it came through. */
const close = async (
  world: OpenRound,
  s: fc.Scheduler,
  { wait, dies }: Closing,
): Promise<string | undefined> => {
  await letPass(s, wait);
  const turns = inTurn(s);
  const crash = makeCrash(dies ?? { at: -1, applied: false });
  const product = makeProduct(world.ports, (name, apply) => turns(name, () => crash.around(name, apply)));
  return product.runJob(world.job).then(
    () => undefined,
    (error: unknown) => (error instanceof PortError ? error.reason : 'died'),
  );
};

describe('closers and answers at once', () => {
  const waits = fc.tuple(fc.nat(12), fc.nat(12));
  const dies = fc.option(fc.record({ at: fc.nat(30), applied: fc.boolean() }), { nil: undefined });
  const closing = fc.record({ wait: fc.nat(12), dies });

  test('what was acknowledged is counted, exactly; nothing is left; it is published once', async () => {
    const seen = { acknowledged: 0, refused: 0, reached: 0, extended: 0, died: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.record({ waits }), { minLength: 7, maxLength: 7 }),
        fc.tuple(closing, closing),
        async (s, answering, both) => {
          const world = await openRound(7);
          world.ports.clock.set(CLOSES);
          const people = Promise.all(
            answering.map((one, index) => answerTwice(world, s, world.asked[index] ?? 'slack:T1:P1', one)),
          );
          const closers = Promise.all(both.map((one) => close(world, s, one)));
          await s.waitFor(Promise.all([people, closers]));
          await workMinutes(makeProduct(world.ports), 5);

          const counted = (await people).flatMap((text) => text ?? []);
          // Whatever raced with the extension is kept until its own end.
          const extended = (await world.round())?.state === 'open';
          await playOut(world, makeProduct(world.ports));
          const round = await world.round();
          const published = world.ports.gateway
            .posted()
            .filter(({ to, card }) => to === HOME && !plain(card.title).startsWith('Es sind noch keine 5'));
          const shown = textsOf(await world.ports.comments.page(world.ref, 0));
          const result = round?.result;
          const enough = counted.length >= 5;
          expect(round?.state).toBe('closed');
          expect(result).toMatchObject(enough ? { answers: counted.length } : { reached: false });
          expect([...shown].sort()).toEqual(enough ? [...counted].sort() : []);
          expect(await dumpVault(world.ports, 'C1-1')).toMatchObject({ head: undefined, isEmpty: true });
          expect(published).toHaveLength(1);

          seen.acknowledged += counted.length;
          seen.refused += 7 - counted.length;
          expect(extended || enough).toBe(true);
          expect(round?.extendedFrom).toBe(extended ? CLOSES : undefined);
          seen[extended ? 'extended' : 'reached'] += 1;
          seen.died += (await closers).filter((end) => end === 'died').length;
        },
      ),
      { numRuns: 100 },
    );
    // The race was one: some came in time, some too late, some closers died.
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(5);
  });

  test('two closers that live write every step once, and one that comes too late to count says so', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (s) => {
        const world = await openRound(5);
        for (const person of world.asked) await world.answer(person, formOf([3, 4, 5], idIn(person)));
        world.ports.clock.set(CLOSES);
        const closers = Promise.all([close(world, s, { wait: 0 }), close(world, s, { wait: 0 })]);
        await s.waitFor(closers);
        await workMinutes(makeProduct(world.ports), 5);
        const round = await world.round();
        expect(round).toMatchObject({ state: 'closed', result: { answers: 5 } });
        expect(round?.history.map(({ what }) => what)).toEqual([
          'opened',
          'closing',
          'counted',
          'closed',
          'published',
        ]);
        expect(world.ports.gateway.posted().filter(({ to }) => to === HOME)).toHaveLength(1);
        const faults = (await closers).filter((fault) => fault !== undefined);
        expect([[], ['counted-by-another']]).toContainEqual(faults);
      }),
      { numRuns: 25 },
    );
  });
});
