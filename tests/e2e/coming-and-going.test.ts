import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addTeam } from '../support/added-team.ts';
import type { AddedTeam } from '../support/added-team.ts';
import { startRahmen } from '../support/running-rahmen.ts';
import type { RunningRahmen } from '../support/running-rahmen.ts';
import { answer, setUpTeam } from '../support/scenes.ts';
import { textOf } from '../support/slack-text.ts';

const OPENS = Date.parse('2026-12-03T11:00:00Z');
const CLOSES = Date.parse('2026-12-10T11:00:00Z');
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

describe('people who come and go while a round is open', () => {
  let team: AddedTeam;
  let leaver = '';
  let early = '';
  let newcomer = '';

  test('get no message after they left, but keep their slot', async () => {
    const { slack } = rahmen;
    team = addTeam(slack, 'A', { size: 8 });
    [early = '', leaver = ''] = team.people;
    await setUpTeam(rahmen, { lead: team.lead, channel: team.channel, entry: { time: '12:00' } });
    rahmen.clock.jumpTo(OPENS);
    // The first tick opens the round, the second one asks: between the two somebody leaves.
    await rahmen.work();
    await slack.events.leaves(team.channel, early);
    await rahmen.work();
    await rahmen.work();
    expect(asks(team.people)).toEqual([0, 1, 1, 1, 1, 1, 1, 1]);
    expect(await slots(team, 1)).toBe(8);

    await slack.events.leaves(team.channel, leaver);
    const taken = await answer(rahmen, leaver, { marks: [1, 3, 5] });
    expect(taken.fieldErrors).toBeUndefined();
    expect(await slots(team, 1)).toBe(8);
  });

  test('are asked from the next round on when they joined', async () => {
    const { slack } = rahmen;
    const other = addTeam(slack, 'J', { size: 1 });
    [newcomer = ''] = other.people;
    await slack.events.joins(team.channel, newcomer);
    expect(await slots(team, 1)).toBe(8);
    for (const person of team.people.slice(2)) await answer(rahmen, person, { marks: [1, 3, 5] });
    await rahmen.jumpTo(CLOSES);
    expect(slack.messages(team.channel).at(-1)?.text).toBe(
      '7 Antworten. Ihr seid euch bei allen Fragen einig.',
    );

    await rahmen.jumpTo(OPENS + 2 * WEEK);
    expect(asks([early, leaver, newcomer])).toEqual([0, 1, 1]);
    expect(asks(team.people.slice(2))).toEqual([2, 2, 2, 2, 2, 2]);
    expect(await slots(team, 2)).toBe(7);
  });

  test('give nobody away by what changes from one result to the next', async () => {
    const { slack } = rahmen;
    // One more person is here at the third round than at the second: nobody may subtract one from the other.
    for (const person of [...team.people.slice(2), newcomer]) {
      await answer(rahmen, person, { marks: [1, 3, 5] });
    }
    await slack.events.joins(team.channel, leaver);
    await rahmen.jumpTo(OPENS + 4 * WEEK);
    const all = [...team.people.slice(1), newcomer];
    for (const [index, person] of all.entries()) {
      await answer(rahmen, person, { marks: index < 4 ? [1, 2, 3] : [5, 2, 3] });
    }
    await rahmen.jumpTo(CLOSES + 4 * WEEK);
    const [, second, third] = slack
      .messages(team.channel)
      .map(textOf)
      .filter((lines) => lines.some((line) => line.includes('drei Runden mit derselben Frage')));
    // Three people changed between the first and the second.
    expect(second?.[0]).toBe('7 Antworten. Ihr seid euch bei allen Fragen einig.');
    const first =
      'In meinen letzten Schichten konnte ich selbst entscheiden, wie ich Kundinnen und Kunden helfe.';
    expect(third).toEqual([
      `Redet zuerst hierüber: „${first}“`,
      'Da liegt ihr am weitesten auseinander. Das ist kein Urteil, sondern ein guter Anfang.',
      `• Gemischt: „${first}“`,
      '• Alle sehr ähnlich: „Absprachen zwischen den Schichten haben funktioniert.“',
      '• Alle sehr ähnlich: „Was wir von Kunden hören, kommt bei denen an, die es ändern können.“',
      'Diesmal nur Worte, damit niemand ein Ergebnis vom anderen abziehen kann. Ob sich etwas ändert, kann ich nach drei Runden mit derselben Frage sagen.',
      '[English]',
    ]);
  });
});
