import { describe, expect, test } from '@jest/globals';
import type { Channel } from '../../../src/ports/directory.ts';
import type { Message } from '../../../src/delivery/message.ts';
import { makeParcels } from '../../../src/delivery/make-parcels.ts';
import { makeKnowMembers } from '../../../src/people/identify.ts';
import { makeAudienceOf } from '../../../src/team/audience.ts';
import {
  aChannel,
  aClosedRound,
  aProfile,
  aResult,
  aRound,
  aTeam,
  anItem,
  HOME,
  OPENS,
  personRef,
  TENANT,
} from '../../support/builders.ts';
import { haveTeam, makeMemoryPorts } from '../../support/memory-world.ts';
import { ELSEWHERE } from '../../support/set-up-world.ts';

const TEAM = aTeam({ alsoIn: [ELSEWHERE] });

const makeWorld = (elsewhere: Partial<Channel> | undefined = {}) => {
  const ports = makeMemoryPorts(OPENS);
  const meet = (conversation: typeof HOME, names: readonly string[], differing: Partial<Channel> = {}) => {
    for (const name of names) ports.directory.setPerson(aProfile(name));
    ports.directory.setChannel(aChannel({ conversation, ...differing }), names.map(personRef));
  };
  meet(HOME, ['LEAD', 'P1', 'P2']);
  if (elsewhere !== undefined) meet(ELSEWHERE, ['P2', 'P3'], elsewhere);
  const parcels = makeParcels({ ...ports, allowPublicChannels: false });
  const audienceOf = makeAudienceOf({
    ...ports,
    knowMembers: makeKnowMembers(ports),
    allowPublicChannels: false,
  });
  return { ports, meet, parcels, audienceOf };
};

const UNFIT: readonly (readonly [string, Partial<Channel>])[] = [
  ['channel-shared', { shared: true }],
  ['channel-public', { visibility: 'public' }],
  ['channel-archived', { archived: true }],
];

describe('the audience', () => {
  const names = async (world: ReturnType<typeof makeWorld>) => {
    const audience = await world.audienceOf(TEAM);
    return audience.ok && audience.value.people.map(({ person }) => person).sort();
  };

  test('is whoever is in any of the channels, once', async () => {
    expect(await names(makeWorld())).toEqual(['LEAD', 'P1', 'P2', 'P3'].map(personRef));
  });

  test.each(UNFIT)('leaves out a further channel that is %s by now', async (_, differing) => {
    expect(await names(makeWorld(differing))).toEqual(['LEAD', 'P1', 'P2'].map(personRef));
  });

  test('is none where the home is unfit, whatever the others are', async () => {
    const world = makeWorld();
    world.meet(HOME, ['LEAD'], { shared: true });
    expect(await world.audienceOf(TEAM)).toEqual({ ok: false, refusal: { code: 'channel-shared' } });
  });
});

describe('the promise', () => {
  const promise = { kind: 'promise', tenant: TENANT, team: 'C1' } as const;

  test('goes to every channel, home last, and counts once it stands there', async () => {
    const { ports, parcels } = makeWorld();
    await haveTeam(ports, { ...TEAM, promised: undefined });
    const sent = await parcels(promise);
    expect(sent.map(({ to }) => to)).toEqual([ELSEWHERE, HOME]);
    expect(new Set(sent.map(({ ref }) => ref.key)).size).toBe(2);
    expect(sent[0]?.card).toEqual(sent[1]?.card);
    expect(sent.map(({ posted }) => posted !== undefined)).toEqual([false, true]);
  });

  test.each(UNFIT)('does not go to one that is %s by now', async (_, differing) => {
    const { ports, parcels } = makeWorld(differing);
    await haveTeam(ports, { ...TEAM, promised: undefined });
    expect((await parcels(promise)).map(({ to }) => to)).toEqual([HOME]);
  });

  test('that the home refuses is made anew: nobody is asked before', async () => {
    const { ports, parcels } = makeWorld();
    await haveTeam(ports, { ...TEAM, promised: undefined });
    const home = (await parcels(promise)).find(({ to }) => to === HOME);
    await home?.refused?.();
    expect(await ports.teams.find(TENANT, 'C1')).toMatchObject({ state: 'settling' });
  });

  test('of talks does not stand for one of rounds', async () => {
    const { ports, parcels } = makeWorld();
    await haveTeam(ports, { ...TEAM, promised: undefined, way: 'talk' });
    for (const { posted } of await parcels(promise)) {
      await posted?.({ conversation: HOME, message: '1' });
    }
    const noted = await ports.teams.find(TENANT, 'C1');
    expect(noted?.promised).toBeUndefined();
    expect(noted?.promise).toMatchObject({ opening: { number: 1 }, way: 'talk' });
    for (const { posted } of await parcels(promise)) await posted?.({ conversation: HOME, message: '1' });
    expect(await ports.teams.find(TENANT, 'C1')).toEqual(noted);
  });

  test('is kept as it stands there', async () => {
    const { ports, parcels } = makeWorld();
    await haveTeam(ports, { ...TEAM, promised: undefined });
    for (const { posted } of await parcels(promise)) await posted?.({ conversation: HOME, message: '1' });
    expect(await ports.teams.find(TENANT, 'C1')).toMatchObject({
      promised: true,
      promisedFrom: OPENS,
      promise: { opening: { number: 1, instant: OPENS }, weeks: 2, leads: TEAM.leads, alsoIn: [ELSEWHERE] },
    });
  });
});

describe('the result', () => {
  const result = { kind: 'result', tenant: TENANT, round: 'C1-1' } as const;

  const closed = async (elsewhere?: Partial<Channel>) => {
    const world = makeWorld(elsewhere);
    await haveTeam(world.ports, { ...TEAM, currentRound: 'C1-1' });
    await world.ports.rounds.create(aClosedRound(aResult(), { published: undefined, alsoIn: [ELSEWHERE] }));
    return world;
  };

  test('is the same post in every channel; the leads follow the one at home', async () => {
    const { ports, parcels } = await closed();
    const [further, home] = await parcels(result);
    expect([further?.to, home?.to]).toEqual([ELSEWHERE, HOME]);
    expect(further?.card).toEqual(home?.card);
    await further?.posted?.({ conversation: ELSEWHERE, message: '1' });
    // From then on it can be subtracted from: it counts as published.
    expect((await ports.rounds.find(TENANT, 'C1-1'))?.published).toBe(true);
    expect(ports.queue.messages('messages')).toEqual([]);
    await home?.posted?.({ conversation: HOME, message: '2' });
    expect(ports.queue.messages('messages')).toHaveLength(1);
  });

  test.each(UNFIT)('is withheld in a channel that is %s by now, and there alone', async (code, differing) => {
    const { parcels } = await closed(differing);
    expect((await parcels(result)).map(({ to, withhold }) => [to, withhold])).toEqual([
      [ELSEWHERE, code],
      [HOME, undefined],
    ]);
  });

  test.each(UNFIT)(
    'is withheld at home when that is %s, and stands in the other',
    async (code, differing) => {
      const { parcels, meet } = await closed();
      meet(HOME, ['LEAD'], differing);
      expect((await parcels(result)).map(({ to, withhold }) => [to, withhold])).toEqual([
        [ELSEWHERE, undefined],
        [HOME, code],
      ]);
    },
  );
});

describe('everything else that is posted later', () => {
  const base = { tenant: TENANT, team: 'C1' } as const;
  const posts: readonly (readonly [string, Message])[] = [
    ['ask', { kind: 'round-ask', tenant: TENANT, round: 'C1-1' }],
    ['reminder', { kind: 'reminder', tenant: TENANT, round: 'C1-1' }],
    ['extension', { kind: 'extension', tenant: TENANT, round: 'C1-1' }],
    ['questions to talk about', { ...base, kind: 'talk', number: 3 }],
    ['word that it is too small', { ...base, kind: 'too-small', number: 4 }],
  ];

  const world = async (elsewhere: Partial<Channel>) => {
    const made = makeWorld(elsewhere);
    await haveTeam(made.ports, {
      ...TEAM,
      currentRound: 'C1-1',
      talk: { number: 3, items: [anItem('a')] },
      wayOn: { asked: 'too-small', number: 4 },
      tooFew: 4,
    });
    await made.ports.rounds.create(aRound({ alsoIn: [ELSEWHERE] }));
    return made;
  };

  describe.each(posts)('the %s', (_, message) => {
    test('goes to every channel', async () => {
      const { parcels } = await world({});
      expect((await parcels(message)).map(({ to }) => to)).toEqual([HOME, ELSEWHERE]);
    });

    test.each(UNFIT)('does not go to one that is %s by now', async (__, differing) => {
      const { parcels, meet } = await world(differing);
      expect((await parcels(message)).map(({ to }) => to)).toEqual([HOME]);
      meet(HOME, ['LEAD'], differing);
      expect(await parcels(message)).toEqual([]);
    });
  });
});
