import { describe, expect, test } from '@jest/globals';
import type { FormValues } from '../../../src/chat/form.ts';
import type { PersonRef } from '../../../src/chat/identity.ts';
import { makeAnswerRound, makeOpenAnswerForm } from '../../../src/pulse/answers/answer-round.ts';
import { days } from '../../../src/shared/time.ts';
import {
  aPerson,
  CLOSES,
  EXTENDED,
  HOME,
  NEXT,
  OPENS,
  personRef,
  TENANT,
  utc,
} from '../../support/builders.ts';
import { makeRecorder } from '../../support/intercept.ts';
import { dumpState, dumpVault } from '../../support/memory-dump.ts';
import {
  haveTeam,
  led,
  makeMemoryPorts,
  makeProduct,
  populate,
  workMinutes,
} from '../../support/memory-world.ts';

const REF = { tenant: TENANT, round: 'C1-1' };
const VALUES: FormValues = {
  'item-decide': '4',
  'item-learn': '2',
  'item-useful': 'cannot-say',
  comment: 'Weniger Tickets',
};
const OTHER: FormValues = { 'item-decide': '1', 'item-learn': '1', 'item-useful': '5' };

/** An open round of six, asked; everything the answering calls is recorded. */
const makeWorld = async () => {
  const ports = makeMemoryPorts(OPENS);
  const people = populate(ports, 6);
  await haveTeam(ports);
  const product = makeProduct(ports);
  await workMinutes(product, 2);
  const { around, calls } = makeRecorder();
  const seen = led(ports, around);
  const answerRound = makeAnswerRound(seen);
  const openForm = makeOpenAnswerForm(seen);
  return {
    ports,
    product,
    calls,
    answer: (id: string, values = VALUES, round = 'C1-1') =>
      answerRound({ person: aPerson(id), round, values }),
    form: (id: string, round = 'C1-1', person = aPerson(id)) => openForm({ person, round }),
    everything: () => dumpState(ports, { rounds: ['C1-1'], people }),
    closing: async () => {
      const round = await ports.rounds.find(TENANT, 'C1-1');
      expect(round?.state).toBe('open');
      if (round !== undefined)
        await ports.rounds.save({ ...round, version: 2, state: 'closing', history: [] });
    },
    /** Nobody answered, so it stays open once more. */
    close: async () => {
      for (const end of [CLOSES, EXTENDED]) {
        ports.clock.set(end);
        await workMinutes(product, 3);
      }
    },
  };
};

const refused = (refusal: object) => ({ ok: false, refusal });
/** Enough have answered. */
const CLOSING = refused({ code: 'round-closed-next', closed: CLOSES, next: NEXT, zone: 'Europe/Berlin' });
/** The date that fell into the longer round is passed by. */
const AFTER = NEXT + days(14);
const CLOSED = refused({ code: 'round-closed-next', closed: EXTENDED, next: AFTER, zone: 'Europe/Berlin' });

describe('the form of an open round', () => {
  test('is empty before an answer', async () => {
    const { form } = await makeWorld();
    const found = await form('P1');
    expect(found).toMatchObject({ ok: true, value: { head: { round: 'C1-1', closesAt: CLOSES } } });
    expect(found.ok && found.value.answer).toBeUndefined();
  });

  test('holds one’s own answer, and nobody else’s', async () => {
    const { form, answer } = await makeWorld();
    await answer('P1');
    expect(await form('P1')).toMatchObject({
      value: { answer: { marks: { decide: 4, learn: 2, useful: 'cannot-say' }, comment: 'Weniger Tickets' } },
    });
    const others = await form('P2');
    expect(others.ok && others.value.answer).toBeUndefined();
  });

  test('is refused to who is not on the roster, and to leads', async () => {
    const { form } = await makeWorld();
    expect(await form('NEW')).toEqual(refused({ code: 'not-on-roster' }));
    const lead = aPerson('LEAD', { leads: ['C1'] });
    expect(await form('LEAD', 'C1-1', lead)).toEqual(refused({ code: 'leads-are-not-asked' }));
    const elsewhere = aPerson('NEW', { leads: ['C2'] });
    expect(await form('NEW', 'C1-1', elsewhere)).toEqual(refused({ code: 'not-on-roster' }));
  });

  test('is refused without promising anything to people of other teams, guests and who was taken off', async () => {
    const { ports, form } = await makeWorld();
    const refusedTo = (person: ReturnType<typeof aPerson>) => form('NEW', 'C1-1', person);
    expect(await refusedTo(aPerson('NEW', { team: 'C2' }))).toEqual(refused({ code: 'asked-elsewhere' }));
    expect(await refusedTo(aPerson('NEW', { team: 'C1' }))).toEqual(refused({ code: 'not-on-roster' }));
    expect(await refusedTo(aPerson('NEW', { kind: 'channel-guest' }))).toEqual(
      refused({ code: 'channel-guests-are-not-asked' }),
    );
    const team = await ports.teams.find(TENANT, 'C1');
    if (team !== undefined) {
      await ports.teams.save({ ...team, version: team.version + 1, leftOut: [personRef('NEW')] });
    }
    expect(await refusedTo(aPerson('NEW'))).toEqual(refused({ code: 'taken-off-the-list' }));
  });

  test('is refused after the close, with the next date', async () => {
    const { form, close } = await makeWorld();
    await close();
    expect(await form('P1')).toEqual(CLOSED);
  });

  test('is refused for a round that never was, and for one of another tenant', async () => {
    const { form } = await makeWorld();
    expect(await form('P1', 'C9-9')).toEqual(refused({ code: 'round-not-found' }));
    const foreign = aPerson('P1', { tenant: 'slack:T2', person: 'slack:T2:P1' });
    expect(await form('P1', 'C1-1', foreign)).toEqual(refused({ code: 'round-not-found' }));
  });
});

describe('an answer', () => {
  test('is taken, and replaces an earlier one', async () => {
    const { form, answer } = await makeWorld();
    expect(await answer('P1')).toMatchObject({ ok: true, value: { round: 'C1-1' } });
    expect(await answer('P1', OTHER)).toMatchObject({ ok: true });
    expect(await form('P1')).toMatchObject({
      value: { answer: { marks: { decide: 1, learn: 1, useful: 5 } } },
    });
    const found = await form('P1');
    expect(found.ok && found.value.answer?.comment).toBeUndefined();
  });

  test('is refused to who is not on the roster', async () => {
    const { answer } = await makeWorld();
    expect(await answer('LEAD')).toEqual(refused({ code: 'not-on-roster' }));
  });

  test('is refused without a mark for each question, and the earlier one stays', async () => {
    const { form, answer } = await makeWorld();
    await answer('P1');
    expect(await answer('P1', { 'item-decide': '1' })).toEqual(
      refused({ code: 'mark-missing', fields: ['item-learn', 'item-useful'] }),
    );
    expect(await answer('P1', { ...VALUES, comment: 'x'.repeat(501) })).toEqual(
      refused({ code: 'comment-too-long' }),
    );
    expect(await form('P1')).toMatchObject({ value: { answer: { marks: { decide: 4 } } } });
  });

  test('is refused once its slot is sealed, and the earlier one counts', async () => {
    const { ports, answer, form, closing } = await makeWorld();
    await answer('P1');
    await closing();
    await ports.vault.seal(REF);
    expect(await answer('P1', OTHER)).toEqual(CLOSING);
    expect(await answer('P2')).toEqual(CLOSING);
    expect(await form('P1')).toMatchObject({ value: { answer: { marks: { decide: 4 } } } });
  });

  test('is refused when the vault of an open round was lost, and nobody is told that it closed', async () => {
    const { ports, answer, form } = await makeWorld();
    await ports.vault.destroyKey(REF);
    expect(await answer('P1')).toEqual(refused({ code: 'round-not-found' }));
    expect(await form('P1')).toEqual(refused({ code: 'round-not-found' }));
  });

  test('is refused after the close', async () => {
    const { answer, close } = await makeWorld();
    await close();
    expect(await answer('P1')).toEqual(CLOSED);
  });

  test('is refused for a round nobody knows', async () => {
    const { answer } = await makeWorld();
    expect(await answer('P1', VALUES, 'C9-9')).toEqual(refused({ code: 'round-not-found' }));
  });

  test('is still taken when the close is late', async () => {
    const { ports, answer } = await makeWorld();
    ports.clock.set(utc('2026-12-10T12:00:00Z'));
    expect(await answer('P1')).toMatchObject({ ok: true });
  });
});

describe('nothing tells of an answer', () => {
  test('but its slot: two reads of the vault at most, one write, and nothing else is touched', async () => {
    const { answer, form, calls, everything, ports } = await makeWorld();
    const before = await everything();
    const posts = ports.gateway.posted();
    const queued = [...ports.queue.messages('jobs'), ...ports.queue.messages('messages')];
    const lines = ports.logger.lines();
    await answer('P1');
    expect(calls).toEqual(['vault.head', 'vault.answer']);
    await form('P1');
    expect(calls.slice(2)).toEqual(['vault.head', 'vault.read']);

    const slot = ports.keys.slotOf(new Uint8Array(32).fill(7), personRef('P1'));
    expect(JSON.stringify(before)).not.toContain('Weniger Tickets');
    const withAnswer = JSON.stringify(await everything());
    const given = `{"slot":"${slot}","answer":{"marks":{"decide":4,"learn":2,"useful":"cannot-say"},"comment":"Weniger Tickets"}}`;
    expect(withAnswer.replace(given, `{"slot":"${slot}"}`)).toBe(JSON.stringify(before));
    expect(ports.gateway.posted()).toEqual(posts);
    expect([...ports.queue.messages('jobs'), ...ports.queue.messages('messages')]).toEqual(queued);
    expect(ports.logger.lines()).toEqual(lines);
  });

  test('and a refused one touches nothing at all', async () => {
    const { answer, everything } = await makeWorld();
    const before = await everything();
    await answer('LEAD');
    await answer('P1', {});
    await answer('P1', VALUES, 'C9-9');
    expect(await everything()).toEqual(before);
  });

  test('and the same bytes are stored at two times and in two orders', async () => {
    const given: readonly (readonly [PersonRef, string, FormValues])[] = [
      [personRef('P1'), 'P1', VALUES],
      [personRef('P2'), 'P2', OTHER],
      [personRef('P3'), 'P3', { ...OTHER, comment: 'Mehr Pausen' }],
    ];
    const one = await makeWorld();
    for (const [, id, values] of given) await one.answer(id, values);

    const other = await makeWorld();
    other.ports.clock.set(utc('2026-12-08T22:41:13Z'));
    await other.answer('P2', VALUES);
    for (const [, id, values] of [...given].reverse()) {
      other.ports.clock.advance(3_600_000);
      await other.answer(id, values);
    }
    expect(JSON.stringify(await dumpVault(other.ports, 'C1-1'))).toBe(
      JSON.stringify(await dumpVault(one.ports, 'C1-1')),
    );
    expect(JSON.stringify(await other.everything())).toBe(JSON.stringify(await one.everything()));
  });

  test('and the key is overwritten after each use', async () => {
    const { ports } = await makeWorld();
    const handedOut: Uint8Array[] = [];
    const vault = {
      ...ports.vault,
      head: async (ref: typeof REF) => {
        const found = await ports.vault.head(ref);
        if (found !== undefined) handedOut.push(found.key);
        return found;
      },
    };
    const deps = { ...ports, vault };
    await makeOpenAnswerForm(deps)({ person: aPerson('P1'), round: 'C1-1' });
    await makeAnswerRound(deps)({ person: aPerson('P1'), round: 'C1-1', values: VALUES });
    await makeAnswerRound(deps)({ person: aPerson('LEAD'), round: 'C1-1', values: {} });
    expect(handedOut.map((key) => key.some((byte) => byte !== 0))).toEqual([false, false, false]);
  });

  test('in the chat: the posts of a round that all answered and of one that nobody did are the same', async () => {
    const played = async (answering: readonly string[]) => {
      const { ports, product, answer } = await makeWorld();
      for (const id of answering) await answer(id);
      await workMinutes(product, 10);
      return { posts: ports.gateway.posted(), lines: ports.logger.lines() };
    };
    const silent = await played([]);
    expect(await played(['P1', 'P2', 'P3', 'P4', 'P5', 'P6'])).toEqual(silent);
    expect(silent.posts.filter(({ to }) => to !== HOME)).toHaveLength(6);
  });
});
