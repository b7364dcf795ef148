import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addTeam } from '../support/added-team.ts';
import type { AddedTeam } from '../support/added-team.ts';
import { startRahmen } from '../support/running-rahmen.ts';
import type { RunningRahmen } from '../support/running-rahmen.ts';
import { answer, filled, present, setUpTeam } from '../support/scenes.ts';
import { textOf, viewText } from '../support/slack-text.ts';

const OPENS = Date.parse('2026-12-03T11:00:00Z');
/** Two working days before the close on Thursday. */
const REMINDS = Date.parse('2026-12-08T11:00:00Z');
const CLOSES = Date.parse('2026-12-10T11:00:00Z');

let rahmen: RunningRahmen;
let silent: AddedTeam;
let busy: AddedTeam;
let english: AddedTeam;

const posts = (channel: string): readonly (readonly string[])[] =>
  rahmen.slack.messages(channel).slice(1).map(textOf);

beforeAll(async () => {
  rahmen = await startRahmen();
  silent = addTeam(rahmen.slack, 'K', { size: 6 });
  busy = addTeam(rahmen.slack, 'G', { size: 6 });
  english = addTeam(rahmen.slack, 'V', { size: 6, locale: 'en-GB', tz: 'Europe/London' });
  for (const { lead, channel } of [silent, busy]) {
    await setUpTeam(rahmen, { lead, channel, entry: { time: '12:00', asks: 'channel' } });
  }
  await setUpTeam(rahmen, { lead: english.lead, channel: english.channel, entry: { time: '11:00' } });
});

afterAll(() => rahmen.stop());

const ASK = ['Drei Fragen zu deinen letzten Schichten, unter einer Minute.', 'Offen bis Do, 10.12., 12:00.'];
const REMINDER = [
  'Die Runde ist noch bis Do, 10.12., 12:00 offen.',
  'Das geht an alle, egal ob du schon geantwortet hast.',
  '[Antworten] [English]',
];

describe('a team that is asked in its channel', () => {
  test('reads the ask there when the round opens, and nobody is written to', async () => {
    await rahmen.jumpTo(OPENS);
    expect(posts(busy.channel).map((lines) => lines.slice(0, 2))).toEqual([ASK]);
    expect(posts(busy.channel)[0]?.slice(2)).toEqual([
      '[Antworten] [Später] [Diese Runde nicht] [Ich bin weg bis …]',
      'Alle sehen dasselbe Ergebnis, niemand sieht, wer was sagt.',
      '[Wie ihr geschützt seid] [Meine Zeiten] [English]',
    ]);
    for (const person of busy.people) expect(rahmen.slack.dm(person)).toEqual([]);
  });

  test('answers from there', async () => {
    const { slack } = rahmen;
    const [ask] = slack.messages(busy.channel).slice(1);
    for (const id of busy.people) {
      const person = slack.asPerson(id);
      const { view } = await person.click(present(ask, 'ask'), 'rahmen:answer:0');
      const form = present(view, 'form');
      const saved = await person.submit(form, filled(form, { marks: [2, 4, 5] }));
      await person.close(present(saved.view, 'confirmation'), true);
    }
    expect(posts(busy.channel)).toHaveLength(1);
  });

  test('tells a lead, and whoever is not on the list, alone', async () => {
    const { slack } = rahmen;
    const [ask] = slack.messages(busy.channel).slice(1);
    const pressed = await slack.asPerson(busy.lead).click(present(ask, 'ask'), 'rahmen:answer:0');
    expect(viewText(present(pressed.view, 'notice'))).toContain(
      'Als Teamleitung wirst du nicht gefragt. Das Ergebnis bekommst du zusammen mit deinem Team.',
    );
    await slack.asPerson(busy.lead).close(present(pressed.view, 'notice'), true);
    present(slack.workspace.channels.get(busy.channel), 'channel').members.add(slack.people.ben);
    const stranger = await slack.asPerson(slack.people.ben).click(present(ask, 'ask'), 'rahmen:answer:0');
    expect(viewText(present(stranger.view, 'notice'))[1]).toBe(
      'Diese Runde ist nicht für dich: Als sie öffnete, standest du nicht auf der Liste. Bleibst du im Kanal, kommst du bei einer der nächsten dazu.',
    );
    expect(posts(busy.channel)).toHaveLength(1);
  });
});

describe('two working days before the end', () => {
  test('the channel is reminded once, the same whether all have answered or nobody', async () => {
    await rahmen.jumpTo(REMINDS - 60_000);
    expect(posts(silent.channel)).toHaveLength(1);
    await rahmen.jumpTo(REMINDS + 60_000);
    expect(posts(silent.channel).slice(1)).toEqual([REMINDER]);
    expect(posts(busy.channel).slice(1)).toEqual([REMINDER]);
    await rahmen.jumpTo(CLOSES - 60_000);
    expect(posts(silent.channel)).toHaveLength(2);
  });

  test('in English where the team reads English', () => {
    expect(posts(english.channel)).toEqual([
      [
        'The round is open until Thu 10 Dec, 11:00.',
        'This goes to everyone, whether or not you have answered.',
        '[Answer] [Deutsch]',
      ],
    ]);
  });

  test('and one reads it in the other language alone', async () => {
    const { slack } = rahmen;
    const reminder = present(slack.messages(busy.channel).at(-1), 'reminder');
    const person = slack.asPerson(present(busy.people[0], 'person'));
    const { view } = await person.click(reminder, 'English');
    expect(viewText(present(view, 'dialog')).slice(1, 3)).toEqual([
      'The round is open until Thu 10 Dec, 12:00.',
      'This goes to everyone, whether or not you have answered.',
    ]);
  });

  test('and its button opens the form', async () => {
    const { slack } = rahmen;
    const reminder = present(slack.messages(english.channel).at(-1), 'reminder');
    const person = slack.asPerson(present(english.people[0], 'person'));
    const { view } = await person.click(reminder, 'Answer');
    expect(viewText(present(view, 'form'))[0]).toBe('Three questions');
  });
});

describe('after the close', () => {
  test('the old buttons answer alone, and say when the next one opens', async () => {
    const { slack } = rahmen;
    for (const person of english.people.slice(0, 5)) await answer(rahmen, person, { marks: [1, 2, 3] });
    await rahmen.jumpTo(CLOSES + 60_000);
    const [ask, reminder] = slack.messages(busy.channel).slice(1);
    for (const message of [ask, reminder]) {
      const { view } = await slack
        .asPerson(present(busy.people[0], 'person'))
        .click(present(message, 'message'), 'rahmen:answer:0');
      expect(viewText(present(view, 'notice'))[1]).toBe(
        'Die Runde ist seit Do, 10.12., 12:00 zu, das zählt nicht mehr. Nächste: Do, 17.12., 12:00.',
      );
      await slack.asPerson(present(busy.people[0], 'person')).close(present(view, 'notice'), true);
    }
  });
});
