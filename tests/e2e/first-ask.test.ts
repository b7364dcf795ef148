import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startRahmen } from '../support/running-rahmen.ts';
import type { RunningRahmen } from '../support/running-rahmen.ts';
import { answer, askOf, present, setMyTimes, setUpTeam } from '../support/scenes.ts';
import { textOf, viewText } from '../support/slack-text.ts';

const FIRST = Date.parse('2026-12-03T11:00:00Z');
const SECOND = Date.parse('2026-12-17T11:00:00Z');

let rahmen: RunningRahmen;

beforeAll(async () => {
  rahmen = await startRahmen();
  const { people, channels } = rahmen.slack;
  await setUpTeam(rahmen, { lead: people.lea, channel: channels.nord, entry: { time: '12:00' } });
  await setMyTimes(rahmen, people.jo, { asks: 'team', language: 'en' });
  await rahmen.slack.asPerson(people.ben).command('/puls', 'pause bis 4.12.');
});

afterAll(() => rahmen.stop());

/** So that the round closes when it was to close. */
const enoughAnswer = async (): Promise<void> => {
  const { cem, dana, emil, kim, hana } = rahmen.slack.people;
  for (const person of [cem, dana, emil, kim, hana]) await answer(rahmen, person, { marks: [4, 4, 4] });
};

const inGerman = (close: string) => [
  'Drei Fragen zu deinen letzten Schichten, unter einer Minute.',
  `Offen bis ${close}.`,
  '[Antworten] [Später] [Diese Runde nicht] [Ich bin weg bis …]',
];
const PROMISE = [
  'Alle sehen dasselbe Ergebnis, niemand sieht, wer was sagt.',
  '[Wie ihr geschützt seid] [Meine Zeiten]',
];

describe('the first ask in a team', () => {
  test('repeats the promise, in German and in English', async () => {
    const { people } = rahmen.slack;
    await rahmen.jumpTo(FIRST);
    expect(textOf(askOf(rahmen, people.ada))).toEqual([...inGerman('Do, 10.12., 12:00'), ...PROMISE]);
    expect(textOf(askOf(rahmen, people.jo))).toEqual([
      'Three questions about your recent shifts, under a minute.',
      'Open until Thu 10 Dec, 11:00.',
      "[Answer] [Later] [Not this round] [I'm away until …]",
      'Everyone sees the same result, nobody sees who says what.',
      '[How you are protected] [My times]',
    ]);
  });

  test('explains from there how people are protected, and opens one’s own times', async () => {
    const { asPerson, people } = rahmen.slack;
    const ada = asPerson(people.ada);
    const protection = await ada.click(askOf(rahmen, people.ada), 'Wie ihr geschützt seid');
    expect(viewText(protection.view)[0]).toBe('Wie ihr geschützt seid');
    await ada.close(present(protection.view, 'dialog'));
    const times = await ada.click(askOf(rahmen, people.ada), 'Meine Zeiten');
    expect(viewText(times.view)[0]).toBe('Meine Zeiten');
    await ada.close(present(times.view, 'form'));
  });

  test('comes with the next round for who was away, naming when the team began; others read it no more', async () => {
    const { people, dm } = rahmen.slack;
    expect(dm(people.ben)).toEqual([]);
    await enoughAnswer();
    await rahmen.jumpTo(SECOND);
    const close = 'Do, 24.12., 12:00';
    expect(textOf(askOf(rahmen, people.ben))).toEqual([
      ...inGerman(close),
      'Seit Do, 3.12. macht dein Team das. Alle sehen dasselbe Ergebnis, niemand sieht, wer was sagt.',
      ...PROMISE.slice(1),
    ]);
    expect(textOf(askOf(rahmen, people.ada))).toEqual(inGerman(close));
  });

  test('is never edited', () => {
    expect(rahmen.slack.count('chat.update')).toBe(0);
  });
});
