import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addTeam } from '../support/added-team.ts';
import type { AddedTeam } from '../support/added-team.ts';
import { startRahmen } from '../support/running-rahmen.ts';
import type { RunningRahmen } from '../support/running-rahmen.ts';
import { answer, present, setUpTeam } from '../support/scenes.ts';

const OPENS = Date.parse('2026-12-03T11:00:00Z');
const HOUR = 3_600_000;
const WEEK = 168 * HOUR;

let rahmen: RunningRahmen;

beforeAll(async () => {
  rahmen = await startRahmen();
});

afterAll(() => rahmen.stop());

const asks = (people: readonly string[]): readonly number[] =>
  people.map((person) => rahmen.slack.dm(person).length);

const slots = async ({ channel }: AddedTeam, round: number): Promise<number> => {
  const { vault } = await rahmen.dump();
  const key = `${channel}-${round}`;
  return vault.filter(({ pk, sk }) => String(pk).endsWith(key) && String(sk).startsWith('SLOT#')).length;
};

describe('somebody in the channels of two teams', () => {
  test('is asked by one of them, and by the other after leaving', async () => {
    const { slack } = rahmen;
    const one = addTeam(slack, 'B');
    const other = addTeam(slack, 'C', { size: 6 });
    const both = one.people.slice(0, 2);
    const members = present(slack.workspace.channels.get(other.channel), 'channel').members;
    for (const person of both) members.add(person);
    await setUpTeam(rahmen, { lead: one.lead, channel: one.channel, entry: { time: '13:00' } });
    await setUpTeam(rahmen, { lead: other.lead, channel: other.channel, entry: { time: '14:00' } });

    await rahmen.jumpTo(OPENS + 2 * HOUR);
    expect(asks(one.people)).toEqual([1, 1, 1, 1, 1]);
    expect(asks(other.people)).toEqual([1, 1, 1, 1, 1, 1]);
    expect([await slots(one, 1), await slots(other, 1)]).toEqual([5, 6]);

    for (const person of [...one.people, ...other.people]) await answer(rahmen, person, { marks: [1, 3, 5] });
    for (const person of both) await slack.events.leaves(one.channel, person);
    await rahmen.jumpTo(OPENS + 2 * WEEK + 2 * HOUR);
    expect(await slots(other, 2)).toBe(8);
    expect(asks(both)).toEqual([2, 2]);
    // Three are too few for the first team now.
    expect(slack.messages(one.channel).at(-1)?.text).toMatch(/^Ihr seid 3\./u);
  });
});
