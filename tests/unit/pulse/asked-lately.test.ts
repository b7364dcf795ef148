import { describe, expect, test } from '@jest/globals';
import type { OwnSettings } from '../../../src/people/own-settings.ts';
import { makeAskedLately } from '../../../src/pulse/roster/asked-lately.ts';
import { makeFreePeople } from '../../../src/pulse/roster/free-people.ts';
import { makeFreezeRoster } from '../../../src/pulse/roster/freeze-roster.ts';
import { ok } from '../../../src/shared/result.ts';
import { days } from '../../../src/shared/time.ts';
import { CLOSES, OPENS, aProfile, aRound, aTeam, personRef } from '../../support/builders.ts';
import { makeMemoryPorts } from '../../support/memory-world.ts';

const FIVE = ['A', 'B', 'C', 'D', 'E'];
const OLD = aTeam({ currentRound: 'C1-1' });
const NEW = aTeam({ id: 'C2', home: 'slack:T1:C2' });

/** Five people whom the first team asked when its round opened, and one who belongs to it and was not asked. */
const makeWorld = async (settings: OwnSettings = {}) => {
  const ports = makeMemoryPorts(OPENS);
  const everybody = [...FIVE, 'OFF'];
  await ports.people.remember(everybody.map((id) => aProfile(id)));
  for (const id of everybody) await ports.people.join(personRef(id), 'C1');
  await ports.people.prefer(personRef('A'), settings);
  await ports.rounds.create(aRound());
  await makeFreezeRoster(ports)(aRound(), undefined, async () => ok(FIVE.map(personRef)));
  const lately = makeAskedLately(ports);
  return {
    ports,
    free: makeFreePeople(ports),
    /** Who of them the new team leaves out at this moment. */
    leftOut: async (at: number, team = NEW) => {
      ports.clock.set(at);
      const candidates = await ports.people.findMany(everybody.map(personRef));
      return [
        ...(await lately(
          team,
          candidates.filter((one) => one.team === undefined),
        )),
      ];
    },
  };
};

describe('somebody who was asked by the team they left', () => {
  test('waits seven days until another team asks', async () => {
    const { ports, free, leftOut } = await makeWorld();
    await free(OLD, [personRef('A')]);
    expect((await ports.people.find(personRef('A')))?.team).toBeUndefined();
    expect(await leftOut(OPENS + days(7) - 1)).toEqual([personRef('A')]);
    expect(await leftOut(OPENS + days(7))).toEqual([]);
  });

  test.each<OwnSettings>([
    { asks: { kind: 'now' } },
    { asks: { kind: 'at', weekday: 3, hour: 22, minute: 30 } },
  ])('waits from the close on where their own time may have been any: %j', async (settings) => {
    const { free, leftOut } = await makeWorld(settings);
    await free(OLD, [personRef('A')]);
    expect(await leftOut(CLOSES + days(7) - 1)).toEqual([personRef('A')]);
    expect(await leftOut(CLOSES + days(7))).toEqual([]);
  });

  test('waits for no round of the team that asked them', async () => {
    const { free, leftOut } = await makeWorld();
    await free(OLD, [personRef('A')]);
    expect(await leftOut(OPENS + 1, OLD)).toEqual([]);
  });

  test('leaves a note that says nothing of when they went', async () => {
    const notes = [];
    for (const at of [OPENS + 1, CLOSES - 1]) {
      const { ports, free } = await makeWorld();
      const departed: unknown[] = [];
      ports.clock.set(at);
      const seen = { ...ports.people, departed: async (...note: unknown[]) => void departed.push(note) };
      await makeFreePeople({ ...ports, people: seen })(OLD, [personRef('A')]);
      await free(OLD, [personRef('A')]);
      notes.push(departed);
    }
    expect(notes[0]).toEqual([[personRef('A'), { round: 'C1-1', forgetAt: CLOSES + days(7) }]]);
    expect(notes[1]).toEqual(notes[0]);
  });
});

describe('nothing is noted of', () => {
  const noted = async (id: string, at = OPENS + 1, team = OLD): Promise<number> => {
    const { ports, free } = await makeWorld();
    ports.clock.set(at);
    await free(team, [personRef(id)]);
    return (await ports.people.departures([personRef(id)], at)).size;
  };

  test('somebody whom no round asked', async () => {
    expect(await noted('OFF')).toBe(0);
    expect(await noted('A', OPENS + 1, aTeam())).toBe(0);
    expect(await noted('A')).toBe(1);
  });

  test('a round that is a week past', async () => {
    expect(await noted('A', CLOSES + days(7))).toBe(0);
  });
});
