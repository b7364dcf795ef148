import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readMine } from '../support/mine.ts';
import { startRahmen } from '../support/running-rahmen.ts';
import type { RunningRahmen } from '../support/running-rahmen.ts';
import { answer, setMyTimes, setUpTeam } from '../support/scenes.ts';
import { textOf } from '../support/slack-text.ts';

/** Thursday, noon in Berlin. */
const OPENS = Date.parse('2026-12-03T11:00:00Z');

let rahmen: RunningRahmen;

beforeAll(async () => {
  rahmen = await startRahmen();
  const { people, channels } = rahmen.slack;
  await setUpTeam(rahmen, { lead: people.lea, channel: channels.nord, entry: { time: '12:00' } });
  await rahmen.jumpTo(OPENS);
});

afterAll(() => rahmen.stop());

const GERMAN = [
  'Das weiß ich über dich.',
  '• Aus dem Chat: volles Mitglied, Sprache Deutsch, Zeitzone Europe/Berlin. Kein Name, keine Mailadresse.',
  '• Eigene Einstellungen: keine.',
  '• Dein Team: #kundenservice-nord.',
  '• Du stehst auf der Liste von 1 Runde deines Teams: dass sie dir offenstand, nicht ob du geantwortet hast. Listen lösche ich nach 100 Tagen.',
  '• Welche Nachrichten an dich gingen, weiß ich höchstens 30 Tage lang; wie viele es waren, nur diese Woche.',
  'Deine Antworten stehen nicht hier. Falls du in der offenen Runde geantwortet hast, liegt deine Antwort unter einem Geheimzeichen: Im Formular siehst und änderst du sie. In geschlossenen Runden führt keine Spur zu dir.',
  '[Meine Zeiten] [Als Datei] [Löschen] [Datenblatt]',
  'Wer die Organisation verlässt, wird nach 30 Tagen gelöscht. Wird die App entfernt, lösche ich nach 30 Tagen alles.',
];

describe('what is stored about me', () => {
  test('is the same to read for who answered and who did not', async () => {
    const { people } = rahmen.slack;
    await answer(rahmen, people.ada, { marks: [1, 2, 3], comment: 'geheim' });
    expect(textOf(await readMine(rahmen, people.ada, 'meins'))).toEqual(GERMAN);
    expect(textOf(await readMine(rahmen, people.ben, 'meins'))).toEqual(GERMAN);
  });

  test('is read in English, with what was chosen', async () => {
    const { people } = rahmen.slack;
    await setMyTimes(rahmen, people.fay, { asks: 'at', weekday: '1', time: '22:30', language: 'en' });
    expect(textOf(await readMine(rahmen, people.fay, 'me'))).toEqual([
      'This is what I know about you.',
      '• From the chat: full member, language English, time zone Europe/London. No name, no mail address.',
      '• Own setting: ask always on Monday at 22:30.',
      '• Own setting: language English.',
      '• Your team: #kundenservice-nord.',
      '• You are on the list of 1 round of your team: that it was open to you, not whether you answered. I delete lists after 100 days.',
      '• Which messages went to you I know for at most 30 days; how many they were, for this week only.',
      'Your answers are not here. If you answered in the open round, your answer lies under a secret code: open the form to see or change it. Nothing in closed rounds leads to you.',
      '[My times] [As a file] [Erase] [Data sheet]',
      'Whoever leaves the organisation is erased after 30 days. If the app is removed, I delete everything after 30 days.',
    ]);
  });

  test('names what somebody leads, and that they are an admin', async () => {
    const { people } = rahmen.slack;
    expect(textOf(await readMine(rahmen, people.lea, 'meins'))).toContain(
      '• Du leitest: #kundenservice-nord.',
    );
    expect(textOf(await readMine(rahmen, people.ina, 'meins'))).toEqual(
      expect.arrayContaining(['• Du bist in keinem Puls-Team.', '• Du bist hier Admin.']),
    );
  });
});
