import { describe, expect, test } from '@jest/globals';
import { inTenant } from '../../../src/chat/identity.ts';
import type { PersonRef } from '../../../src/chat/identity.ts';
import { makeSetUpCases } from '../../../src/desk/open-set-up-desk.ts';
import { makeEarlierRounds } from '../../../src/pulse/results/earlier-rounds.ts';
import { makeFreezeRoster } from '../../../src/pulse/roster/freeze-roster.ts';
import { makeIsMoved } from '../../../src/pulse/roster/guard-moved.ts';
import { ok } from '../../../src/shared/result.ts';
import { days } from '../../../src/shared/time.ts';
import {
  aChannel,
  aClosedRound,
  aPerson,
  aResult,
  aRound,
  aTeam,
  OPENS,
  personRef,
  TENANT,
} from '../../support/builders.ts';
import {
  haveTeam,
  led,
  makeMemoryPorts,
  makeProduct,
  populate,
  workMinutes,
} from '../../support/memory-world.ts';
import { setUpValues } from '../../support/set-up-world.ts';

const ELSEWHERE = inTenant(TENANT, 'C2');

/** A published result of ten; then the lead ends the team and sets up another one, in another channel. */
const makeWorld = async () => {
  const ports = makeMemoryPorts(OPENS);
  const people = populate(ports, 16);
  await haveTeam(ports, aTeam({ leftOut: people.slice(10) }));
  const product = makeProduct(ports);
  const { desk } = product;
  const round = async (id: string) => {
    const found = await ports.rounds.find(TENANT, id);
    if (found === undefined) throw new Error(`no round ${id}`);
    return found;
  };
  /** Everybody of `who` answers; what the round then shows. */
  const answered = async (id: string, who: readonly PersonRef[]) => {
    const { items, closesAt } = await round(id);
    for (const [place, person] of who.entries()) {
      const marks = items.map((item, index) => [`item-${item.id}`, String(((place * (index + 2)) % 5) + 1)]);
      await desk.handle({
        kind: 'submitted',
        actor: { tenant: TENANT, person, outsider: false },
        nonce: 'f',
        intent: { kind: 'answer', round: id },
        values: Object.fromEntries(marks),
      });
    }
    ports.clock.set(closesAt);
    await workMinutes(product, 5);
    const { result } = await round(id);
    // In words alone there is no number of answers either.
    return result?.reached === true ? (result.answers === undefined ? 'words' : 'numbers') : 'nothing';
  };
  await workMinutes(product, 3);
  const first = await answered('C1-1', people.slice(0, 10));
  const moveTo = async (who: readonly PersonRef[], waiting = 0): Promise<string> => {
    const end = { kind: 'team-form', form: 'end', team: 'C1' } as const;
    const actor = { tenant: TENANT, person: personRef('LEAD'), outsider: false };
    await desk.handle({ kind: 'submitted', actor, nonce: 'e', intent: end, values: {} });
    await workMinutes(product, 3);
    ports.clock.set(ports.clock.now() + waiting);
    ports.directory.setChannel(aChannel({ conversation: ELSEWHERE, name: 'zwei' }), [
      ...who,
      personRef('LEAD'),
    ]);
    const { setUpTeam } = makeSetUpCases({ ...ports, allowPublicChannels: false });
    await setUpTeam({ nonce: 'n2', person: aPerson('LEAD'), home: ELSEWHERE, values: setUpValues() });
    await workMinutes(product, 3);
    return 'C2';
  };
  /** The team's next round, with the answers of `who`. */
  const nextResult = async (team: string, who: readonly PersonRef[]) => {
    const planned = await ports.teams.find(TENANT, team);
    ports.clock.set(planned?.nextOpening?.instant ?? 0);
    await workMinutes(product, 5);
    const { currentRound = '' } = (await ports.teams.find(TENANT, team)) ?? {};
    return answered(currentRound, who);
  };
  return { ports, people, first, moveTo, nextResult };
};

describe('the first round of a team whose people were asked in another one', () => {
  test.each([
    ['one less', 1, 10, true],
    ['two less', 2, 10, true],
    ['one more', 0, 11, true],
    ['one for another', 1, 11, true],
    ['three less', 3, 10, false],
    ['the same', 0, 10, false],
    ['three for three others', 3, 13, false],
  ])('is in words alone if they are the same but for a few: %s', async (_, from, to, guarded) => {
    const { people, first, moveTo, nextResult } = await makeWorld();
    expect(first).toBe('numbers');
    const now = people.slice(from, to);
    const team = await moveTo(now, days(8));
    expect(await nextResult(team, now)).toBe(guarded ? 'words' : 'numbers');
  });

  test('and then goes on like any other', async () => {
    const { people, moveTo, nextResult } = await makeWorld();
    const now = people.slice(1, 10);
    const team = await moveTo(now, days(8));
    expect(await nextResult(team, now)).toBe('words');
    expect(await nextResult(team, now)).toBe('numbers');
  });

  test('is not compared once rosters are not kept any more', async () => {
    const { people, moveTo, nextResult } = await makeWorld();
    const now = people.slice(1, 10);
    const team = await moveTo(now, days(101));
    expect(await nextResult(team, now)).toBe('numbers');
  });
});

/** A round of ten in a workspace of sixty other teams, which asked so many others; and what is read to look at them. */
const makeCrowd = async (asked: number) => {
  const ports = makeMemoryPorts(OPENS);
  const freeze = makeFreezeRoster(ports);
  const roster = (prefix: string, size: number) =>
    Array.from({ length: size }, (_, index) => personRef(`${prefix}P${index}`));
  const round = aRound({ asked: 10 });
  await ports.rounds.create(round);
  await freeze(round, undefined, async () => ok(roster('A', 10)));
  const have = async (team: string, who: readonly PersonRef[]): Promise<void> => {
    const past = aClosedRound(aResult(), { id: `${team}-1`, team, asked: who.length });
    await ports.rounds.create(past);
    await freeze(past, undefined, async () => ok(who));
    await ports.teams.create(aTeam({ id: team, currentRound: past.id }));
  };
  for (let index = 0; index < 60; index += 1) await have(`D${index}`, roster(`D${index}`, asked));
  const calls: string[] = [];
  let [now, most] = [0, 0];
  const seen = led(ports, async (name, apply) => {
    calls.push(name);
    now += 1;
    most = Math.max(most, now);
    await new Promise((resolve) => setImmediate(resolve));
    now -= 1;
    return apply();
  });
  const earlierRounds = makeEarlierRounds(seen);
  const isMoved = makeIsMoved({ ...seen, earlierRounds });
  return {
    haveNear: async () => have('E1', roster('A', 9)),
    look: async () => isMoved(round, await earlierRounds(round)),
    rosters: () => calls.filter((name) => name === 'batches.find').length,
    most: () => most,
  };
};

describe('in a workspace of many teams', () => {
  test.each([
    ['no roster is read where too many more were asked', 13, 0],
    ['no roster is read where too many fewer were asked', 7, 0],
    ['the round’s own roster is read once', 12, 61],
  ])('%s, and several teams are looked at together', async (_, asked, reads) => {
    const { look, rosters, most } = await makeCrowd(asked);
    expect(await look()).toBe(false);
    expect(rosters()).toBe(reads);
    expect(most()).toBe(25);
  });

  test('the one whose people they are is found among the last', async () => {
    const { haveNear, look } = await makeCrowd(13);
    await haveNear();
    expect(await look()).toBe(true);
  });
});
