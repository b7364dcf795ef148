import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startRahmen } from '../support/running-rahmen.ts';
import type { RunningRahmen } from '../support/running-rahmen.ts';
import { answer, askOf, present, setMyTimes, setUpTeam } from '../support/scenes.ts';
import { textOf, viewText } from '../support/slack-text.ts';

/** Every second Thursday, noon in Berlin. */
const FIRST = Date.parse('2026-12-03T11:00:00Z');
const SECOND = Date.parse('2026-12-17T11:00:00Z');
const THIRD = Date.parse('2026-12-31T11:00:00Z');

let rahmen: RunningRahmen;

beforeAll(async () => {
  rahmen = await startRahmen();
  const { people, channels } = rahmen.slack;
  await setUpTeam(rahmen, { lead: people.lea, channel: channels.nord, entry: { time: '12:00' } });
  await setMyTimes(rahmen, people.jo, { asks: 'team', language: 'en' });
  await rahmen.jumpTo(FIRST);
});

afterAll(() => rahmen.stop());

/** So that the round closes when it was to close. */
const enoughAnswer = async (): Promise<void> => {
  const { cem, dana, emil, kim, hana } = rahmen.slack.people;
  for (const person of [cem, dana, emil, kim, hana]) await answer(rahmen, person, { marks: [4, 4, 4] });
};

describe('a pause', () => {
  test('is set by a form that the ask opens, and confirmed in its place alone', async () => {
    const { asPerson, people, dm } = rahmen.slack;
    const ada = asPerson(people.ada);
    const form = present((await ada.click(askOf(rahmen, people.ada), 'Ich bin weg bis …')).view, 'form');
    expect(viewText(form)).toEqual([
      'Ich bin weg',
      'Bis wann?',
      '[]',
      'Der letzte Tag, an dem ich dich in Ruhe lasse.',
      '[Speichern] [Abbrechen]',
    ]);
    const late = await ada.submit(form, { until: '2026-12-02' });
    expect(late.fieldErrors).toEqual({
      until: 'Dieser Tag ist schon vorbei. Nimm heute oder einen späteren.',
    });
    const { view, messages } = await ada.submit(present(late.view, 'form'), { until: '2026-12-24' });
    expect(viewText(view)).toEqual([
      'Hinweis',
      'Gut. Bis einschließlich Do, 24.12. lasse ich dich in Ruhe. Warum du weg bist, frage ich nicht, und niemand sieht diese Einstellung. Früher zurück? /rahmen puls bin da',
      '[Schließen]',
    ]);
    expect(messages).toEqual([]);
    await ada.close(present(view, 'confirmation'));
    expect(dm(people.ada)).toHaveLength(1);
  });

  test.each([
    ['/puls', 'pause bis 24.12.'],
    ['/rahmen', 'pause until 24 December 2026'],
    ['/puls', 'PAUSE BIS 24. Dezember'],
  ])('is set by %s %s as well, and answered to the one who typed it', async (command, text) => {
    const { asPerson, people, channels } = rahmen.slack;
    const { messages } = await asPerson(people.ben).command(command, text, channels.nord);
    expect(messages.map(({ onlyFor }) => onlyFor)).toEqual([people.ben]);
    expect(messages.flatMap(textOf)[0]).toContain('Bis einschließlich Do, 24.12. lasse ich dich in Ruhe.');
  });

  test('is said in English to who reads it', async () => {
    const { asPerson, people } = rahmen.slack;
    const { messages } = await asPerson(people.jo).command('/pulse', 'pause until 24 Dec');
    expect(messages.flatMap(textOf)).toEqual([
      "Fine. I'll leave you alone up to and including Thu 24 Dec. I don't ask why, and nobody sees this setting. Back earlier? /rahmen pulse back",
    ]);
  });

  test('until no day that is one is refused kindly, with the form one click away', async () => {
    const { asPerson, people } = rahmen.slack;
    const cem = asPerson(people.cem);
    const { messages } = await cem.command('/puls', 'pause bis bald');
    expect(messages.map(textOf)).toEqual([
      ['Diesen Tag verstehe ich nicht. Schreib ihn so: 24.12. oder 24.12.2026.', '[Ich bin weg bis …]'],
    ]);
    const { view } = await cem.click(present(messages[0], 'refusal'), 'Ich bin weg bis …');
    expect(viewText(view)[0]).toBe('Ich bin weg');
    await cem.close(present(view, 'form'));
  });

  test('leaves alone whoever set it, and nobody else', async () => {
    const { people, dm } = rahmen.slack;
    const before = [people.ada, people.ben, people.cem].map((person) => dm(person).length);
    await enoughAnswer();
    await rahmen.jumpTo(SECOND);
    const after = [people.ada, people.ben, people.cem].map((person) => dm(person).length);
    expect(after.map((count, index) => count - (before[index] ?? 0))).toEqual([0, 0, 1]);
    // Who is away may answer all the same.
    const { view } = await rahmen.slack.asPerson(people.ada).command('/puls', '');
    expect(viewText(view)[0]).toBe('Drei Fragen');
    await rahmen.slack.asPerson(people.ada).close(present(view, 'form'));
  });

  test('ends with “bin da”, which offers what is open', async () => {
    const { asPerson, people } = rahmen.slack;
    const { messages } = await asPerson(people.ben).command('/rahmen', 'bin da');
    expect(messages.flatMap(textOf).slice(0, 2)).toEqual([
      'Schön, dass du wieder da bist. Die Pause ist vergessen.',
      'Eine Runde ist offen bis Do, 24.12., 12:00.',
    ]);
    expect(messages.map(({ onlyFor }) => onlyFor)).toEqual([people.ben]);
  });

  test('ends by itself on the day after, and leaves nothing', async () => {
    const { people, dm } = rahmen.slack;
    const before = dm(people.ada).length;
    expect(JSON.stringify((await rahmen.dump()).state)).toContain('2026-12-24');
    await enoughAnswer();
    await rahmen.jumpTo(THIRD);
    expect(dm(people.ada)).toHaveLength(before + 1);
    expect(JSON.stringify((await rahmen.dump()).state)).not.toContain('ownAwayUntil');
  });
});
