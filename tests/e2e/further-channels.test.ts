import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addTeam } from '../support/added-team.ts';
import type { AddedTeam } from '../support/added-team.ts';
import { startRahmen } from '../support/running-rahmen.ts';
import type { RunningRahmen } from '../support/running-rahmen.ts';
import { present, setUpTeam } from '../support/scenes.ts';
import { textOf } from '../support/slack-text.ts';
import { makeTeamScenes } from '../support/team-scenes.ts';

const entry = { time: '12:00' };

let rahmen: RunningRahmen;
let german: AddedTeam;
let english: AddedTeam;
let late: AddedTeam;
let evening: AddedTeam;

const members = (id: string) => present(rahmen.slack.workspace.channels.get(id), 'channel').members;

beforeAll(async () => {
  rahmen = await startRahmen();
  const { slack } = rahmen;
  german = addTeam(slack, 'A', { size: 6 });
  english = addTeam(slack, 'B', { size: 6, locale: 'en-GB', tz: 'Europe/London' });
  late = addTeam(slack, 'C', { size: 5 });
  evening = addTeam(slack, 'D', { size: 5 });
  await setUpTeam(rahmen, { lead: german.lead, channel: german.channel, entry });
  await setUpTeam(rahmen, { lead: english.lead, channel: english.channel, entry });
  await rahmen.work();
});

afterAll(() => rahmen.stop());

const newestIn = (channel: string) => textOf(present(rahmen.slack.messages(channel).at(-1), 'message'));

describe('a further channel', () => {
  test('is refused beside its field where its lead is not in it', async () => {
    const form = await makeTeamScenes(rahmen, german.channel).open(german.lead, 'Einstellungen');
    const sent = { channels: [late.channel] };
    const outcome = await rahmen.slack.asPerson(german.lead).submit(form, sent);
    expect(outcome.fieldErrors).toEqual({ channels: 'Du musst in jedem Kanal sein, den du wählst.' });
  });

  test('is added in the settings; both channels read it', async () => {
    members(late.channel).add(german.lead);
    members(evening.channel).add(english.lead);
    const deutsch = makeTeamScenes(rahmen, german.channel);
    await deutsch.change(german.lead, 'Einstellungen', { channels: [late.channel] });
    expect(newestIn(german.channel)).toEqual([
      `Ab der nächsten Runde (Do, 3.12., 12:00): auch #${late.channel} statt nur der eigene Kanal.`,
      'Geändert von @U0AAAAAAA0.',
      '[Änderungen] [English]',
    ]);
    expect(newestIn(late.channel)).toEqual(newestIn(german.channel));
    const british = makeTeamScenes(rahmen, english.channel);
    await british.change(english.lead, 'Settings', { channels: [evening.channel] });
    expect(newestIn(evening.channel)).toEqual([
      `From the next round on (Thu 3 Dec, 12:00): also #${evening.channel} instead of only its own channel.`,
      'Changed by @U0BBBBBBB0.',
      '[Change log] [Deutsch]',
    ]);
    expect(textOf(await deutsch.card(german.lead))).toContain(`Kanal: #${german.channel}, #${late.channel}`);
  });

  test('belongs to the team: who is in it is asked, and no other team is set up there', async () => {
    await rahmen.jumpTo(Date.parse('2026-12-03T11:00:00Z'));
    const [one] = late.people;
    expect(rahmen.slack.dm(one ?? '').length).toBeGreaterThan(0);
    const { messages } = await rahmen.slack.asPerson(late.lead).command('/rahmen', 'team', late.channel);
    expect(textOf(present(messages.at(-1), 'card'))[0]).toBe('Der Puls von #team-a');
  });

  test('is dropped in the settings, and free', async () => {
    const deutsch = makeTeamScenes(rahmen, german.channel);
    await deutsch.change(german.lead, 'Einstellungen', { channels: [] });
    expect(newestIn(german.channel)[0]).toBe(
      `Ab der nächsten Runde (Do, 17.12., 12:00): nur der eigene Kanal statt auch #${late.channel}.`,
    );
    const { view } = await rahmen.slack.asPerson(late.lead).command('/rahmen', 'team', late.channel);
    expect(view?.source.callback_id).toBe('rahmen:set-up-team');
  });
});
