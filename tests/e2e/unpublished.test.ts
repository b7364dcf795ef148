import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Channel } from '../../playground/slack/types.ts';
import { addTeam } from '../support/added-team.ts';
import type { AddedTeam } from '../support/added-team.ts';
import { pressForged } from '../support/forge.ts';
import { startRahmen } from '../support/running-rahmen.ts';
import type { RunningRahmen } from '../support/running-rahmen.ts';
import { answer, askOf, present, setUpTeam } from '../support/scenes.ts';
import { textOf, viewText } from '../support/slack-text.ts';

const OPENS = Date.parse('2026-12-03T11:00:00Z');
const CLOSES = Date.parse('2026-12-10T11:00:00Z');
const SECONDS = 1000;
const WEEK = 7 * 86_400_000;

let rahmen: RunningRahmen;
let late: AddedTeam;
let barred: AddedTeam;
let silenced: AddedTeam;

beforeAll(async () => {
  rahmen = await startRahmen();
  late = addTeam(rahmen.slack, 'L');
  barred = addTeam(rahmen.slack, 'B', { locale: 'en-GB' });
  silenced = addTeam(rahmen.slack, 'Y');
});

afterAll(() => rahmen.stop());

const NO_RESULT = {
  de: ['Noch gibt es kein Ergebnis. Wenn es eins gibt, steht es im Kanal deines Teams.'],
  en: ["There is no result yet. When there is one, it appears in your team's channel."],
};

const read = async (person: string): Promise<readonly string[]> => {
  const { messages } = await rahmen.slack.asPerson(person).command('/puls', 'ergebnis');
  return messages.flatMap(textOf);
};

const readComments = async ({ channel }: AddedTeam, person: string): Promise<readonly string[]> => {
  const value = JSON.stringify({ kind: 'comments', round: `${channel}-1`, page: 0 });
  const on = askOf(rahmen, person);
  const { view } = await pressForged(rahmen.slack, person, { on, id: 'rahmen:comments:0', value });
  await rahmen.slack.asPerson(person).close(present(view, 'dialog'));
  return viewText(view);
};

const play = async ({ lead, channel, people }: AddedTeam, opens: number): Promise<void> => {
  await setUpTeam(rahmen, { lead, channel, entry: { time: '12:00', weeks: '4' } });
  await rahmen.jumpTo(opens);
  for (const person of people) await answer(rahmen, person, { marks: [1, 3, 5], comment: 'Zuerst das Team' });
};

describe('a result that has to wait', () => {
  test('is read by nobody before the channel has it', async () => {
    const { slack, clock, work } = rahmen;
    const member = late.people[0] ?? '';
    await play(late, OPENS);
    slack.faults.next('chat.postMessage', { kind: 'rate-limited', retryAfter: 30 });
    clock.jumpTo(CLOSES);
    await work();
    expect(slack.messages(late.channel)).toHaveLength(1);
    expect(await read(late.lead)).toEqual(NO_RESULT.de);
    expect(await read(member)).toEqual(NO_RESULT.de);
    expect((await readComments(late, member))[1]).toBe('Diese Runde kenne ich nicht mehr.');

    await rahmen.jumpTo(CLOSES + 30 * SECONDS);
    expect(slack.messages(late.channel)).toHaveLength(2);
    expect((await read(late.lead))[0]).toMatch(/^5 Antworten\./u);
    expect(await readComments(late, member)).toContain('• Zuerst das Team');
  });
});

describe('a result that cannot be posted', () => {
  test('is given to nobody, and the lead gets only that fact', async () => {
    const { slack } = rahmen;
    const member = barred.people[0] ?? '';
    await play(barred, Date.parse('2026-12-17T12:00:00Z'));
    // After the reminder, which is posted.
    await rahmen.jumpTo(Date.parse('2026-12-24T10:00:00Z'));
    slack.faults.next('chat.postMessage', { kind: 'error', error: 'restricted_action' });
    await rahmen.jumpTo(Date.parse('2026-12-24T12:00:00Z'));

    expect(slack.messages(barred.channel)).toHaveLength(2);
    expect(slack.dm(barred.lead).map(textOf)).toEqual([
      [
        'I could not post the result of #team-b in its channel.',
        'So nobody gets it, not even you: team first. Invite me to the channel again. The next round opens on Thu 14 Jan, 12:00.',
      ],
    ]);
    expect(await read(barred.lead)).toEqual(NO_RESULT.en);
    expect(await read(member)).toEqual(NO_RESULT.en);
    expect((await readComments(barred, member))[1]).toBe('I no longer know this round.');
  });
});

describe('a result that others could read by now', () => {
  test.each<[string, string, Partial<Channel>]>([
    ['shared', '2026-12-31T11:00:00Z', { sharedWith: ['T0MUSTER99'] }],
    ['public', '2027-01-14T11:00:00Z', { kind: 'public' }],
  ])('in a channel that became %s, is given to nobody', async (_name, day, change) => {
    const { slack } = rahmen;
    const { channels } = slack.workspace;
    const team = addTeam(slack, 'kind' in change ? 'P' : 'S');
    const opens = Date.parse(day);
    await play(team, opens);
    channels.set(team.channel, { ...present(channels.get(team.channel), 'channel'), ...change });
    await rahmen.jumpTo(opens + WEEK);
    // The promise: whoever reads along by now is not reminded either.
    expect(slack.messages(team.channel)).toHaveLength(1);
    expect(slack.dm(team.lead).flatMap(textOf)[0]).toMatch(/^Ich konnte das Ergebnis von #team-. nicht/u);
    expect(await read(team.lead)).toEqual(NO_RESULT.de);
  });
});

describe('a promise that cannot be posted', () => {
  test('keeps everybody from being asked, and its leads know why', async () => {
    const { slack } = rahmen;
    await rahmen.jumpTo(Date.parse('2027-02-01T09:00:00Z'));
    slack.faults.next('chat.postMessage', { kind: 'error', error: 'restricted_action' });
    await setUpTeam(rahmen, {
      lead: silenced.lead,
      channel: silenced.channel,
      entry: { time: '12:00' },
    });
    expect(slack.dm(silenced.lead).map(textOf)).toEqual([
      [
        'Ich konnte das Versprechen nicht in den Kanal von #team-y stellen, deshalb frage ich niemanden.',
        'Erlaube mir, dort zu schreiben. Am Do, 4.2., 12:00 versuche ich es noch einmal.',
      ],
    ]);
    await rahmen.jumpTo(Date.parse('2027-02-04T11:00:00Z'));
    expect(silenced.people.flatMap((person) => slack.dm(person))).toEqual([]);
  });

  test('is posted at the next date, and people are asked a week later', async () => {
    const { slack } = rahmen;
    expect(slack.messages(silenced.channel).map((message) => textOf(message)[0])).toEqual([
      'Ab Do, 11.2. stelle ich euch alle zwei Wochen drei Fragen. Das dauert unter einer Minute und ist Arbeitszeit.',
    ]);
    await rahmen.jumpTo(Date.parse('2027-02-11T11:00:00Z'));
    expect(silenced.people.map((person) => slack.dm(person).length)).toEqual([1, 1, 1, 1, 1]);
  });
});
