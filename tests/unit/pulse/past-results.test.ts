import { describe, expect, test } from '@jest/globals';
import { makeMayReadResult } from '../../../src/pulse/results/may-read-result.ts';
import { makeLastResult, makeReadResult } from '../../../src/pulse/results/past-results.ts';
import { makeReadComments } from '../../../src/pulse/results/read-comments.ts';
import type { RoundResult } from '../../../src/pulse/results/result.ts';
import type { Round } from '../../../src/pulse/round.ts';
import {
  aChannel,
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
import { commentsOf } from '../../support/comment-texts.ts';
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
  ports.directory.setChannel(aChannel(), []);
  const mayRead = makeMayReadResult({ ...ports, allowPublicChannels: false });
  const lastResult = makeLastResult({ ...ports, mayRead });
  const last = async (currentRound: string | undefined, person = aPerson('P1', { team: 'C1' })) => {
    const found = await lastResult({ person, team: aTeam({ currentRound }), from: undefined });
    return found.ok ? found.value : found.refusal.code;
  };
  const shown = async (currentRound: string | undefined) => {
    const found = await last(currentRound);
    if (typeof found === 'string') throw new Error(found);
    return found;
  };
  return {
    ports,
    lastFor: last,
    last: async (currentRound: string | undefined) => (await shown(currentRound))?.round.id,
    earlier: async (currentRound: string) => (await shown(currentRound))?.earlier,
    result: makeReadResult({ ...ports, mayRead }),
    read: makeReadComments({ ...ports, mayRead }),
  };
};

type World = Awaited<ReturnType<typeof makeWorld>>;

/** Who may read is the same for a result and its comments. */
const assertReaders = async (
  world: World,
  read: (person: ReturnType<typeof aPerson>, from?: typeof HOME) => Promise<{ readonly ok: boolean }>,
): Promise<void> => {
  const { directory, teams } = world.ports;
  const stranger = aPerson('X', { team: 'C2' });
  const no = { ok: false, refusal: { code: 'result-not-for-you' } };
  expect(await read(stranger)).toEqual(no);
  expect(await read(stranger, 'slack:T1:C2')).toEqual(no);
  expect(await read(stranger, HOME)).toMatchObject({ ok: true });
  expect(await read(aPerson('P1', { team: 'C1' }))).toMatchObject({ ok: true });
  expect(await read(aPerson('LEAD', { leads: ['C1'] }))).toMatchObject({ ok: true });
  expect(await read(aPerson('LEAD'))).toEqual(no);
  // A dialog does not say where it was opened: then the platform says who stands in the channel.
  directory.setChannel(aChannel(), [personRef('X')]);
  expect(await read(stranger)).toMatchObject({ ok: true });
  expect(await read(stranger, 'slack:T1:C2')).toMatchObject({ ok: true });
  expect(await read(aPerson('Y'))).toEqual(no);
  // Where others can read along by now, standing there is nothing.
  for (const differing of [{ visibility: 'public' as const }, { shared: true }, { archived: true }]) {
    directory.setChannel(aChannel(differing), [personRef('X')]);
    expect(await read(stranger)).toEqual(no);
    expect(await read(stranger, HOME)).toEqual(no);
    expect(await read(aPerson('P1', { team: 'C1' }), HOME)).toMatchObject({ ok: true });
    expect(await read(aPerson('LEAD', { leads: ['C1'] }), HOME)).toMatchObject({ ok: true });
  }
  directory.setChannel(aChannel(), []);
  directory.setChannel(aChannel({ conversation: 'slack:T1:C9' }), []);
  directory.setChannel(aChannel({ conversation: 'slack:T1:C8' }), [personRef('Z')]);
  await teams.create(aTeam({ alsoIn: ['slack:T1:C8', 'slack:T1:C9'] }));
  expect(await read(stranger, 'slack:T1:C9')).toMatchObject({ ok: true });
  directory.setChannel(aChannel({ conversation: 'slack:T1:C9' }), [personRef('X')]);
  expect(await read(stranger)).toMatchObject({ ok: true });
  // A channel that was added after the round opened is told nothing of it, and reads nothing of it.
  expect(await read(aPerson('Z'))).toEqual(no);
  expect(await read(aPerson('Z'), 'slack:T1:C8')).toEqual(no);
};

describe('the last result', () => {
  test('is none before the first round, and while that is open', async () => {
    const { last } = await makeWorld(nth(1, { state: 'open', published: undefined, result: undefined }));
    expect(await last(undefined)).toBeUndefined();
    expect(await last('C1-1')).toBeUndefined();
  });

  test('is the newest one that was published, and knows the one before', async () => {
    const { last, earlier } = await makeWorld(nth(1, { result: reached() }), nth(2, { result: reached() }));
    expect(await last('C1-2')).toBe('C1-2');
    expect(await earlier('C1-2')).toBe('C1-1');
    expect(await earlier('C1-1')).toBeUndefined();
  });

  test('is looked for behind an open round, one below the gate and one that does not stand in the channel', async () => {
    const { last, earlier } = await makeWorld(
      nth(1, { result: reached() }),
      nth(2, {}),
      nth(3, { published: undefined, result: reached() }),
      nth(4, { state: 'open', published: undefined, result: undefined }),
      nth(5, { result: reached() }),
    );
    expect(await last('C1-4')).toBe('C1-1');
    expect(await earlier('C1-5')).toBe('C1-1');
  });

  test('is for the team, its leads and who stands in its channel, like those before', async () => {
    const { lastFor } = await makeWorld(nth(1, { result: reached() }));
    expect(await lastFor('C1-1', aPerson('X'))).toBe('result-not-for-you');
    expect(await lastFor('C1-1', aPerson('LEAD', { leads: ['C1'] }))).toMatchObject({
      round: { id: 'C1-1' },
    });
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

describe('a past result', () => {
  const member = aPerson('P1', { team: 'C1' });

  test('is the record as it is stored, with the one before it', async () => {
    const { result, ports } = await makeWorld(
      nth(1, { result: reached() }),
      nth(2, { result: reached(2) }),
      nth(3, { result: reached() }),
    );
    const read = await result({ person: member, round: 'C1-2', from: undefined });
    expect(read).toEqual({
      ok: true,
      value: { round: await ports.rounds.find(TENANT, 'C1-2'), result: reached(2), earlier: 'C1-1' },
    });
    expect(await result({ person: member, round: 'C1-1', from: undefined })).toMatchObject({
      value: { round: { id: 'C1-1' }, earlier: undefined },
    });
  });

  test('is for the team, its leads and who stands in its channel', async () => {
    const world = await makeWorld(nth(1, { result: reached(), alsoIn: ['slack:T1:C9'] }));
    await assertReaders(world, (person, from) => world.result({ person, round: 'C1-1', from }));
  });

  test('of a team that was in the same home before is for who stands there alone', async () => {
    const { result, ports } = await makeWorld(
      nth(1, { result: reached() }),
      nth(2, { result: reached(), opensAt: OPENS + 1 }),
    );
    await ports.teams.create(aTeam({ previousRound: 'C1-1', since: OPENS + 1 }));
    const lead = aPerson('LEAD', { leads: ['C1'] });
    const no = { ok: false, refusal: { code: 'result-not-for-you' } };
    for (const person of [member, lead]) {
      expect(await result({ person, round: 'C1-1', from: undefined })).toEqual(no);
      expect(await result({ person, round: 'C1-2', from: undefined })).toMatchObject({ ok: true });
      expect(await result({ person, round: 'C1-1', from: HOME })).toMatchObject({ ok: true });
    }
    ports.directory.setChannel(aChannel(), [member.person]);
    expect(await result({ person: member, round: 'C1-1', from: undefined })).toMatchObject({ ok: true });
  });

  test.each([
    ['is below the gate', { result: { reached: false } }],
    ['does not stand in the channel', { published: undefined, result: reached() }],
    ['is open', { state: 'open', published: undefined, result: undefined }],
  ] as const)('is none of a round that %s', async (_, differing) => {
    const { result } = await makeWorld(nth(1, differing));
    expect(await result({ person: member, round: 'C1-1', from: HOME })).toEqual({
      ok: false,
      refusal: { code: 'round-not-found' },
    });
  });

  test('of another tenant is nobody’s', async () => {
    const { result } = await makeWorld(nth(1, { result: reached() }));
    const foreign = aPerson('P1', { tenant: 'slack:T2', person: 'slack:T2:P1', team: 'C1' });
    expect(await result({ person: foreign, round: 'C1-1', from: HOME })).toMatchObject({ ok: false });
  });
});

describe('comments', () => {
  const world = async (result: RoundResult = reached(2), published?: boolean) => {
    const made = await makeWorld(
      aClosedRound(result, { alsoIn: ['slack:T1:C9'], ...(published === undefined ? {} : { published }) }),
    );
    const ref = { tenant: TENANT, round: 'C1-1' };
    await made.ports.comments.put(ref, 0, commentsOf('one', 'two'), 8_000_000_000_000);
    await made.ports.comments.put(ref, 1, commentsOf('three'), 8_000_000_000_000);
    return {
      ...made,
      ref,
      readAs: (differing: Partial<Parameters<typeof made.read>[0]> = {}) =>
        made.read({
          person: aPerson('P1', { team: 'C1' }),
          round: 'C1-1',
          page: 0,
          from: undefined,
          ...differing,
        }),
    };
  };
  const PAGE = { hidden: 0, themes: [], more: false, mayHide: true };

  test('are read page by page', async () => {
    const { readAs } = await world();
    expect(await readAs()).toEqual({ ok: true, value: { ...PAGE, texts: ['one', 'two'], more: true } });
    expect(await readAs({ page: 1 })).toEqual({ ok: true, value: { ...PAGE, texts: ['three'] } });
    expect(await readAs({ page: 2 })).toEqual({ ok: true, value: { ...PAGE, texts: [], mayHide: false } });
  });

  test('are for the team, its leads and who stands in its channel, on every page', async () => {
    for (const page of [0, 1]) {
      const made = await world();
      await assertReaders(made, (person, from) => made.readAs({ person, from, page }));
    }
  });

  test('are without those that were hidden, which are counted', async () => {
    const { readAs, ports, ref } = await world();
    await ports.comments.hide(ref, 0, 'id-1');
    expect(await readAs()).toMatchObject({ value: { texts: ['one'], hidden: 1, mayHide: true } });
    await ports.comments.hide(ref, 0, 'id-0');
    expect(await readAs()).toMatchObject({ value: { texts: [], hidden: 2, mayHide: false } });
  });

  test('name the themes on the first page', async () => {
    const { readAs } = await world(aResult({ commentPages: 2, themes: ['tools'] }));
    expect(await readAs()).toMatchObject({ value: { themes: ['tools'] } });
    expect(await readAs({ page: 1 })).toMatchObject({ value: { themes: [] } });
  });

  test('offer hiding to the team, not to leads, guests and readers of the channel', async () => {
    const { readAs } = await world();
    const offered = async (...[id, differing]: Parameters<typeof aPerson>) => {
      const found = await readAs({ person: aPerson(id, differing), from: HOME });
      return found.ok && found.value.mayHide;
    };
    expect(await offered('P1', { team: 'C1' })).toBe(true);
    expect(await offered('P1', { team: 'C1', kind: 'guest' })).toBe(false);
    expect(await offered('LEAD', { leads: ['C1'] })).toBe(false);
    expect(await offered('X', { team: 'C2' })).toBe(false);
  });

  test('are none while the result does not stand in the channel, whatever lies there', async () => {
    expect(await (await world(reached(2), false)).readAs()).toEqual({
      ok: false,
      refusal: { code: 'round-not-found' },
    });
  });

  test('are none of a round below the gate, and none beyond the pages it counted', async () => {
    const none = { ok: true, value: { ...PAGE, texts: [], mayHide: false } };
    expect(await (await world({ reached: false })).readAs()).toEqual(none);
    expect(await (await world(reached(1))).readAs({ page: 1 })).toEqual(none);
  });

  test('of another tenant’s round are nobody’s', async () => {
    const { readAs } = await world();
    const foreign = aPerson('P1', { tenant: 'slack:T2', person: 'slack:T2:P1', team: 'C1' });
    expect(await readAs({ person: foreign })).toEqual({ ok: false, refusal: { code: 'round-not-found' } });
  });
});
