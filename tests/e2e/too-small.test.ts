import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Message } from '../../playground/slack/types.ts';
import { addTeam } from '../support/added-team.ts';
import type { AddedTeam } from '../support/added-team.ts';
import { startRahmen } from '../support/running-rahmen.ts';
import type { RunningRahmen } from '../support/running-rahmen.ts';
import { present, setUpTeam } from '../support/scenes.ts';
import { textOf, viewText } from '../support/slack-text.ts';

const DAY = 86_400_000;
const OPENS = Date.parse('2026-12-03T11:00:00Z');

let rahmen: RunningRahmen;
let german: AddedTeam;
let english: AddedTeam;
let another: AddedTeam;

const posts = (channel: string): readonly Message[] => rahmen.slack.messages(channel).slice(1);
const members = (id: string) => present(rahmen.slack.workspace.channels.get(id), 'channel').members;

beforeAll(async () => {
  rahmen = await startRahmen();
  german = addTeam(rahmen.slack, 'K');
  english = addTeam(rahmen.slack, 'V', { locale: 'en-GB', tz: 'Europe/Berlin' });
  another = addTeam(rahmen.slack, 'W', { locale: 'en-GB', tz: 'Europe/Berlin' });
  for (const { lead, channel, people } of [german, english, another]) {
    await setUpTeam(rahmen, { lead, channel, entry: { time: '12:00' } });
    members(channel).delete(present(people[4], 'person'));
  }
  await rahmen.jumpTo(OPENS);
});

afterAll(() => rahmen.stop());

describe('a team that is too small when its day comes', () => {
  test('is told so in its channel before anybody is asked', async () => {
    expect(posts(german.channel).map(textOf)).toEqual([
      [
        'Ihr seid 4. Anonym geht erst ab 5 Antworten, ich würde euch also umsonst fragen.',
        'Die Teamleitung zählt nicht mit, und wer zu einem anderen Puls-Team gehört, wird dort gefragt. Ein ehrlicher Weg: Fragen, über die ihr sprecht; auszufüllen ist nichts. Werdet ihr mehr, öffnet die nächste Runde am Do, 17.12., 12:00 von selbst.',
        '[Nur Fragen fürs Gespräch] [English]',
      ],
    ]);
    expect(posts(english.channel).map(textOf)).toEqual([
      [
        'You are 4. Anonymous needs 5 answers, so I would be asking for nothing.',
        'Leads are not counted, and people of another pulse team are asked there. An honest way: questions that you talk about, with nothing to fill in. If there are more of you by then, the next round opens by itself on Thu 17 Dec, 12:00.',
        '[Just questions to talk about] [Deutsch]',
      ],
    ]);
    for (const person of [...german.people, german.lead]) expect(rahmen.slack.dm(person)).toEqual([]);
    expect((await rahmen.dump()).vault.filter(({ pk }) => String(pk).includes('ROUND'))).toEqual([]);
  });

  test('is not told again at every date', async () => {
    await rahmen.jumpTo(OPENS + 14 * DAY);
    expect(posts(german.channel)).toHaveLength(1);
  });

  test('chooses questions to talk about, told by name', async () => {
    const { slack } = rahmen;
    const person = slack.asPerson(present(german.people[0], 'person'));
    const question = present(posts(german.channel).at(-1), 'post');
    // In the dialog that shows the question in the other language.
    const inEnglish = present((await person.click(question, 'English')).view, 'dialog');
    expect(viewText(inEnglish)[1]).toMatch(/^You are 4\./u);
    const { view } = await person.click(inEnglish, 'Just questions to talk about');
    expect(viewText(present(view, 'notice'))[1]).toBe(
      'Entschieden: Nur Fragen fürs Gespräch. Dein Team liest es im Kanal.',
    );
    await person.close(present(view, 'notice'), true);
    await rahmen.drain();
    expect(textOf(present(posts(german.channel).at(-1), 'post')).slice(0, 2)).toEqual([
      'Ab der nächsten Runde (Do, 31.12., 12:00): nur Fragen fürs Gespräch statt Runden mit Ergebnis.',
      `Geändert von @${german.people[0]}.`,
    ]);
  });

  test('chooses them in English too', async () => {
    const { lead, channel, people } = another;
    const person = rahmen.slack.asPerson(present(people[0], 'person'));
    expect(rahmen.slack.dm(lead)).toEqual([]);
    const { view } = await person.click(present(posts(channel)[0], 'post'), 'Just questions to talk about');
    expect(viewText(present(view, 'notice'))[1]).toBe(
      'Decided: Just questions to talk about. Your team reads it in the channel.',
    );
    await person.close(present(view, 'notice'), true);
  });

  test('gets them at its next date, with nothing to press but the language', async () => {
    await rahmen.jumpTo(OPENS + 28 * DAY);
    const talk = textOf(present(posts(german.channel).at(-1), 'post'));
    expect([talk[0], talk[1], ...talk.slice(-2)]).toEqual([
      'Fragen für euer Gespräch',
      'Nehmt die, die passt. Ich sammle nichts ein und speichere nichts von dem, was ihr sagt.',
      'Lieber wieder Runden? Das stellt eure Leitung unter team ein.',
      '[English]',
    ]);
    expect(talk.slice(2, -2)).toHaveLength(3);
    for (const question of talk.slice(2, -2)) expect(question).toMatch(/^• Wie ist das bei euch\? „.+“$/u);
  });
});

describe('a team that is five again', () => {
  test('opens its round by itself', async () => {
    const [, , , , fifth] = english.people;
    members(english.channel).add(present(fifth, 'person'));
    await rahmen.jumpTo(OPENS + 42 * DAY);
    expect(textOf(rahmen.slack.dm(present(fifth, 'person')).at(-1))[0]).toBe(
      'Three questions about your recent shifts, under a minute.',
    );
  });
});
