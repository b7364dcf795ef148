import { describe, expect, test } from '@jest/globals';
import type { NotNow } from '../../../src/chat/actions.ts';
import { hours, minutes } from '../../../src/shared/time.ts';
import type { Team } from '../../../src/team/team.ts';
import { aProfile, aTeam, CLOSES, OPENS, personRef, TENANT, utc } from '../../support/builders.ts';
import { crashEverywhere } from '../../support/intercept.ts';
import type { Around } from '../../support/intercept.ts';
import { makeProduct, workMinutes } from '../../support/memory-world.ts';
import { openRound } from '../../support/open-round.ts';
import { cardLines, replyLines } from '../../support/said.ts';

/** An open round of six, in its third minute. `around` leads what is done from then on. */
const makeWorld = async (around?: Around, team?: Team) => {
  const world = await openRound(6, team && { team });
  const product = makeProduct(world.ports, around);
  const { ports } = world;
  const press = async (way: NotNow, id = 'P1') =>
    replyLines(
      await product.desk.handle({
        kind: 'pressed',
        actor: { tenant: TENANT, person: personRef(id), outsider: false },
        intent: { kind: 'not-now', way, round: 'C1-1' },
      }),
    );
  const before = ports.gateway.posted().length;
  return {
    ports,
    product,
    press,
    sent: () =>
      ports.gateway
        .posted()
        .slice(before)
        .map(({ to, card }) => [to, cardLines(card)[0]]),
    workAt: async (instant: number) => {
      ports.clock.set(instant);
      await workMinutes(product, 3);
    },
  };
};

const AGAIN = 'Du wolltest später gefragt werden.';

describe('later', () => {
  test('asks once more in an hour, and only who wanted it', async () => {
    const { press, sent, workAt } = await makeWorld();
    expect((await press('in-an-hour'))[1]).toBe('Gut, um 13:00 frage ich dich noch einmal.');
    await workAt(OPENS + minutes(50));
    expect(sent()).toEqual([]);
    await workAt(OPENS + minutes(53));
    await workAt(OPENS + hours(5));
    expect(sent()).toEqual([[personRef('P1'), AGAIN]]);
  });

  test('says the same when it is pressed again, and no more once it has come', async () => {
    const { press, workAt } = await makeWorld();
    const first = await press('in-an-hour');
    expect(await press('in-an-hour')).toEqual(first);
    await workAt(OPENS + hours(2));
    expect((await press('in-an-hour'))[1]).toBe(
      'Später geht einmal je Runde, und das war schon. Mit „Antworten“ geht es weiter.',
    );
  });

  test.each(['not-this-round', 'come-myself'] as const)('is taken back by %s', async (way) => {
    const { press, sent, workAt } = await makeWorld();
    await press('in-an-hour', 'P1');
    await press('in-an-hour', 'P2');
    await press(way, 'P1');
    await workAt(OPENS + hours(2));
    expect(sent()).toEqual([[personRef('P2'), AGAIN]]);
  });

  test('is not sent to who is away by then, has left the pulse, or the team', async () => {
    const { ports, press, sent, workAt } = await makeWorld();
    for (const id of ['P1', 'P2', 'P3', 'P4']) await press('in-an-hour', id);
    await ports.people.prefer(personRef('P1'), { awayUntil: { year: 2026, month: 12, day: 24 } });
    await ports.people.prefer(personRef('P2'), { off: true });
    await ports.people.leave(personRef('P3'), 'C1');
    await workAt(OPENS + hours(2));
    expect(sent()).toEqual([[personRef('P4'), AGAIN]]);
  });

  test('is for those on the roster alone', async () => {
    const { ports, press } = await makeWorld();
    ports.directory.setPerson(aProfile('NEW'));
    for (const way of ['later', 'in-an-hour', 'come-myself', 'not-this-round'] as const) {
      expect((await press(way, 'LEAD'))[1]).toContain('Als Teamleitung wirst du nicht gefragt.');
      expect((await press(way, 'NEW'))[1]).toContain('Diese Runde ist nicht für dich');
    }
  });

  test('is not promised to who left the pulse: nobody writes to them', async () => {
    const { ports, press, sent, workAt } = await makeWorld();
    await ports.people.prefer(personRef('P1'), { off: true });
    expect((await press('in-an-hour'))[1]).toBe(
      'Du hast den Puls für dich ausgeschaltet, also schreibe ich dich nicht an. „Antworten“ geht trotzdem; zurück mit „puls an“.',
    );
    await ports.people.prefer(personRef('P1'), { language: 'en' });
    expect((await press('in-an-hour'))[1]).toBe(
      'You have switched the pulse off for yourself, so I do not write to you. “Answer” works all the same; “pulse on” switches it on again.',
    );
    await workAt(OPENS + hours(2));
    expect(sent()).toEqual([]);
  });

  test('never comes on a public holiday that the team keeps: rather sooner, else it is refused', async () => {
    const holiday = { year: 2026, month: 12, day: 25 };
    const opens = utc('2026-12-24T11:07:00Z');
    const local = { ...holiday, day: 24, hour: 12, minute: 7 };
    const world = await makeWorld(
      undefined,
      aTeam({ land: 'BY', nextOpening: { number: 1, local, instant: opens }, due: opens }),
    );
    await world.workAt(opens);
    await world.workAt(utc('2026-12-24T22:10:00Z'));
    expect((await world.press('in-an-hour'))[1]).toBe('Gut, um 23:30 frage ich dich noch einmal.');
    await world.workAt(utc('2026-12-24T22:40:00Z'));
    expect((await world.press('in-an-hour', 'P2'))[1]).toBe(
      'In einer Stunde ist Feiertag, da frage ich niemanden. Mit „Antworten“ geht es trotzdem.',
    );
    await world.ports.people.prefer(personRef('P2'), { language: 'en' });
    expect((await world.press('in-an-hour', 'P2'))[1]).toBe(
      'In an hour it is a public holiday, when I ask nobody. “Answer” works all the same.',
    );
    await world.workAt(utc('2026-12-26T12:00:00Z'));
    expect(world.sent().filter(([, title]) => title === AGAIN)).toEqual([[personRef('P1'), AGAIN]]);
  });

  test('that comes too late to be sent is forgotten unsent', async () => {
    const { ports, press, sent, workAt } = await makeWorld();
    await press('in-an-hour');
    const look = `C1-1.${Date.parse('2026-12-03T12:00:00Z')}`;
    expect(await ports.looks.find(TENANT, look)).toBeDefined();
    await workAt(CLOSES - minutes(30));
    expect(sent().filter(([, title]) => title === AGAIN)).toEqual([]);
    expect(await ports.looks.find(TENANT, look)).toBeUndefined();
  });

  test('comes after a crash at any call, and not twice', async () => {
    const crashes = await crashEverywhere(async (crash) => {
      const { press, sent, workAt } = await makeWorld(crash.around);
      await press('in-an-hour').catch(() => undefined);
      // Whoever was told that it did not work presses again.
      const noted = await press('in-an-hour').catch(() => undefined);
      crash.restart();
      const [, said] = noted ?? (await press('in-an-hour'));
      expect(said).toBe('Gut, um 13:00 frage ich dich noch einmal.');
      for (const later of [60, 70, 80, 90]) await workAt(OPENS + minutes(later));
      const times = sent().filter(([, title]) => title === AGAIN).length;
      // A crash between a post and its record may repeat it: chats have no idempotency key.
      expect([1, 2]).toContain(times);
    });
    expect(crashes).toBeGreaterThan(20);
  });
});
