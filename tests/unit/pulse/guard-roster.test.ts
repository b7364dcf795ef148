import { describe, expect, test } from '@jest/globals';
import { makeFreezeRoster } from '../../../src/pulse/roster/freeze-roster.ts';
import { makeEarlierRounds } from '../../../src/pulse/results/earlier-rounds.ts';
import { isGuarded as isGuardedBy } from '../../../src/pulse/roster/guard-roster.ts';
import { makeFreePeople } from '../../../src/pulse/roster/free-people.ts';
import { makeReleaseAbsent } from '../../../src/pulse/roster/release-absent.ts';
import type { Round } from '../../../src/pulse/round.ts';
import { ok } from '../../../src/shared/result.ts';
import {
  aProfile,
  aResult,
  aRound,
  aTeam,
  CLOSES,
  OPENS,
  personRef,
  TENANT,
} from '../../support/builders.ts';
import { led, makeMemoryPorts, workUntilQuiet } from '../../support/memory-world.ts';
import { formOf, openRound } from '../../support/open-round.ts';

type Past = Pick<Round, 'result' | 'published'>;
const PUBLISHED: Past = { result: aResult(), published: true };
const BELOW_GATE: Past = { result: { reached: false }, published: true };
const UNPUBLISHED: Past = { result: aResult() };

const FIVE = ['A', 'B', 'C', 'D', 'E'];

/** Whether the last of these rounds is guarded; each with the people it asked, none: its roster is gone. */
const isGuarded = async (
  ...rounds: readonly (readonly [Past, readonly string[] | undefined])[]
): Promise<boolean> => {
  const ports = makeMemoryPorts(OPENS);
  const freeze = makeFreezeRoster(ports);
  let last = aRound();
  for (const [index, [past, people]] of rounds.entries()) {
    last = aRound({
      ...past,
      id: `C1-${index + 1}`,
      previous: index === 0 ? undefined : `C1-${index}`,
      state: 'closed',
    });
    await ports.rounds.create(last);
    if (people !== undefined) await freeze(last, undefined, async () => ok(people.map(personRef)));
  }
  return isGuardedBy(await makeEarlierRounds(ports)(last));
};

describe('a round is guarded', () => {
  test.each([
    ['the same people were asked', FIVE, false],
    ['one joined', [...FIVE, 'F'], true],
    ['two joined', [...FIVE, 'F', 'G'], true],
    ['three joined', [...FIVE, 'F', 'G', 'H'], false],
    ['one left', ['A', 'B', 'C', 'D'], true],
    ['one came for another', ['A', 'B', 'C', 'D', 'F'], true],
    ['two came for two others', ['A', 'B', 'C', 'F', 'G'], false],
    ['all are others', ['1', '2', '3', '4', '5'], false],
  ])('when %s: %p', async (_, now, guarded) => {
    expect(await isGuarded([PUBLISHED, FIVE], [{}, now])).toBe(guarded);
  });

  test('never as the first one', async () => {
    expect(await isGuarded([{}, FIVE])).toBe(false);
  });

  test('against the last published one, not against one below the gate or one that stood nowhere', async () => {
    const SIX = [...FIVE, 'F'];
    expect(await isGuarded([PUBLISHED, FIVE], [BELOW_GATE, SIX], [{}, SIX])).toBe(true);
    expect(await isGuarded([PUBLISHED, FIVE], [UNPUBLISHED, SIX], [{}, SIX])).toBe(true);
    expect(await isGuarded([PUBLISHED, FIVE], [BELOW_GATE, SIX], [{}, FIVE])).toBe(false);
    expect(await isGuarded([BELOW_GATE, FIVE], [{}, SIX])).toBe(false);
  });

  test('as if different when the last result is older than rosters are kept', async () => {
    const ports = makeMemoryPorts(OPENS);
    const freeze = makeFreezeRoster(ports);
    const finds: string[] = [];
    const day = 24 * 60 * 60_000;
    for (let number = 1; number <= 20; number += 1) {
      const round = aRound({
        ...(number === 1 ? PUBLISHED : BELOW_GATE),
        id: `C1-${number}`,
        previous: number === 1 ? undefined : `C1-${number - 1}`,
        closesAt: CLOSES + number * 14 * day,
      });
      await ports.rounds.create(round);
      await freeze(round, undefined, async () => ok(FIVE.map(personRef)));
    }
    const seen = led(ports, async (name, apply) => {
      finds.push(name);
      return apply();
    });
    const guardedAt = async (number: number): Promise<boolean> => {
      const round = await ports.rounds.find(TENANT, `C1-${number}`);
      finds.length = 0;
      return isGuardedBy(await makeEarlierRounds(seen)(round ?? aRound()));
    };
    expect(await guardedAt(8)).toBe(false);
    expect(await guardedAt(9)).toBe(true);
    expect(await guardedAt(20)).toBe(true);
    // A hundred days of rounds every two weeks, and the one that lies beyond: not all twenty.
    expect(finds.filter((name) => name === 'rounds.find').length).toBeLessThanOrEqual(8);
  });

  test('when it is not known any more who was asked', async () => {
    expect(await isGuarded([PUBLISHED, undefined], [{}, FIVE])).toBe(true);
    expect(await isGuarded([PUBLISHED, FIVE], [{}, undefined])).toBe(true);
  });
});

describe('two rounds of a team', () => {
  const second = async (change: (world: Awaited<ReturnType<typeof openRound>>) => Promise<void>) => {
    const world = await openRound(9);
    const answerAll = async (round: string): Promise<void> => {
      const people = await world.ports.batches.find(TENANT, `${round}.0`);
      for (const [index, person] of (people?.people ?? []).entries()) {
        await world.product.desk.handle({
          kind: 'submitted',
          actor: { tenant: TENANT, person, outsider: false },
          nonce: 'n',
          intent: { kind: 'answer', round },
          values:
            round === 'C1-1'
              ? formOf([index % 2 === 0 ? 1 : 5, 3, 3])
              : {
                  'item-decide': '3',
                  'item-mistake': index % 2 === 0 ? '1' : '5',
                  'item-workload': '3',
                },
        });
      }
    };
    await answerAll('C1-1');
    world.ports.clock.set(CLOSES);
    await workUntilQuiet(world.product);
    await change(world);
    const team = await world.team();
    world.ports.clock.set(team?.nextOpening?.instant ?? 0);
    await workUntilQuiet(world.product);
    await answerAll('C1-2');
    world.ports.clock.set((await world.ports.rounds.find(TENANT, 'C1-2'))?.closesAt ?? 0);
    await workUntilQuiet(world.product);
    return (await world.ports.rounds.find(TENANT, 'C1-2'))?.result;
  };

  test('of the same people both have bars', async () => {
    expect(await second(async () => undefined)).toMatchObject({
      answers: 9,
      first: 'mistake',
      items: [{}, { counts: [5, 0, 0, 0, 4] }, {}],
    });
  });

  test('of which one has one more: the second has words alone, and no number', async () => {
    const result = await second(async ({ ports, asked }) => {
      ports.directory.setPerson(aProfile('NEW'));
      const channel = await ports.directory.channel('slack:T1:C1');
      if (channel !== undefined) {
        ports.directory.setChannel(channel, [...asked, personRef('LEAD'), personRef('NEW')]);
      }
    });
    expect(result).toEqual({
      reached: true,
      first: 'mistake',
      items: [
        { item: 'decide', enough: true, wording: 'alike' },
        { item: 'mistake', enough: true, wording: 'mixed' },
        { item: 'workload', enough: true, wording: 'alike' },
      ],
      commentPages: 0,
    });
  });
});

describe('who is gone when a round opens', () => {
  const makeWorld = async () => {
    const ports = makeMemoryPorts(OPENS);
    await ports.people.remember([...FIVE, 'F'].map((id) => aProfile(id)));
    for (const id of FIVE) await ports.people.join(personRef(id), 'C1');
    await makeFreezeRoster(ports)(aRound(), undefined, async () => ok(FIVE.map(personRef)));
    const release = makeReleaseAbsent({
      ...ports,
      freePeople: makeFreePeople(ports),
      noteProfile: async () => {},
    });
    return {
      ports,
      release: (present: readonly string[]) =>
        release(aTeam({ currentRound: 'C1-1' }), present.map(personRef)),
      free: async () => {
        const people = await ports.people.findMany(FIVE.map(personRef));
        return people.filter(({ team }) => team === undefined).map(({ person }) => person);
      },
    };
  };

  test('is free for another team, and who is there is not', async () => {
    const { release, free } = await makeWorld();
    await release(['A', 'B', 'C', 'F']);
    await release(['A', 'B', 'C', 'F']);
    expect(await free()).toEqual(['D', 'E'].map(personRef));
  });

  test('stays where another team has them already', async () => {
    const { ports, release } = await makeWorld();
    await ports.people.leave(personRef('D'), 'C1');
    await ports.people.join(personRef('D'), 'C2');
    await release([]);
    expect(await ports.people.find(personRef('D'))).toMatchObject({ team: 'C2' });
  });

  test('is nobody before the first round', async () => {
    const { ports, free } = await makeWorld();
    await makeReleaseAbsent({ ...ports, freePeople: makeFreePeople(ports), noteProfile: async () => {} })(
      aTeam(),
      [],
    );
    expect(await free()).toEqual([]);
  });
});
