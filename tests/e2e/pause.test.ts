import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addTeam } from '../support/added-team.ts';
import type { AddedTeam } from '../support/added-team.ts';
import { changingNothing } from '../support/forge.ts';
import { startRahmen } from '../support/running-rahmen.ts';
import type { RunningRahmen } from '../support/running-rahmen.ts';
import { answer, decideToLead, lenient, setUpTeam } from '../support/scenes.ts';
import { textOf, viewText } from '../support/slack-text.ts';
import { makeTeamScenes } from '../support/team-scenes.ts';
import type { TeamScenes } from '../support/team-scenes.ts';

const OPENS = Date.parse('2026-12-03T11:00:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let rahmen: RunningRahmen;
let german: AddedTeam;
let english: AddedTeam;
let deutsch: TeamScenes;
let british: TeamScenes;

beforeAll(async () => {
  rahmen = await startRahmen();
  german = addTeam(rahmen.slack, 'A', { size: 6 });
  english = addTeam(rahmen.slack, 'B', { size: 6, locale: 'en-GB', tz: 'Europe/London' });
  deutsch = makeTeamScenes(rahmen, german.channel);
  british = makeTeamScenes(rahmen, english.channel);
  const entry = { time: '12:00' };
  await setUpTeam(rahmen, { lead: german.lead, channel: german.channel, entry });
  await setUpTeam(rahmen, { lead: english.lead, channel: english.channel, entry });
  await rahmen.work();
  await rahmen.jumpTo(OPENS + 2 * HOUR);
  for (const one of [...german.people, ...english.people]) {
    await answer(rahmen, one, { marks: [1, 3, 5] });
  }
});

afterAll(() => rahmen.stop());

const rounds = async (channel: string): Promise<number> => {
  const { state } = await rahmen.dump();
  return state.filter(({ pk, sk }) => sk === 'ROUND' && String(pk).includes(`${channel}-`)).length;
};

const person = ({ people }: AddedTeam, index: number): string => people[index] ?? '';

describe('a pause until a day', () => {
  test('is told to the team, with the day after which it goes on', async () => {
    const said = await deutsch.change(german.lead, 'Pausieren', { until: '2026-12-24' });
    expect(said[1]).toBe('Dein Team macht Pause und liest es im Kanal.');
    expect(textOf(deutsch.newest())).toEqual([
      'Pause: Bis einschließlich Do, 24.12. öffnet keine Runde.',
      'Nächste Runde: Do, 31.12., 12:00. Geändert von @U0AAAAAAA0.',
      '[Änderungen] [English]',
    ]);
    await british.change(english.lead, 'Pause', { until: '2026-12-24' });
    expect(textOf(british.newest())).toEqual([
      'Pause: no round opens up to and including Thu 24 Dec.',
      'Next round: Thu 31 Dec, 12:00. Changed by @U0BBBBBBB0.',
      '[Change log] [Deutsch]',
    ]);
  });

  test('shows on the card, with a way to go on', async () => {
    const lines = textOf(await deutsch.card(german.lead));
    expect(lines.slice(1, 3)).toEqual([
      'Offen bis: Do, 10.12., 12:00',
      'Nächste Runde: Do, 31.12., 12:00, Pause bis einschließlich Do, 24.12.',
    ]);
    expect(lines.at(-1)).toBe(
      '[Einstellungen] [Wer gefragt wird] [Änderungen] [Weitermachen] [Team beenden]',
    );
    expect(textOf(await british.card(english.lead))[2]).toBe(
      'Next round: Thu 31 Dec, 12:00, pause up to and including Thu 24 Dec',
    );
  });

  test('lets the open round run to its end, and opens nothing', async () => {
    await rahmen.jumpTo(OPENS + 8 * DAY);
    expect(textOf(deutsch.newest())[0]).toMatch(/^6 Antworten\./u);
    await rahmen.jumpTo(OPENS + 20 * DAY);
    expect([await rounds(german.channel), await rounds(english.channel)]).toEqual([1, 1]);
  });

  test('ends by itself', async () => {
    await rahmen.jumpTo(OPENS + 28 * DAY + 2 * HOUR);
    expect([await rounds(german.channel), await rounds(english.channel)]).toEqual([2, 2]);
    expect(textOf(await deutsch.card(german.lead)).at(-1)).toContain('[Pausieren]');
    for (const one of [...german.people, ...english.people]) {
      await answer(rahmen, one, { marks: [1, 3, 5] });
    }
    await rahmen.jumpTo(OPENS + 36 * DAY);
  });
});

describe('a pause without an end', () => {
  test('opens nothing until somebody goes on, and both are told', async () => {
    await deutsch.change(german.lead, 'Pausieren');
    expect(textOf(deutsch.newest()).slice(0, 2)).toEqual([
      'Pause: Es öffnet keine Runde, bis jemand weitermacht.',
      'Geändert von @U0AAAAAAA0.',
    ]);
    await british.change(english.lead, 'Pause');
    expect(textOf(british.newest())[0]).toBe('Pause: no round opens until somebody goes on.');
    await rahmen.jumpTo(OPENS + 60 * DAY);
    expect([await rounds(german.channel), await rounds(english.channel)]).toEqual([2, 2]);
    expect(textOf(await deutsch.card(german.lead))[1]).toBe('Nächste Runde: Pause, bis jemand weitermacht');

    // Monday, 1 February 2027.
    const said = viewText(await deutsch.open(german.lead, 'Weitermachen'));
    expect(said[1]).toBe('Es geht weiter. Nächste Runde: Do, 4.2., 12:00.');
    expect(textOf(deutsch.newest()).slice(0, 2)).toEqual([
      'Es geht weiter.',
      'Nächste Runde: Do, 4.2., 12:00. Geändert von @U0AAAAAAA0.',
    ]);
    expect(viewText(await british.open(english.lead, 'Go on'))[1]).toBe(
      'It goes on. Next round: Thu 4 Feb, 12:00.',
    );
    expect(textOf(british.newest())[0]).toBe('It goes on.');
    await rahmen.jumpTo(Date.parse('2027-02-04T13:00:00Z'));
    expect([await rounds(german.channel), await rounds(english.channel)]).toEqual([3, 3]);
  });

  test('that is one already says nothing', async () => {
    await deutsch.change(german.lead, 'Pausieren');
    const stale = await deutsch.card(german.lead);
    await deutsch.press(german.lead, stale, 'Weitermachen');
    const again = await changingNothing(rahmen, () => deutsch.press(german.lead, stale, 'Weitermachen'));
    expect(viewText(again)[1]).toBe('Das ist schon so. Also erfährt niemand etwas.');
  });

  test('takes a day that is to come', async () => {
    const actor = rahmen.slack.asPerson(german.lead);
    const form = lenient(rahmen.slack, await deutsch.open(german.lead, 'Pausieren'));
    for (const until of ['2027-02-03', '2028-03-01']) {
      const { fieldErrors } = await changingNothing(rahmen, () => actor.submit(form, { until }));
      expect(fieldErrors).toEqual({ until: 'Bitte nimm einen Tag ab heute, höchstens ein Jahr weit.' });
    }
    await actor.close(form, true);
  });
});

describe('a team without a lead', () => {
  test('is told once, and anybody in it can propose one', async () => {
    const { slack } = rahmen;
    await slack.events.leaves(english.channel, english.lead);
    await slack.events.leaves(english.channel, english.lead);
    await rahmen.drain();
    const told = british.newest();
    expect(textOf(told)).toEqual([
      'Nobody leads this team any more.',
      'Rounds go on as they are set. Until somebody leads it, admins can change its settings; everybody in the team can propose somebody.',
      '[Propose a lead] [Deutsch]',
    ]);
    expect(british.posts().filter(([title]) => title === 'Nobody leads this team any more.')).toHaveLength(1);
    expect(textOf(await british.card(person(english, 0)))[3]).toBe('Team lead: nobody at present');

    const form = await british.press(person(english, 0), told, 'Propose a lead');
    const outcome = await british.submit(person(english, 0), form, { lead: [person(english, 1)] });
    expect(viewText(outcome.view)[1]).toBe('I have asked. If they say yes, the channel reads it.');
    expect(textOf(british.newest())[0]).toBe('Asked to lead the team: @U0BBBBBBB2.');
    await decideToLead(rahmen, person(english, 1), 'accept');
    expect(textOf(british.newest())[0]).toBe('Leading too: @U0BBBBBBB2.');
    expect(textOf(await british.card(person(english, 1))).at(-1)).toMatch(/^\[Settings\]/u);
    const late = await british.press(person(english, 0), told, 'Propose a lead');
    expect(viewText(late)[1]).toBe('This team has a lead by now.');
  });

  test('is told in its own language, and admins can change it', async () => {
    const { slack } = rahmen;
    await slack.events.changes(german.lead, { deleted: true });
    await rahmen.drain();
    expect(textOf(deutsch.newest())).toEqual([
      'Dieses Team leitet niemand mehr.',
      'Die Runden gehen weiter wie eingestellt. Bis jemand leitet, können Admins die Einstellungen ändern; vorschlagen können alle im Team jemanden.',
      '[Leitung vorschlagen] [English]',
    ]);
    slack.workspace.channels.get(german.channel)?.members.add(slack.people.ina);
    await deutsch.change(slack.people.ina, 'Einstellungen', { leads: [person(german, 0)] });
    expect(textOf(deutsch.newest())[0]).toBe('Gefragt, ob sie leiten: @U0AAAAAAA1.');
    await decideToLead(rahmen, person(german, 0), 'accept');
    expect(textOf(await deutsch.card(person(german, 0))).at(-1)).toMatch(/^\[Einstellungen\]/u);
  });
});

describe('a team that ends', () => {
  test('is told so, and its open round still ends as promised', async () => {
    for (const one of german.people.slice(1)) await answer(rahmen, one, { marks: [1, 3, 5] });
    const lead = person(german, 0);
    const said = await deutsch.change(lead, 'Team beenden');
    expect(said[1]).toBe('Das Team ist beendet und liest es im Kanal.');
    expect(textOf(deutsch.newest())).toEqual([
      'Dieser Puls ist beendet: Ich frage hier nichts mehr.',
      'Ergebnisse bleiben lesbar, so lange wie versprochen. Wer hier gefragt wurde, ist frei für ein anderes Team. Geändert von @U0AAAAAAA1.',
      '[Änderungen] [English]',
    ]);
    await british.change(person(english, 1), 'End team');
    expect(textOf(british.newest())[0]).toBe('This pulse has ended: I ask nothing more here.');
    await rahmen.jumpTo(Date.parse('2027-02-12T13:00:00Z'));
    expect(textOf(deutsch.newest())[0]).toMatch(/^5 Antworten\./u);
    await rahmen.jumpTo(Date.parse('2027-05-12T13:00:00Z'));
    expect([await rounds(german.channel), await rounds(english.channel)]).toEqual([3, 3]);
  });

  test('leaves its people, its lead and its channel free for another team, and its results to read', async () => {
    const { slack } = rahmen;
    const { state } = await rahmen.dump();
    const bound = state.filter(({ sk, team, leads }) => sk === 'PERSON' && (team ?? leads) !== undefined);
    expect(bound).toEqual([]);
    const read = await slack.asPerson(person(german, 2)).command('/rahmen', 'puls ergebnis', german.channel);
    expect(read.messages.flatMap(textOf)[0]).toMatch(/^5 Antworten\./u);
    await setUpTeam(rahmen, { lead: person(german, 2), channel: german.channel, entry: { time: '12:00' } });
    await rahmen.work();
    expect(textOf(await deutsch.card(person(german, 2)))[0]).toBe('Der Puls von #team-a');
  });
});
