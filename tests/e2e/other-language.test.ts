import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Message } from '../../playground/slack/types.ts';
import { addTeam } from '../support/added-team.ts';
import { startRahmen } from '../support/running-rahmen.ts';
import type { RunningRahmen } from '../support/running-rahmen.ts';
import { answer, present, setUpTeam } from '../support/scenes.ts';
import { textOf, viewText } from '../support/slack-text.ts';

const OPENS = Date.parse('2026-12-03T11:00:00Z');
const DAY = 86_400_000;
const CLOSES = Date.parse('2026-12-10T11:00:00Z');

let rahmen: RunningRahmen;

beforeAll(async () => {
  rahmen = await startRahmen();
  const { people, channels } = rahmen.slack;
  await setUpTeam(rahmen, { lead: people.lea, channel: channels.nord, entry: { time: '12:00' } });
});

afterAll(() => rahmen.stop());

const inChannel = (button: string, index = -1): Message => {
  const { channels, messages } = rahmen.slack;
  const found = messages(channels.nord).filter(
    (message) =>
      textOf(message).at(-1)?.includes(`[${button}]`) ||
      textOf(message).some((line) => line.includes(`[${button}]`)),
  );
  return present(found.at(index), `message with ${button}`);
};

/** What the presser reads in a dialog of their own; the channel stays as it is, and nobody is written to. */
const press = async (person: string, message: Message, button: string): Promise<readonly string[]> => {
  const { asPerson, channels } = rahmen.slack;
  const before = structuredClone(rahmen.slack.messages(channels.nord));
  const { view, messages, error } = await asPerson(person).click(message, button);
  expect([error, messages]).toEqual([undefined, []]);
  expect(rahmen.slack.messages(channels.nord)).toEqual(before);
  await asPerson(person).close(present(view, 'dialog'));
  return viewText(view);
};

describe('the promise of a German team', () => {
  const ENGLISH = [
    'Please note',
    "From Thu 3 Dec I'll ask you three questions every two weeks. It takes under a minute and counts as working time.",
    "Set up by @lea. I don't ask the team lead: @lea.",
    '• Who sees what? Everyone here (13 people) sees the same result at the same time. Nobody sees who answered what.',
    '• From when? From 5 answers. With fewer, I delete everything unread.',
    '• Your choice. Not taking part has no consequences, and nobody sees it.',
  ];

  test('names the other language on its last button', () => {
    expect(textOf(inChannel('English')).at(-1)).toMatch(/ \[English\]$/u);
  });

  test('is read in English by whoever presses, alone', async () => {
    const { people } = rahmen.slack;
    const read = await press(people.fay, inChannel('English'), 'English');
    expect(read.slice(0, ENGLISH.length)).toEqual(ENGLISH);
    expect(read.join(' ')).not.toMatch(/\[(?:English|Deutsch)\]/u);
    expect(await press(people.ada, inChannel('English'), 'English')).toEqual(read);
  });

  test('names its first date for good', async () => {
    const { people } = rahmen.slack;
    await rahmen.jumpTo(OPENS);
    const read = await press(people.fay, inChannel('English', 0), 'English');
    expect(read.slice(0, ENGLISH.length)).toEqual(ENGLISH);
  });
});

describe('the result of a German team', () => {
  test('is read in English from the record that stands in the channel', async () => {
    const { people } = rahmen.slack;
    for (const person of [people.ada, people.ben, people.cem, people.dana, people.fay]) {
      await answer(rahmen, person, { marks: [5, 5, 5] });
    }
    await rahmen.jumpTo(CLOSES);
    const posted = inChannel('English');
    expect(textOf(posted)[0]).toMatch(/^5 Antworten\. /u);
    const read = await press(people.fay, posted, 'English');
    expect(read[1]).toMatch(/^5 answers\. /u);
    const questions = read.filter((line) => line.startsWith('• All very alike: “'));
    expect(questions).toHaveLength(3);
    expect(read.join(' ')).not.toMatch(/Antworten|Deutsch|Frage/u);
  });

  test('is nobody’s who is not in the team and does not stand in its channel', async () => {
    const { people, channels, workspace, asPerson } = rahmen.slack;
    const posted = inChannel('English');
    // As a button that was copied elsewhere would: the same value, another place.
    const elsewhere = { ...posted, channel: channels.tiny, ts: workspace.nextTs() };
    workspace.messages.push(elsewhere);
    const { view } = await asPerson(people.mia).click(elsewhere, 'English');
    expect(viewText(view)).toEqual(['Hinweis', 'Diese Nachricht gehört einem anderen Team.', '[Schließen]']);
    await asPerson(people.mia).close(present(view, 'dialog'));
  });
});

describe('what an English channel reads while a round is open', () => {
  /** As the record is now: the round that is read of was extended by then. */
  const GERMAN = [
    'Ab Do, 17.12. stelle ich euch jede Woche drei Fragen. Das dauert unter einer Minute und ist Arbeitszeit.',
    'Drei Fragen zu deinen letzten Schichten, unter einer Minute. Offen bis Do, 31.12., 10:00.',
    'Die Runde ist noch bis Do, 31.12., 10:00 offen. Das geht an alle, egal ob du schon geantwortet hast.',
    'Es sind noch keine 5 Antworten. Damit eure Zeit nicht umsonst war, bleibt die Runde einmal bis Do, 31.12., 10:00 offen.',
  ];

  test('is read in German by whoever presses: the promise, the ask, the reminder, the extension', async () => {
    const { slack } = rahmen;
    const team = addTeam(slack, 'E', { size: 6 });
    const entry = { time: '10:00', weeks: '1', language: 'en', asks: 'channel' };
    await setUpTeam(rahmen, { lead: team.lead, channel: team.channel, entry });
    // The round opens in the first week, is reminded of, and is extended at its end.
    await rahmen.jumpTo(CLOSES + 14 * DAY);
    const posts = slack.messages(team.channel);
    const [reader = ''] = team.people;
    const read: string[] = [];
    for (const post of posts) {
      expect(textOf(post).join(' ')).toMatch(/\[Deutsch\]$/u);
      const { view } = await slack.asPerson(reader).click(post, 'Deutsch');
      const [notice, ...lines] = viewText(view);
      expect([notice, lines.at(-1)]).toEqual(['Hinweis', '[Schließen]']);
      read.push(lines.join(' '));
      await slack.asPerson(reader).close(present(view, 'dialog'));
    }
    expect(read).toHaveLength(GERMAN.length);
    for (const [index, words] of GERMAN.entries()) expect(read[index]?.startsWith(words)).toBe(true);
    expect(read[1]).toContain('Alle sehen dasselbe Ergebnis, niemand sieht, wer was sagt.');
    expect(textOf(present(posts[1], 'ask')).slice(3)).toEqual([
      'Everyone sees the same result, nobody sees who says what.',
      '[How you are protected] [My times] [Deutsch]',
    ]);
    expect(read.join(' ')).not.toMatch(/Answer|Open until|\[English\]/u);
  });
});
