import { describe, expect, test } from '@jest/globals';
import { inTenant } from '../../../src/chat/identity.ts';
import type { PersonRef } from '../../../src/chat/identity.ts';
import { makeSetUpCases } from '../../../src/desk/open-set-up-desk.ts';
import { days } from '../../../src/shared/time.ts';
import { aChannel, aPerson, aTeam, OPENS, personRef, TENANT } from '../../support/builders.ts';
import { haveTeam, makeMemoryPorts, makeProduct, populate, workMinutes } from '../../support/memory-world.ts';
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
