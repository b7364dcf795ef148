import { describe, expect, test } from '@jest/globals';
import type { Message } from '../../../src/delivery/message.ts';
import { laneOf, messageKey } from '../../../src/delivery/message.ts';
import { changed, wakesAt } from '../../../src/work/aggregate.ts';
import type { Aggregate } from '../../../src/work/aggregate.ts';
import { redriven } from '../../../src/work/dispatch.ts';
import { aRound, aTeam, TENANT, utc } from '../../support/builders.ts';

const NOW = utc('2026-12-03T11:07:00Z');
const TWO_MINUTES_LATER = utc('2026-12-03T11:09:00Z');
const PROMISE: Message = { kind: 'promise', tenant: TENANT, team: 'C1' };
const RESULT: Message = { kind: 'result', tenant: TENANT, round: 'C1-1' };

describe('a change', () => {
  test('is the next version with one entry more', () => {
    const next = changed(aTeam(), { command: 'open/C1-1', what: 'round opened', now: NOW });
    expect(next).toEqual(
      aTeam({
        version: 2,
        history: [
          { command: 'nonce', what: 'set up' },
          { command: 'open/C1-1', what: 'round opened' },
        ],
      }),
    );
  });

  test('leaves what it changes alone', () => {
    const team = Object.freeze(aTeam());
    changed(team, { command: 'c', what: 'w', now: NOW, messages: [PROMISE] });
    expect(team).toEqual(aTeam());
  });

  test('puts messages behind those that still wait, under ids of the command', () => {
    const waiting = { id: 'old.0', attempt: 1, message: RESULT };
    const next = changed(aTeam({ outbox: [waiting] }), {
      command: 'settle/C1/1',
      what: 'channel read',
      now: NOW,
      messages: [PROMISE, RESULT],
    });
    expect(next.outbox).toEqual([
      waiting,
      { id: 'settle/C1/1.0', attempt: 0, message: PROMISE },
      { id: 'settle/C1/1.1', attempt: 0, message: RESULT },
    ]);
    expect(next.redriveAt).toBe(TWO_MINUTES_LATER);
  });

  test('without messages asks for no repair', () => {
    const team = aTeam({ redriveAt: NOW });
    expect(changed(team, { command: 'c', what: 'w', now: NOW }).redriveAt).toBeUndefined();
  });

  test('keeps the newest hundred entries', () => {
    const history = Array.from({ length: 100 }, (_, index) => ({ command: `c${index}`, what: 'w' }));
    const next = changed(aTeam({ history }), { command: 'new', what: 'w', now: NOW });
    expect(next.history).toHaveLength(100);
    expect([next.history[0]?.command, next.history[99]?.command]).toEqual(['c1', 'new']);
  });
});

describe('an aggregate wakes', () => {
  const waiting = [{ id: 'c.0', attempt: 0, message: PROMISE }];

  test.each<[string, Partial<Aggregate>, number | undefined]>([
    ['at its business time', { due: 500 }, 500],
    ['never when nothing is planned', { due: undefined }, undefined],
    ['for its outbox when that is sooner', { due: 500, outbox: waiting, redriveAt: 300 }, 300],
    ['at its business time when that is sooner', { due: 200, outbox: waiting, redriveAt: 300 }, 200],
    ['for its outbox alone', { due: undefined, outbox: waiting, redriveAt: 300 }, 300],
    ['not for an outbox that is empty', { due: undefined, redriveAt: 300 }, undefined],
    ['never once it is parked', { due: 200, outbox: waiting, redriveAt: 300, parked: 'timeout' }, undefined],
    ['at once when nobody says when its outbox is due', { due: 200, outbox: waiting }, 0],
  ])('%s', (_, differing, expected) => {
    expect(wakesAt({ ...aTeam(), ...differing })).toBe(expected);
  });
});

describe('a repair', () => {
  test('is the same outbox under the next attempt, looked at again two minutes later', () => {
    const round = aRound({ version: 4, outbox: [{ id: 'c.0', attempt: 0, message: RESULT }], redriveAt: 0 });
    const repaired = redriven(round, NOW);
    expect(repaired).toMatchObject({
      version: 5,
      outbox: [{ id: 'c.0', attempt: 1, message: RESULT }],
      redriveAt: TWO_MINUTES_LATER,
    });
    expect(repaired.history.at(-1)).toEqual({ command: 'redrive/C1-1/4', what: 'sent again' });
  });
});

describe('a message', () => {
  const messages: readonly Message[] = [
    PROMISE,
    RESULT,
    { kind: 'result-for-lead', tenant: TENANT, round: 'C1-1', lead: 0 },
    { kind: 'result-for-lead', tenant: TENANT, round: 'C1-1', lead: 1 },
    { kind: 'asks', tenant: TENANT, batch: 'C1-1.0', from: 0, to: 25 },
    { kind: 'asks', tenant: TENANT, batch: 'C1-1.0', from: 25, to: 50 },
    { kind: 'later', tenant: TENANT, round: 'C1-1', at: 1 },
    { kind: 'team-notice', tenant: TENANT, team: 'C1', lead: 0, round: 1, notice: 'channel-shared' },
    { kind: 'team-notice', tenant: TENANT, team: 'C1', lead: 0, round: 2, notice: 'channel-shared' },
    { kind: 'team-notice', tenant: TENANT, team: 'C1', lead: 1, round: 1, notice: 'channel-shared' },
    { kind: 'team-notice', tenant: TENANT, team: 'C1', lead: 0, round: 1, notice: 'channel-public' },
    { kind: 'round-ask', tenant: TENANT, round: 'C1-1' },
    { kind: 'reminder', tenant: TENANT, round: 'C1-1' },
    { kind: 'extension', tenant: TENANT, round: 'C1-1' },
    { kind: 'too-small', tenant: TENANT, team: 'C1', number: 1 },
    { kind: 'talk', tenant: TENANT, team: 'C1', number: 1 },
    { kind: 'talk', tenant: TENANT, team: 'C1', number: 2 },
  ];

  test('has a key of its own', () => {
    expect(new Set(messages.map(messageKey)).size).toBe(messages.length);
    expect(messageKey(RESULT)).toBe('result/C1-1');
  });

  test('travels in bulk only when it asks many', () => {
    expect(messages.filter((message) => laneOf(message) === 'bulk').map(({ kind }) => kind)).toEqual([
      'asks',
      'asks',
      'later',
    ]);
  });
});
