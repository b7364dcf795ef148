import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addTeam } from '../support/added-team.ts';
import { startRahmen } from '../support/running-rahmen.ts';
import type { RunningRahmen } from '../support/running-rahmen.ts';
import { setUpTeam } from '../support/scenes.ts';
import { textOf } from '../support/slack-text.ts';

const HOUR = 3_600_000;
const WEEK = 168 * HOUR;

let rahmen: RunningRahmen;

beforeAll(async () => {
  rahmen = await startRahmen();
});

afterAll(() => rahmen.stop());

const asks = (people: readonly string[]): readonly number[] =>
  people.map((person) => rahmen.slack.dm(person).length);

describe('a clock that stood still', () => {
  test('for six hours opens what was due, and closes it at the time that was promised', async () => {
    const { slack, clock, work } = rahmen;
    const late = addTeam(slack, 'D');
    await setUpTeam(rahmen, { lead: late.lead, channel: late.channel, entry: { time: '06:00', weeks: '4' } });
    const opens = Date.parse('2026-12-03T05:00:00Z');
    await rahmen.jumpTo(opens - HOUR);
    clock.jumpTo(opens + 6 * HOUR);
    for (let turn = 0; turn < 3; turn += 1) await work();
    expect(late.people.map((person) => slack.dm(person).flatMap(textOf)[1])).toEqual(
      Array(5).fill('Offen bis Do, 10.12., 06:00.'),
    );
  });

  test('for a week passes by what is over, says so to nobody, and goes on', async () => {
    const { slack, clock, work } = rahmen;
    const gone = addTeam(slack, 'E');
    await setUpTeam(rahmen, { lead: gone.lead, channel: gone.channel, entry: { time: '06:30' } });
    const opens = Date.parse('2026-12-10T05:30:00Z');
    await rahmen.jumpTo(opens - HOUR);
    clock.jumpTo(opens + WEEK + HOUR);
    for (let turn = 0; turn < 3; turn += 1) await work();
    expect([asks(gone.people), slack.dm(gone.lead)]).toEqual([[0, 0, 0, 0, 0], []]);
    await rahmen.jumpTo(opens + 2 * WEEK);
    expect(asks(gone.people)).toEqual([1, 1, 1, 1, 1]);
  });

  test('until half an hour before the close asks nobody any more, and the round still closes', async () => {
    const { slack, clock, work } = rahmen;
    const short = addTeam(slack, 'F');
    await setUpTeam(rahmen, {
      lead: short.lead,
      channel: short.channel,
      entry: { time: '07:00', weeks: '4' },
    });
    const opens = Date.parse('2026-12-31T06:00:00Z');
    await rahmen.jumpTo(opens - HOUR);
    clock.jumpTo(opens + WEEK - HOUR / 2);
    for (let turn = 0; turn < 3; turn += 1) await work();
    expect(asks(short.people)).toEqual([0, 0, 0, 0, 0]);
    // A week longer than was planned: nobody could answer.
    await rahmen.jumpTo(opens + 2 * WEEK);
    expect(slack.messages(short.channel).at(-1)?.text).toMatch(/^Diesmal waren es weniger als 5 Antworten/u);
  });
});
