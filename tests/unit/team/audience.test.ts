import { describe, expect, test } from '@jest/globals';
import { makeKnowMembers } from '../../../src/people/identify.ts';
import type { Channel } from '../../../src/ports/directory.ts';
import { makeAudienceOf, unfitness } from '../../../src/team/audience.ts';
import type { Unfit } from '../../../src/team/audience.ts';
import { aChannel, aProfile, aTeam, HOME, OPENS, personRef } from '../../support/builders.ts';
import { makeRecorder } from '../../support/intercept.ts';
import { led, makeMemoryPorts, populate } from '../../support/memory-world.ts';

const makeWorld = (allowPublicChannels = false) => {
  const { around, calls } = makeRecorder();
  const ports = makeMemoryPorts(OPENS);
  const seen = led(ports, around);
  const audienceOf = makeAudienceOf({ ...seen, knowMembers: makeKnowMembers(seen), allowPublicChannels });
  return { ports, calls, audience: () => audienceOf(aTeam()) };
};

describe('a channel', () => {
  test.each<[Unfit | undefined, Partial<Channel>, boolean]>([
    [undefined, {}, false],
    ['channel-archived', { archived: true, shared: true, visibility: 'public' }, true],
    ['channel-shared', { shared: true, visibility: 'public' }, true],
    ['channel-public', { visibility: 'public' }, false],
    [undefined, { visibility: 'public' }, true],
  ])('is %p as a home when it is %p and public ones are allowed: %p', (unfit, differing, allowed) => {
    expect(unfitness(aChannel(differing), allowed)).toBe(unfit);
  });

  test('that nobody sees is none', () => {
    expect(unfitness(undefined, true)).toBe('channel-unreadable');
  });
});

describe('the audience', () => {
  test('is everybody of ours in the channel, as the platform knows them, without outsiders', async () => {
    const { ports, audience } = makeWorld();
    populate(ports, 2, [aProfile('BOT', { kind: 'bot' }), aProfile('FOREIGN', { kind: 'outsider' })]);
    const found = await audience();
    expect(found.ok && found.value.people.map(({ person, kind }) => [person, kind])).toEqual([
      [personRef('LEAD'), 'member'],
      [personRef('P1'), 'member'],
      [personRef('P2'), 'member'],
      [personRef('BOT'), 'bot'],
    ]);
  });

  test('is asked for in pages of people, never one by one', async () => {
    const { ports, calls, audience } = makeWorld();
    for (let index = 0; index < 450; index += 1) ports.directory.setPerson(aProfile(`X${index}`));
    populate(ports, 5);
    expect(await audience()).toMatchObject({ ok: true, value: { people: { length: 6 } } });
    expect(calls.filter((name) => name.startsWith('directory.'))).toEqual([
      'directory.channel',
      'directory.members',
      'directory.people',
      'directory.people',
      'directory.people',
    ]);
  });

  test('is not read where others could read along', async () => {
    const { ports, calls, audience } = makeWorld();
    ports.directory.setChannel(aChannel({ shared: true }), populate(ports, 5));
    expect(await audience()).toEqual({ ok: false, refusal: { code: 'channel-shared' } });
    expect(calls).toEqual(['directory.channel']);
  });

  test('is not read where the channel is gone', async () => {
    const { ports, audience } = makeWorld();
    populate(ports, 5);
    ports.directory.removeChannel(HOME);
    expect(await audience()).toEqual({ ok: false, refusal: { code: 'channel-unreadable' } });
  });
});
