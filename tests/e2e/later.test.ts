import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { expectQuietLog } from '../support/quiet-log.ts';
import { startRahmen } from '../support/running-rahmen.ts';
import type { RunningRahmen } from '../support/running-rahmen.ts';
import { answer, askOf, present, setMyTimes, setUpTeam } from '../support/scenes.ts';
import { textOf, viewText } from '../support/slack-text.ts';

/** Thursday, noon in Berlin. */
const OPENS = Date.parse('2026-12-03T11:00:00Z');
const CLOSES = Date.parse('2026-12-10T11:00:00Z');
const MINUTE = 60_000;

let rahmen: RunningRahmen;

beforeAll(async () => {
  rahmen = await startRahmen();
  const { people, channels } = rahmen.slack;
  await setUpTeam(rahmen, { lead: people.lea, channel: channels.nord, entry: { time: '12:00' } });
  await setMyTimes(rahmen, people.jo, { asks: 'team', language: 'en' });
  await rahmen.jumpTo(OPENS + 5 * MINUTE);
});

afterAll(() => rahmen.stop());

const NOTED = [
  'Später',
  'Gut, um 13:00 frage ich dich noch einmal.',
  'Das geht einmal je Runde, und es kommt auch, wenn du bis dahin geantwortet hast: Ob du es hast, weiß hier niemand.',
  '[Schließen]',
];

/** Presses a button of the ask, or of the dialog that is open; answers with what the dialog says then. */
const press = async (person: string, button: string): Promise<readonly string[]> => {
  const actor = rahmen.slack.asPerson(person);
  const { view, messages } = await actor.click(actor.view() ?? askOf(rahmen, person), button);
  expect(messages).toEqual([]);
  return viewText(view);
};

const closeDialog = async (person: string): Promise<void> => {
  const actor = rahmen.slack.asPerson(person);
  await actor.close(present(actor.view(), 'dialog'), true);
};

const rowsNaming = async (person: string): Promise<number> => {
  const { state } = await rahmen.dump();
  return state.filter((row) => JSON.stringify(row).includes(person)).length;
};

describe('later', () => {
  test('offers an hour, or to come oneself, and one’s own times', async () => {
    const { people } = rahmen.slack;
    expect(await press(people.ada, 'Später')).toEqual([
      'Später',
      'Gern. Wann passt es?',
      '[In einer Stunde] [Ich melde mich selbst] [Meine Zeiten]',
      '[Schließen]',
    ]);
    expect(await press(people.jo, 'Later')).toEqual([
      'Later',
      'Sure. When suits you?',
      "[In an hour] [I'll come myself] [My times]",
      '[Close]',
    ]);
  });

  test('in an hour is noted by the half hour, in a dialog, and names nobody outside the vault', async () => {
    const { people } = rahmen.slack;
    const before = await rowsNaming(people.ada);
    const { state } = await rahmen.dump();
    expect(await press(people.ada, 'In einer Stunde')).toEqual(NOTED);
    expect(await rowsNaming(people.ada)).toBe(before);
    const after = await rahmen.dump();
    expect(after.state).toHaveLength(state.length + 1);
    const marked = after.vault.filter((row) => 'later' in row);
    expect(marked).toHaveLength(1);
    expect(JSON.stringify(marked)).not.toContain('ADA');
    await closeDialog(people.ada);
  });

  test('pressed again says the same, and by somebody else adds nothing', async () => {
    const { people } = rahmen.slack;
    const { state } = await rahmen.dump();
    await press(people.ada, 'Später');
    expect(await press(people.ada, 'In einer Stunde')).toEqual(NOTED);
    expect((await press(people.jo, 'In an hour')).slice(0, 2)).toEqual([
      'Later',
      "Fine, I'll ask you once more at 12:00.",
    ]);
    await press(people.ben, 'Später');
    await press(people.ben, 'In einer Stunde');
    for (const person of [people.ada, people.ben, people.jo]) await closeDialog(person);
    expect((await rahmen.dump()).state).toEqual(state);
  });

  test('is taken back by “not this round”, which leaves nothing', async () => {
    const { people } = rahmen.slack;
    const { state } = await rahmen.dump();
    expect(await press(people.ben, 'Diese Runde nicht')).toEqual([
      'Diese Runde nicht',
      'Gut, diese Runde frage ich dich nicht mehr.',
      'Niemand sieht das. Überlegst du es dir anders: /rahmen puls',
      '[Schließen]',
    ]);
    await closeDialog(people.ben);
    await press(people.cem, 'Später');
    expect(await press(people.cem, 'Ich melde mich selbst')).toEqual([
      'Später',
      'Gut, ich frage nicht nach. Wenn du so weit bist: /rahmen puls',
      '[Schließen]',
    ]);
    await closeDialog(people.cem);
    expect((await rahmen.dump()).state).toEqual(state);
  });

  test('comes once to whoever wanted it, also when they have answered meanwhile', async () => {
    const { people, dm } = rahmen.slack;
    await answer(rahmen, people.ada, { marks: [5, 4, 3] });
    await rahmen.jumpTo(OPENS + 59 * MINUTE);
    expect(dm(people.ada)).toHaveLength(1);
    await rahmen.jumpTo(OPENS + 60 * MINUTE);
    expect(dm(people.ada).slice(1).map(textOf)).toEqual([
      [
        'Du wolltest später gefragt werden.',
        'Drei Fragen, unter einer Minute. Offen bis Do, 10.12., 12:00. Das kommt auch, wenn du schon geantwortet hast.',
        '[Antworten] [Diese Runde nicht] [Ich bin weg bis …]',
      ],
    ]);
    expect(dm(people.jo).slice(1).map(textOf)).toEqual([
      [
        'You wanted to be asked later.',
        'Three questions, under a minute. Open until Thu 10 Dec, 11:00. This comes even if you have answered already.',
        "[Answer] [Not this round] [I'm away until …]",
      ],
    ]);
    expect([people.ben, people.cem, people.dana].map((person) => dm(person).length)).toEqual([1, 1, 1]);
  });

  test('leaves nothing in the state table once it has come', async () => {
    expect(JSON.stringify((await rahmen.dump()).state)).not.toContain('LOOK');
  });

  test('works once a round', async () => {
    const { people } = rahmen.slack;
    const ada = rahmen.slack.asPerson(people.ada);
    const [ask] = rahmen.slack.dm(people.ada);
    await ada.click(present(ask, 'ask'), 'Später');
    expect(await press(people.ada, 'In einer Stunde')).toEqual([
      'Hinweis',
      'Später geht einmal je Runde, und das war schon. Mit „Antworten“ geht es weiter.',
      '[Schließen]',
    ]);
    await closeDialog(people.ada);
  });

  test('is offered no more where the round closes too soon', async () => {
    const { people } = rahmen.slack;
    await rahmen.jumpTo(CLOSES - 120 * MINUTE);
    await press(people.emil, 'Später');
    expect(await press(people.emil, 'In einer Stunde')).toEqual([
      'Hinweis',
      'Dafür schließt die Runde zu bald. Mit „Antworten“ geht es bis zum Schluss.',
      '[Schließen]',
    ]);
    await closeDialog(people.emil);
  });

  test('answers privately after the close, as every button of an ask', async () => {
    const { people } = rahmen.slack;
    // With one answer the round stays open once more.
    await rahmen.jumpTo(CLOSES + 7 * 24 * 60 * MINUTE);
    for (const button of ['Später', 'Diese Runde nicht']) {
      const lines = await press(people.emil, button);
      expect([lines[0], lines[1]?.slice(0, 14)]).toEqual(['Hinweis', 'Die Runde ist ']);
      await closeDialog(people.emil);
    }
    const { view } = await rahmen.slack
      .asPerson(people.emil)
      .click(askOf(rahmen, people.emil), 'Ich bin weg bis …');
    expect(viewText(view)[0]).toBe('Ich bin weg');
  });

  test('left no line in the log that says who or when', () => {
    expectQuietLog(rahmen, ['later', '13:00', 'in-an-hour']);
  });
});
