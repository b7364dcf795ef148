import { describe, expect, test } from '@jest/globals';
import type { Channel } from '../../../src/ports/directory.ts';
import { aChannel, HOME, personRef, TENANT } from '../../support/builders.ts';
import { makeChangeWorld } from '../../support/change-world.ts';
import { playOut } from '../../support/open-round.ts';
import { workMinutes } from '../../support/memory-world.ts';
import { cardLines } from '../../support/said.ts';
import { ELSEWHERE } from '../../support/set-up-world.ts';

const LEAD = personRef('LEAD');

/** A team in its first round, whose lead is in a further channel as well. */
const makeWorld = async (differing: Partial<Channel> = {}, members = ['LEAD', 'P1', 'P9']) => {
  const world = await makeChangeWorld(6);
  world.ports.directory.setChannel(
    aChannel({ conversation: ELSEWHERE, ...differing }),
    members.map(personRef),
  );
  const postsIn = (conversation: string) =>
    world.ports.gateway.posted().filter(({ to }) => to === conversation);
  return { ...world, postsIn, add: () => world.change(LEAD, 'settings', { channels: [ELSEWHERE] }) };
};

const refusedWith = (words: string) => ({
  kind: 'field-errors',
  errors: { channels: [{ kind: 'text', text: words }] },
});

describe('a further channel', () => {
  test('is added in the settings, is claimed, and its team is told there as well', async () => {
    const { add, team, ports, product, postsIn } = await makeWorld();
    expect((await add()).kind).toBe('notice');
    expect(await team()).toMatchObject({ alsoIn: [ELSEWHERE] });
    expect(await ports.channels.find(ELSEWHERE)).toMatchObject({ team: 'C1' });
    await workMinutes(product, 1);
    const [told] = postsIn(ELSEWHERE);
    expect(told && cardLines(told.card)).toEqual([
      'Ab der nächsten Runde (Do, 17.12., 12:07): auch … statt nur der eigene Kanal.',
      'Geändert von ….',
      '[Änderungen]',
      '[English]',
    ]);
  });

  test('hears nothing of a round that was open before', async () => {
    const world = await makeWorld();
    await world.add();
    await workMinutes(world.product, 1);
    const before = world.postsIn(ELSEWHERE).length;
    await playOut(world);
    expect(world.postsIn(ELSEWHERE)).toHaveLength(before);
    expect(world.postsIn(HOME).length).toBeGreaterThan(before);
  });

  test('is dropped in the settings, also one that nobody can read, and is free for another team', async () => {
    const { add, change, team, ports } = await makeWorld();
    await add();
    ports.directory.removeChannel(ELSEWHERE);
    await change(LEAD, 'settings', { channels: [] });
    expect((await team())?.alsoIn).toBeUndefined();
    expect(await ports.channels.find(ELSEWHERE)).toBeUndefined();
    expect((await team())?.log?.at(-1)?.what).toEqual([
      { kind: 'setting', setting: 'channels', from: ELSEWHERE, to: '' },
    ]);
  });

  test.each<[string, Partial<Channel>, string[] | undefined, string]>([
    [
      'shared',
      { shared: true },
      undefined,
      'Einer dieser Kanäle ist mit einer anderen Organisation geteilt.',
    ],
    ['one that the lead is not in', {}, ['P1'], 'Du musst in jedem Kanal sein, den du wählst.'],
  ])('is refused: %s', async (_, differing, members, words) => {
    const { add, team, ports } = await makeWorld(differing, members);
    const before = await team();
    expect(await add()).toMatchObject(refusedWith(words));
    expect(await team()).toEqual(before);
    expect(await ports.channels.find(ELSEWHERE)).toBeUndefined();
  });

  test('of another team is refused', async () => {
    const { add, team, ports } = await makeWorld();
    const since = ports.clock.now();
    await ports.channels.claim(ELSEWHERE, { team: 'C7', command: 'theirs', since });
    expect((await add()).kind).toBe('field-errors');
    expect((await team())?.alsoIn).toBeUndefined();
    expect(await ports.channels.find(ELSEWHERE)).toMatchObject({ team: 'C7' });
  });

  test('that cannot be read keeps nobody from naming a lead', async () => {
    const { add, change, team, ports } = await makeWorld();
    await add();
    ports.directory.removeChannel(ELSEWHERE);
    await change(LEAD, 'settings', { leads: [LEAD, personRef('P2')] });
    expect((await team())?.invited).toMatchObject([{ person: personRef('P2') }]);
    expect(await ports.teams.ids(TENANT)).toEqual(['C1']);
  });
});
