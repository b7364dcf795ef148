import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Channel } from '../../playground/slack/types.ts';
import { addTeam } from '../support/added-team.ts';
import type { AddedTeam } from '../support/added-team.ts';
import { startRahmen } from '../support/running-rahmen.ts';
import type { RunningRahmen } from '../support/running-rahmen.ts';
import { present, previewTeam, setUpTeam } from '../support/scenes.ts';
import { textOf } from '../support/slack-text.ts';

const OPENS = Date.parse('2026-12-03T11:00:00Z');
const NEXT = Date.parse('2026-12-17T11:00:00Z');

let rahmen: RunningRahmen;
let shared: AddedTeam;
let left: AddedTeam;
let archived: AddedTeam;
let opened: AddedTeam;
let early: AddedTeam;

const change = (id: string, differing: Partial<Channel>): void => {
  const { channels } = rahmen.slack.workspace;
  channels.set(id, { ...present(channels.get(id), 'channel'), ...differing });
};

const members = (id: string) => present(rahmen.slack.workspace.channels.get(id), 'channel').members;

beforeAll(async () => {
  rahmen = await startRahmen();
  const { slack } = rahmen;
  shared = addTeam(slack, 'G');
  left = addTeam(slack, 'V');
  archived = addTeam(slack, 'Z');
  opened = addTeam(slack, 'P');
  for (const { lead, channel } of [shared, left, archived, opened]) {
    await setUpTeam(rahmen, { lead, channel, entry: { time: '12:00' } });
  }
  early = addTeam(slack, 'F');
});

afterAll(() => rahmen.stop());

const told = (lead: string): readonly (readonly string[])[] => rahmen.slack.dm(lead).map(textOf);

describe('when the day comes, the leads alone are told why nobody is asked', () => {
  beforeAll(async () => {
    const { workspace } = rahmen.slack;
    change(shared.channel, { sharedWith: ['T0MUSTER99'] });
    change(archived.channel, { archived: true });
    change(opened.channel, { kind: 'public' });
    members(left.channel).delete(workspace.app.botUser);
    await rahmen.jumpTo(OPENS);
  });

  test('in a channel that is shared by now', () => {
    expect(told(shared.lead)).toEqual([
      [
        'Der Kanal von #team-g ist mit einer anderen Organisation geteilt, deshalb öffnet diese Runde nicht.',
        'Fremde würden das Ergebnis mitlesen. Beende das Teilen oder richte das Team in einem anderen Kanal ein. Am Do, 17.12., 12:00 schaue ich wieder nach.',
      ],
    ]);
  });

  test('in a channel that is public by now', () => {
    expect(told(opened.lead)).toEqual([
      [
        'Der Kanal von #team-p ist jetzt öffentlich, deshalb öffnet diese Runde nicht.',
        'Auch andere würden das Ergebnis lesen. Mach ihn wieder privat. Am Do, 17.12., 12:00 schaue ich wieder nach.',
      ],
    ]);
  });

  test('in a channel that the bot had to leave, or that was archived', () => {
    const unreadable = (name: string) => [
      `Ich kann den Kanal von #${name} nicht lesen, deshalb öffnet diese Runde nicht.`,
      'Lade mich wieder in den Kanal ein. Am Do, 17.12., 12:00 schaue ich wieder nach.',
    ];
    expect(told(left.lead)).toEqual([unreadable('team-v')]);
    expect(told(archived.lead)).toEqual([
      [
        'Der Kanal von #team-z ist archiviert, deshalb öffnet diese Runde nicht.',
        'Richte das Team in einem anderen Kanal ein oder hol diesen zurück. Am Do, 17.12., 12:00 schaue ich wieder nach.',
      ],
    ]);
  });

  test('and nothing is laid out for an answer', async () => {
    const { slack } = rahmen;
    const asked = [shared, left, archived, opened].flatMap((team) => team.people);
    for (const person of asked) expect(slack.dm(person)).toEqual([]);
    const { vault } = await rahmen.dump();
    // That its leads were written to counts for their week.
    expect(vault.filter(({ pk }) => !String(pk).includes('#QUIET#'))).toEqual([]);
  });
});

describe('when the reason is gone at the next date', () => {
  test('the round opens, and says so to nobody but those who are asked', async () => {
    const { slack } = rahmen;
    change(shared.channel, { sharedWith: [] });
    change(archived.channel, { archived: false });
    change(opened.channel, { kind: 'private' });
    members(left.channel).add(slack.workspace.app.botUser);
    await rahmen.jumpTo(NEXT);
    for (const team of [shared, left, archived, opened]) {
      expect(team.people.map((person) => slack.dm(person).length)).toEqual([1, 1, 1, 1, 1]);
      expect(told(team.lead)).toHaveLength(1);
    }
  });
});

describe('a team whose channel cannot be read from the start', () => {
  test('has no promise, and its leads know why', async () => {
    const { slack } = rahmen;
    const lead = slack.asPerson(early.lead);
    const team = { lead: early.lead, channel: early.channel, entry: { time: '12:00' } };
    const { view } = await previewTeam(rahmen, team);
    await lead.submit(present(view, 'preview'));
    members(early.channel).delete(slack.workspace.app.botUser);
    await rahmen.work();
    expect(slack.messages(early.channel)).toEqual([]);
    expect(told(early.lead)).toEqual([
      [
        'Ich kann den Kanal von #team-f nicht lesen, deshalb öffnet diese Runde nicht.',
        'Lade mich wieder in den Kanal ein. Am Do, 24.12., 12:00 schaue ich wieder nach.',
      ],
    ]);
  });

  test('gets the promise at the next date and is asked a week later, never before', async () => {
    const { slack } = rahmen;
    members(early.channel).add(slack.workspace.app.botUser);
    await rahmen.jumpTo(Date.parse('2026-12-24T11:00:00Z'));
    expect(slack.messages(early.channel).map((message) => textOf(message)[0])).toEqual([
      'Ab Do, 31.12. stelle ich euch alle zwei Wochen drei Fragen. Das dauert unter einer Minute und ist Arbeitszeit.',
    ]);
    expect(early.people.flatMap((person) => slack.dm(person))).toEqual([]);
    await rahmen.jumpTo(Date.parse('2026-12-31T11:00:00Z'));
    expect(early.people.map((person) => slack.dm(person).length)).toEqual([1, 1, 1, 1, 1]);
  });
});
