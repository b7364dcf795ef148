import { describe, expect, test } from '@jest/globals';
import { makeHideComment, makeListHideable } from '../../../src/pulse/results/hide-comment.ts';
import type { Round } from '../../../src/pulse/round.ts';
import { aClosedRound, aPerson, aResult, OPENS, TENANT } from '../../support/builders.ts';
import { commentsOf, textsOf } from '../../support/comment-texts.ts';
import { led, makeMemoryPorts } from '../../support/memory-world.ts';

const REF = { tenant: TENANT, round: 'C1-1' };
const MEMBER = aPerson('P1', { team: 'C1' });

const makeWorld = async (differing: Partial<Round> = {}) => {
  const calls: string[] = [];
  const ports = makeMemoryPorts(OPENS);
  await ports.rounds.create(aClosedRound(aResult({ commentPages: 1 }), differing));
  await ports.comments.put(REF, 0, commentsOf('one', 'two', 'three'), 8_000_000_000_000);
  const seen = led(ports, async (call, next) => {
    calls.push(call);
    return next();
  });
  const hide = makeHideComment(seen);
  const list = makeListHideable(seen);
  return {
    ports,
    calls,
    hide: (comment: string, person = MEMBER) => hide({ person, round: 'C1-1', page: 0, comment }),
    list: (person = MEMBER) => list({ person, round: 'C1-1', page: 0 }),
    shown: async () => textsOf(await ports.comments.page(REF, 0)),
  };
};

describe('hiding a comment', () => {
  test('takes it away for everybody, once and for good', async () => {
    const { hide, shown, list } = await makeWorld();
    expect(await hide('id-1')).toEqual({ ok: true, value: undefined });
    expect(await hide('id-1')).toEqual({ ok: true, value: undefined });
    expect(await shown()).toEqual(['one', 'three']);
    expect(await list()).toEqual({
      ok: true,
      value: [
        { id: 'id-0', text: 'one' },
        { id: 'id-2', text: 'three' },
      ],
    });
  });

  test('writes the page of comments and nothing else, anywhere', async () => {
    const { hide, calls } = await makeWorld();
    await hide('id-1');
    expect(calls).toEqual(['rounds.glance', 'teams.glance', 'comments.hide']);
  });

  test.each([
    ['a lead', aPerson('LEAD', { leads: ['C1'] }), 'hide-not-for-leads'],
    ['who led when it was opened', aPerson('LEAD', { team: 'C1' }), 'hide-not-for-leads'],
    ['who leads and belongs to the team', aPerson('P2', { team: 'C1', leads: ['C1'] }), 'hide-not-for-leads'],
    ['a guest', aPerson('P2', { team: 'C1', kind: 'guest' }), 'hide-not-for-guests'],
    ['another team', aPerson('X', { team: 'C2' }), 'hide-not-for-you'],
    ['no team', aPerson('X'), 'hide-not-for-you'],
    [
      'another tenant',
      aPerson('P1', { tenant: 'slack:T2', person: 'slack:T2:P1', team: 'C1' }),
      'round-not-found',
    ],
  ])('is refused to %s, and changes nothing', async (_, person, code) => {
    const { hide, list, shown, calls } = await makeWorld();
    expect(await hide('id-0', person)).toEqual({ ok: false, refusal: { code } });
    expect(await list(person)).toEqual({ ok: false, refusal: { code } });
    expect(await shown()).toEqual(['one', 'two', 'three']);
    expect(calls).not.toContain('comments.hide');
  });

  test.each([
    ['does not stand in the channel', { published: undefined }],
    ['is below the gate', { result: { reached: false } }],
  ] as const)('is refused of a round that %s', async (_, differing) => {
    const { hide, list } = await makeWorld(differing);
    expect(await hide('id-0')).toEqual({ ok: false, refusal: { code: 'round-not-found' } });
    expect(await list()).toEqual({ ok: false, refusal: { code: 'round-not-found' } });
  });

  test('says so of a comment that is not there, and when all are hidden', async () => {
    const { hide, list } = await makeWorld();
    expect(await hide('id-9')).toEqual({ ok: false, refusal: { code: 'comment-not-found' } });
    for (const id of ['id-0', 'id-1', 'id-2']) await hide(id);
    expect(await list()).toEqual({ ok: false, refusal: { code: 'comment-not-found' } });
  });

  test('by two at once hides both', async () => {
    const { hide, shown } = await makeWorld();
    await Promise.all([hide('id-0'), hide('id-2', aPerson('P2', { team: 'C1' }))]);
    expect(await shown()).toEqual(['two']);
  });
});
