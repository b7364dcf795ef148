import { describe, expect, test } from '@jest/globals';
import { makeLastResult, makeReadComments } from '../../../src/pulse/past-results.ts';
import type { RoundResult } from '../../../src/pulse/result.ts';
import type { Round } from '../../../src/pulse/round.ts';
import {
  aClosedRound,
  aPerson,
  aResult,
  aRound,
  aTeam,
  HOME,
  OPENS,
  personRef,
  TENANT,
} from '../../support/builders.ts';
import { makeMemoryPorts } from '../../support/memory-world.ts';

const reached = (commentPages = 0) => aResult({ commentPages });
const nth = (number: number, differing: Partial<Round>): Round => ({
  ...aRound(),
  id: `C1-${number}`,
  number,
  previous: number === 1 ? undefined : `C1-${number - 1}`,
  state: 'closed',
  published: true,
  result: { reached: false },
  ...differing,
});

const makeWorld = async (...rounds: readonly Round[]) => {
  const ports = makeMemoryPorts(OPENS);
  for (const round of rounds) await ports.rounds.create(round);
  const lastResult = makeLastResult(ports);
  return {
    ports,
    last: async (currentRound: string | undefined) => (await lastResult(aTeam({ currentRound })))?.id,
    read: makeReadComments(ports),
  };
};

describe('the last result', () => {
  test('is none before the first round, and while that is open', async () => {
    const { last } = await makeWorld(nth(1, { state: 'open', published: undefined, result: undefined }));
    expect(await last(undefined)).toBeUndefined();
    expect(await last('C1-1')).toBeUndefined();
  });

  test('is the newest one that was published', async () => {
    const { last } = await makeWorld(nth(1, { result: reached() }), nth(2, { result: reached() }));
    expect(await last('C1-2')).toBe('C1-2');
  });

  test('is looked for behind an open round, one below the gate and one that does not stand in the channel', async () => {
    const { last } = await makeWorld(
      nth(1, { result: reached() }),
      nth(2, {}),
      nth(3, { published: undefined, result: reached() }),
      nth(4, { state: 'open', published: undefined, result: undefined }),
    );
    expect(await last('C1-4')).toBe('C1-1');
  });

  test('is not looked for for ever', async () => {
    const rounds = Array.from({ length: 13 }, (_, index) =>
      nth(index + 1, index === 0 ? { result: reached() } : {}),
    );
    const { last } = await makeWorld(...rounds);
    expect(await last('C1-12')).toBe('C1-1');
    expect(await last('C1-13')).toBeUndefined();
  });
});

describe('comments', () => {
  const comments = async (result: RoundResult = reached(2), published?: boolean) => {
    const world = await makeWorld(aClosedRound(result, published === undefined ? {} : { published }));
    const ref = { tenant: TENANT, round: 'C1-1' };
    await world.ports.comments.put(ref, 0, ['one', 'two']);
    await world.ports.comments.put(ref, 1, ['three']);
    return (differing: Partial<Parameters<typeof world.read>[0]> = {}) =>
      world.read({
        person: aPerson('P1', { team: 'C1' }),
        round: 'C1-1',
        page: 0,
        from: undefined,
        ...differing,
      });
  };

  test('are read page by page', async () => {
    const read = await comments();
    expect(await read()).toEqual({ ok: true, value: { comments: ['one', 'two'], more: true } });
    expect(await read({ page: 1 })).toEqual({ ok: true, value: { comments: ['three'], more: false } });
    expect(await read({ page: 2 })).toEqual({ ok: true, value: { comments: [], more: false } });
  });

  test('are for the team, its leads and who stands in its channel', async () => {
    const read = await comments();
    const stranger = aPerson('X', { team: 'C2' });
    expect(await read({ person: stranger })).toEqual({ ok: false, refusal: { code: 'result-not-for-you' } });
    expect(await read({ person: stranger, from: 'slack:T1:C2' })).toMatchObject({ ok: false });
    expect(await read({ person: stranger, from: HOME })).toMatchObject({ ok: true });
    expect(await read({ person: aPerson('LEAD', { leads: ['C1'] }) })).toMatchObject({ ok: true });
    expect(await read({ person: aPerson('LEAD') })).toMatchObject({ ok: false });
    expect(await read({ person: aPerson('X', { person: personRef('X') }) })).toMatchObject({ ok: false });
  });

  test('are none while the result does not stand in the channel, whatever lies there', async () => {
    expect(await (await comments(reached(2), false))()).toEqual({
      ok: false,
      refusal: { code: 'round-not-found' },
    });
  });

  test('are none of a round below the gate, and none beyond the pages it counted', async () => {
    expect(await (await comments({ reached: false }))()).toEqual({
      ok: true,
      value: { comments: [], more: false },
    });
    expect(await (await comments(reached(1)))({ page: 1 })).toEqual({
      ok: true,
      value: { comments: [], more: false },
    });
  });

  test('of another tenant’s round are nobody’s', async () => {
    const read = await comments();
    const foreign = aPerson('P1', { tenant: 'slack:T2', person: 'slack:T2:P1', team: 'C1' });
    expect(await read({ person: foreign })).toEqual({ ok: false, refusal: { code: 'round-not-found' } });
  });
});
