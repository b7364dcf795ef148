import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { directMessageOf } from '../../playground/slack/conversations.ts';
import { addTeam } from '../support/added-team.ts';
import type { AddedTeam } from '../support/added-team.ts';
import { changingNothing, pressForged } from '../support/forge.ts';
import { startRahmen } from '../support/running-rahmen.ts';
import type { RunningRahmen } from '../support/running-rahmen.ts';
import { answer, decideToLead, lenient, setUpTeam } from '../support/scenes.ts';
import { textOf, viewText } from '../support/slack-text.ts';
import { makeTeamScenes } from '../support/team-scenes.ts';
import type { TeamScenes } from '../support/team-scenes.ts';

const OPENS = Date.parse('2026-12-03T11:00:00Z');
const CLOSES = Date.parse('2026-12-10T11:00:00Z');

let rahmen: RunningRahmen;
let german: AddedTeam;
let english: AddedTeam;
let deutsch: TeamScenes;
let british: TeamScenes;

beforeAll(async () => {
  rahmen = await startRahmen();
  german = addTeam(rahmen.slack, 'A', { size: 8 });
  english = addTeam(rahmen.slack, 'B', { size: 8, locale: 'en-GB', tz: 'Europe/London' });
  deutsch = makeTeamScenes(rahmen, german.channel);
  british = makeTeamScenes(rahmen, english.channel);
  const entry = { time: '12:00' };
  await setUpTeam(rahmen, { lead: german.lead, channel: german.channel, entry });
  await setUpTeam(rahmen, { lead: english.lead, channel: english.channel, entry });
  await rahmen.work();
});

afterAll(() => rahmen.stop());

const person = ({ people }: AddedTeam, index: number): string => people[index] ?? '';

describe('the card of a team', () => {
  test('shows its lead what is set, with buttons', async () => {
    expect(textOf(await deutsch.card(german.lead))).toEqual([
      'Der Puls von #team-a',
      'Nächste Runde: Do, 3.12., 12:00',
      'Teamleitung: @U0AAAAAAA0',
      'Kanal: #C0AAAAAAA0',
      'Rhythmus: alle zwei Wochen, am Donnerstag, um 12:00 Uhr',
      'Sprache im Kanal: Deutsch',
      'Wo ich frage: per Direktnachricht',
      'Frage in jeder Runde: „In meinen letzten Schichten konnte ich selbst entscheiden, wie ich Kundinnen und Kunden helfe.“',
      '[Einstellungen] [Wer gefragt wird] [Änderungen] [Pausieren] [Team beenden]',
    ]);
    const [title, ...lines] = textOf(await british.card(english.lead));
    expect([title, lines.at(0), lines.at(-1)]).toEqual([
      'The pulse of #team-b',
      'Next round: Thu 3 Dec, 12:00',
      '[Settings] [Who is asked] [Change log] [Pause] [End team]',
    ]);
  });

  test('shows its people the same without the buttons', async () => {
    const lead = textOf(await deutsch.card(german.lead));
    expect(textOf(await deutsch.card(person(german, 0)))).toEqual([...lead.slice(0, -1), '[Änderungen]']);
  });

  test('shows admins the buttons, wherever they belong', async () => {
    const { slack } = rahmen;
    const admin = makeTeamScenes(rahmen, german.channel);
    slack.workspace.channels.get(german.channel)?.members.add(slack.people.ina);
    expect(textOf(await admin.card(slack.people.ina)).at(-1)).toMatch(/^\[Einstellungen\]/u);
    slack.workspace.channels.get(german.channel)?.members.delete(slack.people.ina);
  });

  test('shows a lead who writes to the bot alone their own team', async () => {
    const { slack } = rahmen;
    const alone = directMessageOf(slack.workspace, german.lead);
    const { messages } = await slack.asPerson(german.lead).command('/rahmen', 'team', alone.id);
    expect(messages.flatMap(textOf)[0]).toBe('Der Puls von #team-a');
  });
});

describe('a changed setting', () => {
  test('is told to the team: what, from when, and by whom', async () => {
    const said = await deutsch.change(german.lead, 'Einstellungen', { weekday: '5' });
    expect(said[1]).toBe('Gespeichert. Dein Team liest es im Kanal.');
    expect(textOf(deutsch.newest())).toEqual([
      'Ab der nächsten Runde (Fr, 4.12., 12:00): am Freitag statt am Donnerstag.',
      'Geändert von @U0AAAAAAA0.',
      '[Änderungen] [English]',
    ]);
    await british.change(english.lead, 'Settings', { weekday: '5', time: '14:00', asks: 'channel' });
    expect(textOf(british.newest())).toEqual([
      'From the next round on (Fri 4 Dec, 14:00) this is new:',
      '• on Friday instead of on Thursday',
      '• at 14:00 instead of at 12:00',
      '• questions in the channel instead of questions by direct message',
      'Changed by @U0BBBBBBB0.',
      '[Change log] [Deutsch]',
    ]);
    expect(deutsch.posts()).toHaveLength(2);
  });

  test('can be read in the other language, by the reader alone', async () => {
    const view = await deutsch.press(person(german, 1), deutsch.newest(), 'English');
    expect(viewText(view).slice(1, 3)).toEqual([
      'From the next round on (Fri 4 Dec, 12:00): on Friday instead of on Thursday.',
      'Changed by @U0AAAAAAA0.',
    ]);
  });

  test('comes back and says so as well', async () => {
    await deutsch.change(german.lead, 'Einstellungen', { weekday: '4' });
    await british.change(english.lead, 'Settings', { weekday: '4', time: '12:00', asks: 'direct' });
    expect(textOf(deutsch.newest())[0]).toBe(
      'Ab der nächsten Runde (Do, 3.12., 12:00): am Donnerstag statt am Freitag.',
    );
  });

  test('stands in the log, which everybody of the team can read', async () => {
    const log = viewText(await deutsch.open(person(german, 2), 'Änderungen'));
    expect(log.slice(0, 3)).toEqual([
      'Änderungen',
      '• Mo, 30.11.2026, @U0AAAAAAA0: am Donnerstag statt am Freitag',
      '• Mo, 30.11.2026, @U0AAAAAAA0: am Freitag statt am Donnerstag',
    ]);
    const other = viewText(await british.open(person(english, 2), 'Change log'));
    expect(other[1]).toBe(
      '• Mon, 30 Nov 2026, @U0BBBBBBB0: on Thursday instead of on Friday, at 12:00 instead of at 14:00, questions by direct message instead of questions in the channel',
    );
  });
});

describe('who changes nothing', () => {
  test('is told so, and nobody else is told anything', async () => {
    const form = await deutsch.open(german.lead, 'Einstellungen');
    const outcome = await changingNothing(rahmen, () => deutsch.submit(german.lead, form));
    expect(viewText(outcome.view)[1]).toBe('Alles bleibt, wie es ist. Also erfährt niemand etwas.');
    const same = await british.open(english.lead, 'Settings');
    const unchanged = await changingNothing(rahmen, () => british.submit(english.lead, same));
    expect(viewText(unchanged.view)[1]).toBe('Everything stays as it is, so nobody is told.');
  });

  test('is told why when something does not fit, and keeps what was chosen', async () => {
    const form = lenient(rahmen.slack, await deutsch.open(german.lead, 'Einstellungen'));
    const send = async (entry: Parameters<TeamScenes['submit']>[2]) => {
      const actor = rahmen.slack.asPerson(german.lead);
      return (await changingNothing(rahmen, () => actor.submit(form, entry))).fieldErrors;
    };
    expect(await send({ weeks: null })).toEqual({ weeks: 'Bitte wähl eine der Möglichkeiten.' });
    expect(await send({ weeks: '2', leads: null })).toEqual({
      leads: 'Bitte nenn mindestens eine Person, die leitet.',
    });
    expect(await send({ leads: [person(german, 0)] })).toEqual({
      leads: 'Jemand muss das Team leiten: Nenn jemand anderen und geh, sobald die Person ja gesagt hat.',
    });
    expect(await send({ leads: [german.lead, person(english, 0)] })).toEqual({
      leads: 'Wer leitet, muss in diesem Kanal sein.',
    });
    await rahmen.slack.asPerson(german.lead).close(form, true);
  });
});

describe('whoever may not change a team', () => {
  const forged = (act: string) => ({
    on: deutsch.newest(),
    id: 'rahmen:team:0',
    value: JSON.stringify({ kind: 'team', act, team: german.channel }),
  });

  test.each(['settings', 'roster', 'pause', 'resume', 'end'])('is refused at the click: %s', async (act) => {
    const { slack } = rahmen;
    const pressed = await changingNothing(rahmen, () => pressForged(slack, person(german, 3), forged(act)));
    expect(viewText(pressed.view)[1]).toBe('Dieses Team ändern können seine Leitung und Admins.');
    if (pressed.view !== undefined) await slack.asPerson(person(german, 3)).close(pressed.view, true);
  });

  test('is refused when the form is sent, although it was opened as a lead', async () => {
    const { slack } = rahmen;
    await deutsch.change(german.lead, 'Einstellungen', { leads: [german.lead, person(german, 7)] });
    await decideToLead(rahmen, person(german, 7), 'accept');
    const form = await deutsch.open(person(german, 7), 'Einstellungen');
    await deutsch.change(german.lead, 'Einstellungen', { leads: [german.lead] });
    const outcome = await changingNothing(rahmen, () =>
      deutsch.submit(person(german, 7), form, { weeks: '1' }),
    );
    expect(viewText(outcome.view)[1]).toBe('Dieses Team ändern können seine Leitung und Admins.');
    expect(
      slack
        .messages(german.channel)
        .map(textOf)
        .slice(-3)
        .map((lines) => lines.slice(0, 2)),
    ).toEqual([
      ['Gefragt, ob sie leiten: @U0AAAAAAA8.', 'Geändert von @U0AAAAAAA0.'],
      ['Leitet jetzt mit: @U0AAAAAAA8.', 'Geändert von @U0AAAAAAA8.'],
      ['Leitet nicht mehr: @U0AAAAAAA8.', 'Geändert von @U0AAAAAAA0.'],
    ]);
  });

  test('learns of another team only that there is one, and when it is next', async () => {
    const { slack } = rahmen;
    await rahmen.jumpTo(OPENS + 3_600_000);
    // In the other team since its first round opened.
    const stranger = person(english, 0);
    slack.workspace.channels.get(german.channel)?.members.add(stranger);
    const read = await changingNothing(rahmen, () => deutsch.card(stranger));
    expect(textOf(read)).toEqual(['There is a pulse here: #team-a. Its next round: Thu 17 Dec, 12:00.']);
    const log = await pressForged(slack, stranger, forged('log'));
    expect(viewText(log.view)[1]).toBe('There is a pulse here: #team-a. Its next round: Thu 17 Dec, 12:00.');
    if (log.view !== undefined) await slack.asPerson(stranger).close(log.view, true);
    slack.workspace.channels.get(german.channel)?.members.delete(stranger);
  });
});

describe('during a round', () => {
  test('nothing changes of it, and everything from the next one on', async () => {
    await deutsch.change(german.lead, 'Einstellungen', {
      weeks: '4',
      weekday: '1',
      time: '09:00',
      language: 'en',
      asks: 'channel',
    });
    expect(textOf(deutsch.newest()).slice(0, 2)).toEqual([
      'From the next round on (Mon 14 Dec, 09:00) this is new:',
      '• every four weeks instead of every two weeks',
    ]);
    for (const one of german.people.slice(0, 7)) await answer(rahmen, one, { marks: [1, 3, 5] });
    await rahmen.jumpTo(CLOSES);
    // Asked in German, told in German.
    expect(textOf(deutsch.newest())[0]).toMatch(/^7 Antworten\./u);
    await rahmen.jumpTo(Date.parse('2026-12-14T08:00:00Z'));
    expect(textOf(await deutsch.card(german.lead)).slice(1, 3)).toEqual([
      'Open until: Mon 21 Dec, 09:00',
      'Next round: Mon 11 Jan, 09:00',
    ]);
  });
});
