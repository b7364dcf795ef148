import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Message } from '../../playground/slack/types.ts';
import { addTeam } from '../support/added-team.ts';
import type { AddedTeam } from '../support/added-team.ts';
import { startRahmen } from '../support/running-rahmen.ts';
import type { RunningRahmen } from '../support/running-rahmen.ts';
import { answer, present, setUpTeam } from '../support/scenes.ts';
import { textOf, viewText } from '../support/slack-text.ts';

const DAY = 86_400_000;
const OPENS = Date.parse('2026-12-03T11:00:00Z');

let rahmen: RunningRahmen;
let german: AddedTeam;
let english: AddedTeam;

const posts = (channel: string): readonly (readonly string[])[] =>
  rahmen.slack.messages(channel).slice(1).map(textOf);

/** What a lead's word says; its button stands in the message that nobody else sees. */
const type = async (person: string, text: string, channel: string): Promise<Message> => {
  const { messages } = await rahmen.slack.asPerson(person).command('/rahmen', text, channel);
  return present(messages.at(-1), 'answer');
};

const press = async (person: string, message: Message, button: string): Promise<string> => {
  const pressing = rahmen.slack.asPerson(person);
  const { view } = await pressing.click(message, button);
  await pressing.close(present(view, 'notice'), true);
  await rahmen.work();
  return viewText(present(view, 'notice'))[1] ?? '';
};

const all = async ({ people }: AddedTeam): Promise<void> => {
  for (const person of people) await answer(rahmen, person, { marks: [1, 3, 5] });
};

beforeAll(async () => {
  rahmen = await startRahmen();
  german = addTeam(rahmen.slack, 'K');
  english = addTeam(rahmen.slack, 'V', { locale: 'en-GB', tz: 'Europe/Berlin' });
  for (const { lead, channel } of [german, english]) {
    await setUpTeam(rahmen, { lead, channel, entry: { time: '12:00' } });
  }
});

afterAll(() => rahmen.stop());

describe('before the first promised date', () => {
  test('nobody can start a round', async () => {
    expect(textOf(await type(german.lead, 'puls starten', german.channel))).toEqual([
      'Deinem Team ist die erste Runde für Do, 3.12., 12:00 versprochen. Vorher frage ich niemanden.',
    ]);
    expect(textOf(await type(english.lead, 'pulse start', english.channel))).toEqual([
      'Your team was promised the first round for Thu 3 Dec, 12:00. Nobody is asked before that.',
    ]);
  });
});

describe('skipping a round', () => {
  let skipping: Message | undefined;

  test('is for leads', async () => {
    const said = await type(present(german.people[0], 'person'), 'puls aussetzen', german.channel);
    expect(textOf(said)).toEqual(['Dieses Team ändern können seine Leitung und Admins.']);
  });

  test('says first which one, then happens, and the team is told by whom', async () => {
    await rahmen.jumpTo(OPENS);
    await all(german);
    await all(english);
    await rahmen.jumpTo(OPENS + 8 * DAY);
    const asked = await type(german.lead, 'puls aussetzen', german.channel);
    expect(textOf(asked)).toEqual([
      'Soll die Runde von #team-k am Do, 17.12., 12:00 ausfallen?',
      'Die danach öffnet am Do, 31.12., 12:00. Dein Team liest im Kanal, dass du sie ausgesetzt hast.',
      '[Runde aussetzen]',
    ]);
    skipping = asked;
    expect(await press(german.lead, asked, 'Runde aussetzen')).toBe(
      'Ausgesetzt. Dein Team liest es im Kanal. Nächste Runde: Do, 31.12., 12:00.',
    );
    expect(posts(german.channel).at(-1)?.slice(0, 2)).toEqual([
      'Die Runde am Do, 17.12., 12:00 fällt aus.',
      `Nächste Runde: Do, 31.12., 12:00. Geändert von @${german.lead}.`,
    ]);
  });

  test('skips one round, however often it is pressed', async () => {
    const before = posts(german.channel).length;
    const again = present(skipping, 'question');
    expect(await press(german.lead, again, 'Runde aussetzen')).toBe(
      'Ausgesetzt. Dein Team liest es im Kanal. Nächste Runde: Do, 31.12., 12:00.',
    );
    expect(posts(german.channel)).toHaveLength(before);
    const next = await type(german.lead, 'puls aussetzen', german.channel);
    expect(textOf(next)[0]).toBe('Soll die Runde von #team-k am Do, 31.12., 12:00 ausfallen?');
  });

  test('opens none at that date, and the next one as planned', async () => {
    const person = present(german.people[0], 'person');
    await rahmen.jumpTo(OPENS + 14 * DAY);
    expect(rahmen.slack.dm(person)).toHaveLength(1);
    await all(english);
    await rahmen.jumpTo(OPENS + 28 * DAY);
    expect(rahmen.slack.dm(person)).toHaveLength(2);
  });
});

describe('starting a round by hand', () => {
  test('waits while one is open', async () => {
    expect(textOf(await type(english.lead, 'pulse start', english.channel))).toEqual([
      'The last round has not had its time yet. You can start one from Thu 7 Jan, 12:00 on.',
    ]);
  });

  test('opens now for its seven days, the team reads by whom, and the rhythm goes on', async () => {
    await all(english);
    await rahmen.jumpTo(OPENS + 36 * DAY);
    const asked = await type(english.lead, 'pulse start', english.channel);
    expect(textOf(asked)).toEqual([
      'Shall a round of #team-v open now?',
      'It stays open as long as ever. Dates that fall into it are dropped; after that the rhythm goes on. Your team reads in the channel that you started it.',
      '[Start now]',
    ]);
    const done = 'Done. It appears in the channel in a moment.';
    expect(await press(english.lead, asked, 'Start now')).toBe(done);
    const told = posts(english.channel).length;
    // Pressed twice it is one.
    expect(await press(english.lead, asked, 'Start now')).toBe(done);
    expect(posts(english.channel)).toHaveLength(told);
    expect(posts(english.channel).at(-1)?.slice(0, 2)).toEqual([
      'A round starts now, out of turn.',
      `Changed by @${english.lead}.`,
    ]);
    expect(textOf(rahmen.slack.dm(present(english.people[0], 'person')).at(-1))[1]).toBe(
      'Open until Fri 15 Jan, 12:00.',
    );
  });

  test('passes by the date that falls into it', async () => {
    const person = present(english.people[0], 'person');
    const asks = rahmen.slack.dm(person).length;
    await all(english);
    await rahmen.jumpTo(OPENS + 43 * DAY);
    expect(rahmen.slack.dm(person)).toHaveLength(asks);
    await rahmen.jumpTo(OPENS + 56 * DAY);
    expect(rahmen.slack.dm(person)).toHaveLength(asks + 1);
  });
});
