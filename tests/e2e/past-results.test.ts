import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Message } from '../../playground/slack/types.ts';
import { addTeam } from '../support/added-team.ts';
import type { AddedTeam } from '../support/added-team.ts';
import { changingNothing, pressForged } from '../support/forge.ts';
import { startRahmen } from '../support/running-rahmen.ts';
import type { RunningRahmen } from '../support/running-rahmen.ts';
import type { Said } from '../support/scenes.ts';
import { playRound, present, setUpTeam } from '../support/scenes.ts';
import { textOf, viewText } from '../support/slack-text.ts';

const round = (opens: string, closes: string) => ({
  opens: Date.parse(`${opens}T12:00:00Z`),
  closes: Date.parse(`${closes}T12:00:00Z`),
});
const ROUNDS = [
  round('2026-12-03', '2026-12-10'),
  round('2026-12-17', '2026-12-24'),
  round('2026-12-31', '2027-01-07'),
];

let rahmen: RunningRahmen;
let german: AddedTeam;
let english: AddedTeam;

const person = ({ people }: AddedTeam, place: number): string => present(people[place], 'person');

const said = (place: number): Said => ({
  marks: [place < 3 ? 5 : 1, 3, 3],
  ...(place < 2 ? { comment: `text ${place}` } : {}),
});

const readAgain = async (reader: string, channel: string): Promise<Message> => {
  const { messages } = await rahmen.slack.asPerson(reader).command('/rahmen', 'puls ergebnis', channel);
  return present(messages[0], 'result');
};

/** Presses a button of a message that only this person sees: what stands in its place then. */
const press = async (reader: string, message: Message, name: string): Promise<Message> => {
  const actor = rahmen.slack.asPerson(reader);
  const outcome = await actor.click(message, name);
  expect(outcome.view).toBeUndefined();
  const now = actor.messages(message.channel).find(({ ts }) => ts === message.ts);
  return present(now, 'message in its place');
};

beforeAll(async () => {
  rahmen = await startRahmen();
  german = addTeam(rahmen.slack, 'D', { size: 5 });
  english = addTeam(rahmen.slack, 'E', { size: 5, locale: 'en-GB', tz: 'Europe/London' });
  await setUpTeam(rahmen, { ...german, entry: { time: '12:00' } });
  await setUpTeam(rahmen, { ...english, entry: { time: '12:00', language: 'en' } });
});

// One hook for each round: on a busy machine all of them take longer than one hook may.
for (const dates of ROUNDS) {
  beforeAll(async () => {
    const teams = [german, english];
    const answers = teams.flatMap(({ people }) => people.map((id, place) => [id, said(place)] as const));
    await playRound(rahmen, dates, answers);
  });
}

afterAll(() => rahmen.stop());

describe('a result that is read again', () => {
  test('is the last one, says which round it was, and leads to the one before', async () => {
    const last = textOf(await readAgain(person(german, 3), german.channel));
    expect(last[0]).toMatch(/^5 Antworten\. Redet zuerst hierüber/u);
    expect(last.slice(-2)).toEqual([
      'Ergebnis der Runde, die am Do, 7.1. zu Ende ging.',
      '[Früheres Ergebnis]',
    ]);
    const inEnglish = textOf(await readAgain(person(english, 3), english.channel));
    expect(inEnglish.slice(-2)).toEqual([
      'Result of the round that closed on Thu 7 Jan.',
      '[Earlier result]',
    ]);
  });

  test('is turned back round by round, in the place of the later one, as each was posted', async () => {
    const reader = person(german, 3);
    const last = await readAgain(reader, german.channel);
    const seen = rahmen.slack.asPerson(reader).messages(german.channel).length;
    const second = await press(reader, last, 'Früheres Ergebnis');
    const first = await press(reader, second, 'Früheres Ergebnis');
    expect(rahmen.slack.asPerson(reader).messages(german.channel)).toHaveLength(seen);
    expect(textOf(second).slice(-2)).toEqual([
      'Ergebnis der Runde, die am Do, 24.12. zu Ende ging.',
      '[Früheres Ergebnis]',
    ]);
    expect(textOf(first).at(-1)).toBe('Ergebnis der Runde, die am Do, 10.12. zu Ende ging.');
    const posts = rahmen.slack
      .messages(german.channel)
      .map(textOf)
      .filter(([title]) => title?.startsWith('5 Antworten'));
    expect(posts).toHaveLength(3);
    const words = (lines: readonly string[]): readonly string[] =>
      lines.filter((line) => !line.startsWith('[') && !line.startsWith('Ergebnis der Runde'));
    expect([first, second, last].map((read) => words(textOf(read)))).toEqual(posts.map(words));
  });

  test('has its own comments', async () => {
    const reader = person(english, 3);
    const earlier = await press(reader, await readAgain(reader, english.channel), 'Earlier result');
    const { view } = await rahmen.slack.asPerson(reader).click(earlier, 'Comments');
    expect([...viewText(view)].filter((line) => line.startsWith('•')).sort()).toEqual([
      '• text 0',
      '• text 1',
    ]);
    await rahmen.slack.asPerson(reader).close(present(view, 'comments'), true);
  });

  test('comes with the advice for the talk for who leads the team, and for nobody else', async () => {
    const advice = {
      de: 'Fürs Gespräch: nicht rechtfertigen, nicht raten, von wem es kommt. Drei gute Fragen: Was müsste passieren? Was wäre der kleinste Schritt? Was braucht ihr von mir?',
      en: "For the talk: don't justify, don't guess who said it. Three good questions: What would have to happen? What is the smallest step? What do you need from me?",
    };
    const lead = textOf(await readAgain(german.lead, german.channel));
    expect(lead.at(-1)).toBe(advice.de);
    expect(textOf(await readAgain(english.lead, english.channel)).at(-1)).toBe(advice.en);
    const another = textOf(await readAgain(person(german, 3), german.channel));
    expect(another).toEqual(lead.filter((line) => line !== advice.de && !/^[-—_]*$/u.test(line)));
  });

  test('is read by its leads and by whoever stands in the channel', async () => {
    const lead = await readAgain(german.lead, german.channel);
    expect(textOf(await press(german.lead, lead, 'Früheres Ergebnis')).at(-2)).toMatch(/24\.12\./u);
    const visitor = person(english, 0);
    present(rahmen.slack.workspace.channels.get(german.channel), 'channel').members.add(visitor);
    const read = await readAgain(visitor, german.channel);
    const lines = textOf(await press(visitor, read, 'Earlier result'));
    expect(lines.at(-2)).toBe('Result of the round that closed on Thu 24 Dec.');
  });

  test('is nobody else’s, also with a button of their own making', async () => {
    const stranger = person(english, 1);
    const on = present(rahmen.slack.dm(stranger).at(-1), 'message');
    const { view } = await changingNothing(rahmen, () =>
      pressForged(rahmen.slack, stranger, {
        on,
        id: 'rahmen:past-result:0',
        value: JSON.stringify({ kind: 'past-result', round: `${german.channel}-1` }),
      }),
    );
    expect(viewText(view)).toEqual(['Please note', 'This result belongs to another team.', '[Close]']);
    await rahmen.slack.asPerson(stranger).close(present(view, 'no'), true);
  });
});
