import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Mark } from '../../src/pulse/answers/answer.ts';
import { expectQuietLog } from '../support/quiet-log.ts';
import { startRahmen } from '../support/running-rahmen.ts';
import type { RunningRahmen } from '../support/running-rahmen.ts';
import { answer, pressAnswer, present, setMyTimes } from '../support/scenes.ts';
import type { Said } from '../support/scenes.ts';
import { textOf, viewText } from '../support/slack-text.ts';

/** Thursdays, noon in London. */
const FIRST = { opens: Date.parse('2026-12-03T12:00:00Z'), closes: Date.parse('2026-12-10T12:00:00Z') };
const SECOND = { opens: Date.parse('2026-12-17T12:00:00Z'), closes: Date.parse('2026-12-24T12:00:00Z') };

let rahmen: RunningRahmen;

beforeAll(async () => {
  rahmen = await startRahmen({ environment: { HELP_CONTACT: 'Ombuds Office, ext. 4711' } });
});

afterAll(() => rahmen.stop());

const DECIDE = '“In my recent shifts I could decide for myself how to help customers.”';
const LEARN = '“In my recent shifts I learned something that helps me in conversations.”';
const USEFUL = '“I saw my work make a real difference to someone.”';
const MISTAKE = '“I can name a mistake here without it following me.”';
const WORKLOAD = '“My workload was manageable in my recent shifts.”';

const channelTexts = () => rahmen.slack.messages(rahmen.slack.channels.nord).map(textOf);

type Row = readonly [person: keyof RunningRahmen['slack']['people'], ...marks: readonly [Mark, Mark, Mark]];

const answerAll = async (rows: readonly Row[], comments: Partial<Record<Row[0], string>> = {}) => {
  for (const [name, ...marks] of rows) {
    const comment = comments[name];
    const said: Said = comment === undefined ? { marks } : { marks, comment };
    await answer(rahmen, rahmen.slack.people[name], said);
  }
};

const PROMISE = [
  "From Thu 3 Dec I'll ask you three questions every two weeks. It takes under a minute and counts as working time.",
  "Set up by @fay. I don't ask the team lead: @fay.",
  '• Who sees what? Everyone here (13 people) sees the same result at the same time. Nobody sees who answered what.',
  '• From when? From 5 answers. With fewer, I delete everything unread.',
  '• Your choice. Not taking part has no consequences, and nobody sees it.',
];

describe('the first round of an English team', () => {
  test('is set up in a form in English that can be sent as it is', async () => {
    const { people, channels, asPerson } = rahmen.slack;
    const fay = asPerson(people.fay);
    const { view } = await fay.command('/rahmen', 'team', channels.nord);
    expect(viewText(view)).toEqual([
      'Set up your team',
      'I ask everyone in this channel three questions, except leads, bots and outsiders. All see the same result.',
      'Who leads the team? (is not asked)',
      '▾ @fay',
      'I ask whoever you name first. Take yourself out if you do not lead.',
      'More channels of the team',
      '▾ ',
      'Promise and results are posted there too; whoever is in them belongs to the team.',
      'How often?',
      '▾ every two weeks',
      'On which day does a round open?',
      '▾ Thursday',
      'At what time?',
      '▾ around noon',
      'Time zone: Europe/London. A round stays open for seven full days.',
      'Language in the channel',
      '▾ English',
      'Do you work around the clock?',
      '▾ No, I ask by direct message',
      'Public holidays',
      '▾ not kept free',
      'On these days nothing opens, nobody is asked or reminded.',
      '[Preview] [Cancel]',
    ]);
    const preview = await fay.submit(present(view, 'form'), { time: '12:00' });
    expect(viewText(preview.view)).toEqual([
      'Preview',
      '• 13 people can read this.',
      '• 12 people will be asked.',
      '• The first round opens on Thu 3 Dec, 12:00.',
      '—',
      'This is what the channel will read:',
      ...PROMISE,
      '[Set up] [Cancel]',
    ]);
    expect(channelTexts()).toEqual([]);
    const sent = await fay.submit(present(preview.view, 'preview'));
    expect(viewText(sent.view)).toEqual([
      'Set up your team',
      'Your team is set up.',
      'The promise appears in the channel in a moment, with the date of the first questions. Nobody is asked before that.',
      '[Done]',
    ]);
    await rahmen.work();
    expect(channelTexts()).toEqual([
      [...PROMISE, '[How you are protected] [My times] [Data sheet] [Deutsch]'],
    ]);
  });

  test('asks people in their own language where they chose one', async () => {
    const { people, dm } = rahmen.slack;
    for (const person of [people.lea, people.kim]) {
      await setMyTimes(rahmen, person, { asks: 'team', language: 'de' });
    }
    await rahmen.jumpTo(FIRST.opens);
    expect(dm(people.ada).flatMap(textOf)[0]).toBe(
      'Three questions about your recent shifts, under a minute.',
    );
    expect(dm(people.lea).flatMap(textOf)[0]).toBe(
      'Drei Fragen zu deinen letzten Schichten, unter einer Minute.',
    );
    expect(dm(people.gus).flatMap(textOf)).toEqual([
      'Three questions about your recent shifts, under a minute.',
      'Open until Thu 10 Dec, 12:00.',
      "[Answer] [Later] [Not this round] [I'm away until …]",
      'Everyone sees the same result, nobody sees who says what.',
      '[How you are protected] [My times]',
    ]);
    expect(dm(people.fay)).toEqual([]);
  });

  test('has a form in English that names whom to turn to', async () => {
    const { people } = rahmen.slack;
    const marks = "( ) 1 · not at all  ( ) 2  ( ) 3  ( ) 4  ( ) 5 · completely  ( ) can't say";
    expect(viewText(await pressAnswer(rahmen, people.gus))).toEqual([
      'Three questions',
      'No names, no customer data.',
      'In my recent shifts I could decide for myself how to help customers.',
      marks,
      'In my recent shifts I learned something that helps me in conversations.',
      marks,
      'I saw my work make a real difference to someone.',
      marks,
      'What shall we try until next round?',
      '[]',
      'Shown from 5 answers and 2 comments on. Your team reads this, not a counselling service. If you are unwell: Ombuds Office, ext. 4711.',
      'How may this appear?',
      '▾ word for word, mixed with others',
      '“Theme only”: I do not store your text. A theme is shown once 3 people chose it.',
      '[Send] [Cancel]',
    ]);
    const { view } = await answer(rahmen, people.gus, { marks: [3, 2, 4], comment: 'The only comment' });
    expect(viewText(view)).toEqual([
      'Three questions',
      'Got it.',
      'The same button lets you change everything until Thu 10 Dec, 12:00. Nothing of this appears in the chat.',
      '[Done]',
    ]);
  });

  test('draws bars from eight marks that count, and shows no comment that stands alone', async () => {
    // Gus has answered 3 2 4.
    await answerAll([
      ['lea', 5, 2, 3],
      ['ada', 5, 1, 3],
      ['ben', 4, 2, 4],
      ['cem', 2, 5, 3],
      ['dana', 1, 1, 4],
      ['emil', 4, 3, 3],
      ['hana', 5, 4, 'cannot-say'],
    ]);
    await rahmen.jumpTo(FIRST.closes);
    expect(channelTexts().slice(1)).toEqual([
      [
        'The round is open until Thu 10 Dec, 12:00.',
        'This goes to everyone, whether or not you have answered.',
        '[Answer] [Deutsch]',
      ],
      [
        `8 answers. Talk about this first: ${DECIDE}`,
        "That is where you differ most. It's not a verdict, it's a good start.",
        `• Most say yes: ${DECIDE}`,
        '1 ■   2 ■   3 ■   4 ■■   5 ■■■',
        `• Few say yes: ${LEARN}`,
        '1 ■■   2 ■■■   3 ■   4 ■   5 ■',
        `• All very alike: ${USEFUL}`,
        '1 not at all … 5 completely. One block is one answer. Whether something changes I can say after three rounds with the same question.',
        '[Deutsch]',
      ],
    ]);
    expect(JSON.stringify(await rahmen.dump())).not.toContain('The only comment');
  });

  test('gives the lead a copy in English', () => {
    const { people, dm } = rahmen.slack;
    const [copy] = dm(people.fay);
    const lines = textOf(copy);
    expect(lines[0]).toMatch(
      /^Your team has just received the result: to the result <https:\/\/[^>]+>\. You see exactly the same\.$/u,
    );
    expect(lines.slice(2, -2)).toEqual(channelTexts()[2]?.filter((line) => line !== '[Deutsch]'));
    expect(lines.at(-1)).toBe(
      "For the talk: don't justify, don't guess who said it. Three good questions: What would have to happen? What is the smallest step? What do you need from me?",
    );
  });
});

describe('the second round', () => {
  test('asks the pinned question again, and two others', async () => {
    const { people } = rahmen.slack;
    await rahmen.jumpTo(SECOND.opens);
    const lines = viewText(await pressAnswer(rahmen, people.jo));
    expect([lines[2], lines[4], lines[6]].map((line) => `“${line}”`)).toEqual([DECIDE, MISTAKE, WORKLOAD]);
  });

  test('says shares from ten marks that count, and how many cannot say from five', async () => {
    await answerAll(
      [
        ['lea', 5, 1, 5],
        ['ada', 5, 2, 4],
        ['ben', 5, 4, 4],
        ['cem', 5, 5, 3],
        ['dana', 5, 2, 2],
        ['emil', 5, 3, 1],
        ['gus', 5, 1, 5],
        ['hana', 5, 'cannot-say', 4],
        ['ivo', 4, 'cannot-say', 2],
        ['jo', 4, 'cannot-say', 3],
        ['kim', 1, 'cannot-say', 'cannot-say'],
        ['gil', 3, 'cannot-say', 'cannot-say'],
      ],
      { jo: 'Swap rooms', kim: 'Früher essen' },
    );
    await rahmen.jumpTo(SECOND.closes);
    expect(channelTexts().slice(4)).toEqual([
      [
        `12 answers. Talk about this first: ${MISTAKE}`,
        "That is where you differ most. It's not a verdict, it's a good start.",
        `• Few say yes: ${MISTAKE} (5 can't say)`,
        `• Nearly everyone says yes: ${DECIDE}`,
        '10 of 12 say 4 or 5. 1 ■   2 –   3 ■   4 ■■   5 ■■■■■■■■',
        `• Mixed: ${WORKLOAD}`,
        '[Comments] [Deutsch]',
        '1 not at all … 5 completely. One block is one answer. Whether something changes I can say after three rounds with the same question.',
      ],
    ]);
  });

  test('is what people read again, in German too', async () => {
    const { people, channels, asPerson } = rahmen.slack;
    const { messages } = await asPerson(people.kim).command('/rahmen', 'puls ergebnis', channels.nord);
    expect(messages.map(textOf)).toEqual([
      [
        '12 Antworten. Redet zuerst hierüber: „Bei uns kann ich einen Fehler ansprechen, ohne dass er mir nachhängt.“',
        'Da liegt ihr am weitesten auseinander. Das ist kein Urteil, sondern ein guter Anfang.',
        '• Wenige sagen ja: „Bei uns kann ich einen Fehler ansprechen, ohne dass er mir nachhängt.“ (5 können es nicht sagen)',
        '• So gut wie alle sagen ja: „In meinen letzten Schichten konnte ich selbst entscheiden, wie ich Kundinnen und Kunden helfe.“',
        '10 von 12 sagen 4 oder 5. 1 ■   2 –   3 ■   4 ■■   5 ■■■■■■■■',
        '• Gemischt: „Mein Arbeitspensum war in meinen letzten Schichten machbar.“',
        '[Kommentare]',
        '1 stimmt gar nicht … 5 stimmt voll. Ein Kästchen ist eine Antwort. Ob sich etwas ändert, kann ich nach drei Runden mit derselben Frage sagen.',
        'Ergebnis der Runde, die am Do, 24.12. zu Ende ging.',
        '[Früheres Ergebnis]',
      ],
    ]);
    const { view } = await asPerson(people.kim).click(present(messages[0], 'result'), 'Kommentare');
    expect(viewText(view)).toHaveLength(6);
    expect(viewText(view)).toEqual(expect.arrayContaining(['• Swap rooms', '• Früher essen']));
  });

  test('left no line in the log that says who or what', () => {
    expectQuietLog(rahmen, ['comment', 'rooms', 'essen', 'Ombuds']);
  });
});
