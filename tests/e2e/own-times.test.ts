import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { expectQuietLog } from '../support/quiet-log.ts';
import { startRahmen } from '../support/running-rahmen.ts';
import type { RunningRahmen } from '../support/running-rahmen.ts';
import { answer, openMyTimes, pressAnswer, present, setMyTimes, setUpTeam } from '../support/scenes.ts';
import { textOf, viewText } from '../support/slack-text.ts';

/** Thursday, noon in Berlin. */
const OPENS = Date.parse('2026-12-03T11:00:00Z');
const MONDAY_NIGHT = Date.parse('2026-12-07T21:30:00Z');
const CLOSES = Date.parse('2026-12-10T11:00:00Z');

let rahmen: RunningRahmen;

beforeAll(async () => {
  rahmen = await startRahmen();
  const { people, channels } = rahmen.slack;
  await setUpTeam(rahmen, { lead: people.lea, channel: channels.nord, entry: { time: '12:00' } });
});

afterAll(() => rahmen.stop());

/** So that the round closes when it was to close. */
const enoughAnswer = async (): Promise<void> => {
  const { dana, emil, kim, jo, hana } = rahmen.slack.people;
  for (const person of [dana, emil, kim, jo, hana]) await answer(rahmen, person, { marks: [4, 4, 4] });
};

const asked = (): readonly string[] =>
  Object.entries(rahmen.slack.people).flatMap(([name, id]) => (rahmen.slack.dm(id).length > 0 ? [name] : []));

describe('my times', () => {
  test('open from the promise, with the team’s way chosen', async () => {
    const { people } = rahmen.slack;
    const form = await openMyTimes(rahmen, people.ada);
    expect(viewText(form)).toEqual([
      'Meine Zeiten',
      'Niemand sonst sieht diese Einstellung.',
      'Wann soll ich dich fragen?',
      '(•) wie in meinem Team üblich  ( ) immer am gewählten Tag, zur gewählten Zeit  ( ) wechselnde Schichten: ich sage „jetzt“  ( ) gar nicht, ich sehe es im Kanal',
      'Immer am',
      '▾ ',
      'Um',
      '▾ ',
      'Auf deiner Uhr (Europe/Berlin). Eine feste Zeit gilt ab der nächsten Runde.',
      'Sprache',
      '(•) wie in meinem Team  ( ) Deutsch  ( ) English',
      '[Speichern] [Abbrechen]',
    ]);
    await rahmen.slack.asPerson(people.ada).close(form);
  });

  test('are confirmed in a dialog and nowhere else, in the language that was chosen', async () => {
    const { people } = rahmen.slack;
    const english = await setMyTimes(rahmen, people.fay, { asks: 'now', language: 'en' });
    expect(viewText(english.view)).toEqual([
      'My times',
      'Noted.',
      "I won't write to you. When you're ready: /rahmen pulse now.",
      'Nobody else sees this setting.',
      '[Done]',
    ]);
    expect(english.messages).toEqual([]);
    const always = await setMyTimes(rahmen, people.ada, {
      asks: 'at',
      weekday: '1',
      time: '22:30',
      language: 'team',
    });
    expect(viewText(always.view)).toEqual([
      'Meine Zeiten',
      'Gemerkt.',
      'Ab der nächsten Runde frage ich dich immer am Montag um 22:30.',
      'Niemand sonst sieht diese Einstellung.',
      '[Fertig]',
    ]);
    await setMyTimes(rahmen, people.ben, { asks: 'channel', language: 'de' });
  });

  test('show beside their fields what is missing', async () => {
    const { people, asPerson } = rahmen.slack;
    const form = await openMyTimes(rahmen, people.cem);
    const { fieldErrors } = await asPerson(people.cem).submit(form, { asks: 'at' });
    const words = 'Bitte wähl für „immer“ einen Tag und eine Uhrzeit.';
    expect(fieldErrors).toEqual({ weekday: words, time: words });
    await asPerson(people.cem).close(present(asPerson(people.cem).view(), 'form'));
  });

  test('come back filled in', async () => {
    const { people, asPerson } = rahmen.slack;
    const lines = viewText(await openMyTimes(rahmen, people.fay));
    expect(lines[0]).toBe('My times');
    expect(lines[3]).toContain('(•) changing shifts');
    expect(lines.at(-2)).toBe('( ) as in my team  ( ) Deutsch  (•) English');
    await asPerson(people.fay).close(present(asPerson(people.fay).view(), 'form'));
  });
});

describe('the round', () => {
  test('asks at the opening whoever chose nothing else', async () => {
    await rahmen.jumpTo(OPENS);
    expect(asked()).not.toContain('ada');
    expect(asked()).not.toContain('ben');
    expect(asked()).not.toContain('fay');
    expect(asked()).toHaveLength(9);
  });

  test('opens its form for whoever says “now”, whenever they do', async () => {
    const { asPerson, people } = rahmen.slack;
    for (const [person, command, text, title] of [
      [people.fay, '/rahmen', 'now', 'Three questions'],
      [people.fay, '/pulse', 'now', 'Three questions'],
      [people.ben, '/puls', 'jetzt', 'Drei Fragen'],
    ] as const) {
      const { view, messages } = await asPerson(person).command(command, text);
      expect([viewText(view)[0], messages]).toEqual([title, []]);
      await asPerson(person).close(present(view, 'form'));
    }
  });

  test('asks at an own time, on the person’s own clock, once', async () => {
    const { dm, people } = rahmen.slack;
    await rahmen.jumpTo(MONDAY_NIGHT - 60_000);
    expect(dm(people.ada)).toEqual([]);
    await rahmen.jumpTo(MONDAY_NIGHT);
    expect(dm(people.ada).map((message) => textOf(message)[0])).toEqual([
      'Drei Fragen zu deinen letzten Schichten, unter einer Minute.',
    ]);
    expect(viewText(await pressAnswer(rahmen, people.ada))[0]).toBe('Drei Fragen');
    const ada = rahmen.slack.asPerson(people.ada);
    await ada.close(present(ada.view(), 'form'));
    await enoughAnswer();
    await rahmen.jumpTo(CLOSES);
    expect(dm(people.ada)).toHaveLength(1);
    expect(dm(people.ben)).toEqual([]);
    expect(dm(people.fay)).toEqual([]);
  });

  test('says “now” when the next one opens, while none is open', async () => {
    const { messages } = await rahmen.slack.asPerson(rahmen.slack.people.fay).command('/pulse', 'now');
    expect(messages.flatMap(textOf).slice(0, 2)).toEqual([
      'Nothing is open for you.',
      'The next round opens on Thu 17 Dec, 11:00.',
    ]);
  });

  test('left no line in the log that says who wants what', () => {
    expectQuietLog(rahmen, ['22:30', 'channel', 'awayUntil']);
  });
});

describe('who left the pulse', () => {
  test('is told so alone, is asked no more, and comes back as quietly', async () => {
    const { asPerson, people, dm, messages, channels } = rahmen.slack;
    const posts = messages(channels.nord).length;
    const off = await asPerson(people.cem).command('/puls', 'aus', channels.nord);
    expect(off.messages.map(textOf)).toEqual([
      [
        'Gut, ich frage dich nicht mehr.',
        'Niemand erfährt davon: Auf der Liste deines Teams bleibst du wie alle. Antworten kannst du weiter: /rahmen puls. Wieder gefragt werden: /rahmen puls an',
      ],
    ]);
    expect(off.messages.map(({ onlyFor }) => onlyFor)).toEqual([people.cem]);
    const english = await asPerson(people.fay).command('/pulse', 'off');
    expect(english.messages.flatMap(textOf)).toEqual([
      "Fine, I won't ask you any more.",
      "Nobody is told: you stay on your team's list like everybody. You can still answer: /rahmen pulse. To be asked again: /rahmen pulse on",
    ]);
    const back = await asPerson(people.fay).command('/pulse', 'on');
    expect(back.messages.flatMap(textOf)).toEqual([
      "Fine, you're in again.",
      "From now on I'll ask you again. Nobody is told.",
    ]);
    const before = dm(people.cem).length;
    await rahmen.jumpTo(Date.parse('2026-12-17T11:00:00Z'));
    expect(dm(people.cem)).toHaveLength(before);
    const on = await asPerson(people.jo).command('/pulse', 'on');
    expect(on.messages.flatMap(textOf)).toEqual([
      'Gut, du bist wieder dabei.',
      'Ab jetzt frage ich dich wieder. Niemand erfährt davon.',
    ]);
    // Not asked, and free to answer all the same.
    const { view } = await asPerson(people.cem).command('/puls', '');
    expect(viewText(view)[0]).toBe('Drei Fragen');
    await asPerson(people.cem).close(present(view, 'form'));
    await asPerson(people.cem).command('/puls', 'an');
    const others = messages(channels.nord).slice(posts).flatMap(textOf).join(' ');
    expect(others).not.toContain('cem');
    await enoughAnswer();
    await rahmen.jumpTo(Date.parse('2026-12-24T11:00:00Z'));
    // With its number of answers, as if nobody had come or gone.
    expect(textOf(present(messages(channels.nord).at(-1), 'result'))[0]).toMatch(/^5 Antworten\./u);
    await rahmen.jumpTo(Date.parse('2026-12-31T11:00:00Z'));
    expect(dm(people.cem)).toHaveLength(before + 1);
  });
});
