import { describe, expect, test } from '@jest/globals';
import { plain } from '../../../src/chat/text.ts';
import { aTeam, CLOSES, HOME, OPENS, personRef, TENANT, utc } from '../../support/builders.ts';
import { crashEverywhere } from '../../support/intercept.ts';
import type { Around } from '../../support/intercept.ts';
import { dumpState } from '../../support/memory-dump.ts';
import { haveTeam, makeMemoryPorts, makeProduct, populate, workAMinute } from '../../support/memory-world.ts';
import { formOf } from '../../support/open-round.ts';

const SET_UP = utc('2026-12-01T09:00:00Z');

const TICK = ['dueIndex.due', 'queue.enqueueJobs'];

/** A team from its set-up to the lead's copy of its first result; five people answer. `around` sees the work, not the desk. */
const live = async (around?: Around, revive: () => void = () => undefined) => {
  const ports = makeMemoryPorts(SET_UP);
  const people = populate(ports, 5);
  await haveTeam(ports, aTeam({ state: 'settling', due: SET_UP, readers: 0, nextOpening: undefined }));
  const product = makeProduct(ports, around);
  const desk = makeProduct(ports).desk;
  /** Long enough for a lease to run out and for an outbox to be sent again. */
  const workFrom = async (begins: number): Promise<void> => {
    ports.clock.set(begins);
    for (let minute = 0; minute < 9; minute += 1) {
      await workAMinute(product);
      revive();
    }
  };

  await workFrom(SET_UP);
  await workFrom(OPENS);
  for (const person of people) {
    await desk.handle({
      kind: 'submitted',
      actor: { tenant: TENANT, person, outsider: false },
      nonce: 'form',
      intent: { kind: 'answer', round: 'C1-1' },
      values: formOf([1, 4, 5], `text of ${person}`),
    });
  }
  await workFrom(CLOSES);
  return {
    state: await dumpState(ports, { rounds: ['C1-1'], people: [...people, personRef('LEAD')] }),
    posts: ports.gateway.posted().map(({ to, card }) => `${to} ${plain(card.title)}`),
    repeated: ports.logger.lines().filter(({ event }) => event === 'delivery-repeated').length,
    waiting: [...ports.queue.messages('jobs'), ...ports.queue.messages('messages')],
  };
};

describe('a whole round', () => {
  test('is a promise, an ask for each, a result for the team and one for its lead', async () => {
    const { posts, waiting, repeated } = await live();
    expect(posts).toEqual([
      `${HOME} Ab Do, 3.12. stelle ich euch alle zwei Wochen drei Fragen. Das dauert unter einer Minute und ist Arbeitszeit.`,
      ...['P1', 'P2', 'P3', 'P4', 'P5'].map(
        (id) => `slack:T1:${id} Drei Fragen zu deinen letzten Schichten, unter einer Minute.`,
      ),
      `${HOME} 5 Antworten. Ihr seid euch bei allen Fragen einig.`,
      'slack:T1:LEAD Dein Team hat gerade das Ergebnis bekommen: zum Ergebnis. Du siehst genau dasselbe.',
    ]);
    expect([waiting, repeated]).toEqual([[], 0]);
  });

  test('ends the same wherever a worker died: nothing is lost, and what may be said twice is counted', async () => {
    const smooth = await live();
    const expected = new Set(smooth.posts);
    let duplicates = 0;
    const crashes = await crashEverywhere(async (crash) => {
      // A tick that dies is made up for by the next; without its many calls there is time for all others.
      const crashed = await live(
        (name, apply) => (TICK.includes(name) ? apply() : crash.around(name, apply)),
        crash.revive,
      );
      expect(crashed.state).toEqual(smooth.state);
      expect(new Set(crashed.posts)).toEqual(expected);
      expect(crashed.waiting).toEqual([]);
      // A claim that nobody settled says "may stand already"; only then can something stand twice.
      const twice = crashed.posts.length - smooth.posts.length;
      expect(twice).toBeLessThanOrEqual(crashed.repeated);
      expect(crashed.repeated).toBeLessThanOrEqual(1);
      duplicates += twice;
    });
    expect(crashes).toBeGreaterThan(150);
    // The one window there is, posted and not noted, has two crashes at each of the eight posts.
    expect(duplicates).toBe(16);
  });
});
