import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addTeam } from '../support/added-team.ts';
import type { AddedTeam } from '../support/added-team.ts';
import { changingNothing } from '../support/forge.ts';
import { startRahmen } from '../support/running-rahmen.ts';
import type { RunningRahmen } from '../support/running-rahmen.ts';
import { decideToLead, present, previewTeam, setUpTeam } from '../support/scenes.ts';
import { textOf, viewText } from '../support/slack-text.ts';

const DAY = 86_400_000;

let rahmen: RunningRahmen;

beforeAll(async () => {
  rahmen = await startRahmen();
});

afterAll(() => rahmen.stop());

const posts = ({ channel }: AddedTeam) => rahmen.slack.messages(channel).map(textOf);

const join = (channel: string, people: readonly string[]): void => {
  const { members } = present(rahmen.slack.workspace.channels.get(channel), 'channel');
  for (const person of people) members.add(person);
};

const inEnglish = { locale: 'en-GB', tz: 'Europe/London' };

describe('proposing a team that others shall lead', () => {
  test('shows what the channel will read, to whom, and when at the earliest', async () => {
    const team = addTeam(rahmen.slack, 'K', { size: 8 });
    const [one = '', two = ''] = team.people;
    const entry = { time: '12:00', leads: [one, two] };
    const { view } = await previewTeam(rahmen, { lead: team.lead, channel: team.channel, entry });
    expect(viewText(view)).toEqual([
      'Vorschau',
      '• 9 Personen können das lesen.',
      '• 7 Personen werde ich fragen.',
      '• Die erste Runde öffnet frühestens am Do, 3.12., 12:00.',
      `• Zuerst frage ich, wer leiten möchte: @${one}, @${two}. Sagt 14 Tage lang niemand Ja, verfällt der Vorschlag.`,
      '—',
      'So liest es der Kanal:',
      'Ab Do, 3.12. stelle ich euch alle zwei Wochen drei Fragen. Das dauert unter einer Minute und ist Arbeitszeit.',
      `Eingerichtet von @${team.lead}. Die Teamleitung frage ich nicht: @${one}, @${two}.`,
      '• Wer sieht was? Alle hier (9 Personen) sehen dasselbe Ergebnis zur selben Zeit. Wer was geantwortet hat, sieht niemand.',
      '• Ab wann? Ab 5 Antworten. Sind es weniger, lösche ich alles ungelesen.',
      '• Freiwillig. Nicht mitmachen hat keine Folgen, und niemand sieht es.',
      '[Vorschlagen] [Abbrechen]',
    ]);
    await rahmen.slack.asPerson(team.lead).close(present(view, 'preview'), true);
  });

  test('asks them, and starts with the first who accepts; a later one is told to the team', async () => {
    const { slack } = rahmen;
    const team = addTeam(slack, 'L', { size: 8 });
    const [one = '', two = '', three = ''] = team.people;
    const preview = await previewTeam(rahmen, {
      lead: team.lead,
      channel: team.channel,
      entry: { time: '12:00', leads: [one, two, three] },
    });
    const proposer = slack.asPerson(team.lead);
    const sent = await proposer.submit(present(preview.view, 'preview'));
    expect(viewText(sent.view)).toEqual([
      'Team einrichten',
      'Dein Team ist vorgeschlagen.',
      'Ich habe gefragt. Sobald jemand die Leitung annimmt, steht das Versprechen im Kanal.',
      '[Fertig]',
    ]);
    await proposer.close(present(sent.view, 'notice'), true);
    await rahmen.work();
    expect(posts(team)).toEqual([]);
    const invitation = [
      `@${team.lead} schlägt dich als Teamleitung von #team-l vor.`,
      'Eine Teamleitung wird nicht gefragt, liest dasselbe Ergebnis und plant Zeit für das ein, was das Team ausprobiert.',
      '[Annehmen] [Ich nicht]',
      'Nimmt 14 Tage lang niemand an, verfällt der Vorschlag.',
    ];
    for (const named of [one, two, three]) expect(slack.dm(named).map(textOf)).toEqual([invitation]);
    expect(slack.dm(team.lead)).toEqual([]);

    const accepted = await decideToLead(rahmen, one, 'accept');
    expect(viewText(accepted.view)).toEqual([
      'Ein Team leiten',
      'Du leitest #team-l.',
      'Das Versprechen steht gleich im Kanal, mit dem Datum der ersten Fragen. Du wirst nicht gefragt.',
      '[Fertig]',
    ]);
    expect(posts(team).map(([first, second]) => [first, second])).toEqual([
      [
        'Ab Do, 3.12. stelle ich euch alle zwei Wochen drei Fragen. Das dauert unter einer Minute und ist Arbeitszeit.',
        `Eingerichtet von @${team.lead}. Die Teamleitung frage ich nicht: @${one}.`,
      ],
    ]);

    const joined = await decideToLead(rahmen, two, 'accept');
    expect(viewText(joined.view)).toEqual([
      'Ein Team leiten',
      'Du leitest #team-l jetzt mit.',
      'Dein Team liest es im Kanal. Du wirst nicht mehr gefragt.',
      '[Fertig]',
    ]);
    expect(posts(team).at(-1)?.[0]).toBe(`Leitet jetzt mit: @${two}.`);

    const declined = await decideToLead(rahmen, three, 'decline');
    expect(viewText(declined.view)).toEqual([
      'Ein Team leiten',
      'Gut, du leitest #team-l nicht.',
      '[Fertig]',
    ]);
    expect(posts(team)).toHaveLength(2);
    expect(slack.dm(team.lead)).toEqual([]);
  });

  test('in English ends when nobody wants to, and who proposed it is told', async () => {
    const { slack } = rahmen;
    const team = addTeam(slack, 'M', { size: 6, ...inEnglish });
    const [one = ''] = team.people;
    const preview = await previewTeam(rahmen, {
      lead: team.lead,
      channel: team.channel,
      entry: { time: '12:00', leads: [one] },
    });
    expect(viewText(preview.view).slice(0, 6)).toEqual([
      'Preview',
      '• 7 people can read this.',
      '• 6 people will be asked.',
      '• The first round opens on Thu 3 Dec, 12:00 at the earliest.',
      `• First I ask @${one} to lead. If nobody says yes within 14 days, the proposal lapses.`,
      '—',
    ]);
    const proposer = slack.asPerson(team.lead);
    const sent = await proposer.submit(present(preview.view, 'preview'));
    await proposer.close(present(sent.view, 'notice'), true);
    await rahmen.drain();
    expect(slack.dm(one).map(textOf)).toEqual([
      [
        `@${team.lead} proposes you as lead of #team-m.`,
        'A lead is not asked, reads the same result, and books time for what the team tries.',
        '[Accept] [Not me]',
        'If nobody accepts within 14 days, the proposal lapses.',
      ],
    ]);
    await decideToLead(rahmen, one, 'decline');
    expect(slack.dm(team.lead).map(textOf)).toEqual([
      [
        'Nobody wants to lead #team-m.',
        'So your proposal is over, and the channel is free again. Talk to somebody first, then propose it once more.',
      ],
    ]);
    const late = await slack.asPerson(one).click(present(slack.dm(one)[0], 'invitation'), 'Accept');
    expect(viewText(late.view)[1]).toBe('This proposal does not stand any more.');
    await slack.asPerson(one).close(present(late.view, 'notice'), true);
    await setUpTeam(rahmen, { lead: team.lead, channel: team.channel, entry: { time: '12:00' } });
    expect(posts(team)).toHaveLength(1);
  });

  test('lapses after fourteen days, told once', async () => {
    const { slack, clock } = rahmen;
    const team = addTeam(slack, 'N', { size: 6 });
    const [one = ''] = team.people;
    const preview = await previewTeam(rahmen, {
      lead: team.lead,
      channel: team.channel,
      entry: { leads: [one] },
    });
    await slack.asPerson(team.lead).submit(present(preview.view, 'preview'));
    await rahmen.drain();
    const invited = await slack.asPerson(one).command('/rahmen', 'team', team.channel);
    expect(invited.messages.flatMap(textOf)).toEqual(textOf(present(slack.dm(one).at(-1), 'invitation')));
    const [, other = ''] = team.people;
    const waiting = await slack.asPerson(other).command('/rahmen', 'team', team.channel);
    expect(waiting.messages.flatMap(textOf)).toEqual([
      'Für diesen Kanal ist schon ein Team vorgeschlagen. Es wartet auf jemanden, der es leitet.',
    ]);
    await rahmen.jumpTo(clock.now() + 15 * DAY);
    expect(slack.dm(team.lead).map(textOf)).toEqual([
      [
        'Seit 14 Tagen hat niemand die Leitung von #team-n angenommen.',
        'Dein Vorschlag ist damit vorbei, der Kanal ist wieder frei. Sprich erst mit jemandem und schlag es dann noch einmal vor.',
      ],
    ]);
    await rahmen.jumpTo(clock.now() + 15 * DAY);
    expect(slack.dm(team.lead)).toHaveLength(1);
    expect(posts(team)).toEqual([]);
  });
});

describe('the preview of a channel whose people are not known yet', () => {
  test('says the most there can be when Slack does not list them in time', async () => {
    const { slack } = rahmen;
    const team = addTeam(slack, 'O', { size: 6 });
    slack.faults.next('users.list', { kind: 'rate-limited', retryAfter: 20 });
    const { view } = await previewTeam(rahmen, { lead: team.lead, channel: team.channel });
    // One more while nobody could say that the bot is one.
    expect(viewText(view)[1]).toMatch(/^• Bis zu [78] Personen können das lesen\.$/u);
    expect(viewText(view)[2]).toMatch(/^• Bis zu [67] Personen werde ich fragen\.$/u);
    await slack.asPerson(team.lead).close(present(view, 'preview'), true);
  });
});

describe('accepting to lead', () => {
  const invite = async (letter: string): Promise<{ readonly team: AddedTeam; readonly named: string }> => {
    const team = addTeam(rahmen.slack, letter, { size: 7 });
    const [named = ''] = team.people;
    const preview = await previewTeam(rahmen, {
      lead: team.lead,
      channel: team.channel,
      entry: { leads: [named] },
    });
    const proposer = rahmen.slack.asPerson(team.lead);
    const sent = await proposer.submit(present(preview.view, 'preview'));
    await proposer.close(present(sent.view, 'notice'), true);
    await rahmen.drain();
    return { team, named };
  };

  test('is refused to who became a guest since', async () => {
    const { slack } = rahmen;
    const { named, team } = await invite('P');
    await slack.events.changes(named, { kind: 'guest' });
    const said = await changingNothing(rahmen, () => decideToLead(rahmen, named, 'accept'));
    expect(viewText(said.view)[1]).toBe(
      'Gäste können antworten und schreiben; leiten können volle Mitglieder.',
    );
    expect(posts(team)).toEqual([]);
  });

  test('is refused to who left the channel, and in one that was opened to others', async () => {
    const { slack } = rahmen;
    const { named, team } = await invite('Q');
    const channel = present(slack.workspace.channels.get(team.channel), 'channel');
    channel.members.delete(named);
    const gone = await changingNothing(rahmen, () => decideToLead(rahmen, named, 'accept'));
    expect(viewText(gone.view)[1]).toBe('Wer leitet, muss im Kanal sein. Komm dazu und drück noch einmal.');
    channel.members.add(named);
    slack.workspace.channels.set(team.channel, { ...channel, kind: 'public' });
    const open = await changingNothing(rahmen, () => decideToLead(rahmen, named, 'accept'));
    expect(viewText(open.view)[1]).toMatch(/^Dieser Kanal ist öffentlich/u);
    slack.workspace.channels.set(team.channel, channel);
    await decideToLead(rahmen, named, 'accept');
    expect(posts(team)).toHaveLength(1);
  });

  test('a third team needs an admin', async () => {
    const { slack } = rahmen;
    const { named } = await invite('R');
    for (const letter of ['S', 'T']) {
      const own = addTeam(slack, letter, { size: 6 });
      join(own.channel, [named]);
      await setUpTeam(rahmen, { lead: named, channel: own.channel });
    }
    const invitation = present(slack.dm(named)[0], 'invitation');
    const said = await changingNothing(rahmen, () => slack.asPerson(named).click(invitation, 'Annehmen'));
    expect(viewText(said.view)[1]).toBe(
      'Du leitest schon zwei Teams. Ein drittes geht nur mit einem Admin: Er schlägt es vor, oder er leitet es.',
    );
    await slack.asPerson(named).close(present(said.view, 'notice'), true);
    const third = addTeam(slack, 'U', { size: 6 });
    join(third.channel, [named]);
    const preview = await previewTeam(rahmen, { lead: named, channel: third.channel });
    const own = await slack.asPerson(named).submit(present(preview.view, 'preview'));
    expect(viewText(own.view)[1]).toMatch(/^Du leitest schon zwei Teams/u);
  });
});

describe('a team too small to stay unknown', () => {
  test('is told before anything is made, and offered questions to talk about', async () => {
    const { slack, clock } = rahmen;
    const { people, channels } = slack;
    // Known from now on, so that the preview has nobody to remember.
    await slack.asPerson(people.mia).command('/rahmen', 'hilfe');
    const propose = () => previewTeam(rahmen, { lead: people.mia, channel: channels.tiny });
    const { view } = await changingNothing(rahmen, propose);
    const lines = viewText(view).filter((line) => !/\d\d\.\d\d?\.|\d:\d/u.test(line));
    expect(lines).toEqual([
      'Vorschau',
      'Ihr seid 3. Anonym geht erst ab 5 Antworten, ich würde euch also umsonst fragen.',
      'Die Teamleitung zählt nicht mit, und wer zu einem anderen Puls-Team gehört, wird dort gefragt.',
      'Ein ehrlicher Weg: Fragen, über die ihr sprecht; auszufüllen ist nichts.',
      '• 4 Personen können das lesen.',
      '—',
      'So liest es der Kanal:',
      'Eingerichtet von @mia.',
      'Einzeln frage ich niemanden, es gibt nichts auszufüllen, und ich sammle nichts.',
      '[Nur Fragen fürs Gespräch] [Abbrechen]',
    ]);
    await slack.asPerson(people.mia).submit(present(view, 'preview'));
    await rahmen.work();
    const [promise] = slack.messages(channels.tiny).map(textOf);
    expect(promise?.[0]).toMatch(/^Ab \S+ \S+ stelle ich hier alle zwei Wochen Fragen fürs Gespräch\.$/u);
    expect(promise?.slice(1)).toEqual([
      'Eingerichtet von @mia.',
      'Einzeln frage ich niemanden, es gibt nichts auszufüllen, und ich sammle nichts.',
      '[English]',
    ]);
    await rahmen.jumpTo(clock.now() + 9 * DAY);
    expect(slack.messages(channels.tiny).map((post) => textOf(post)[0])).toEqual([
      promise?.[0],
      'Fragen für euer Gespräch',
    ]);
    expect(slack.dm(people.nils)).toEqual([]);
  });

  test('in English', async () => {
    const english = addTeam(rahmen.slack, 'V', { size: 4, ...inEnglish });
    const { view } = await previewTeam(rahmen, { lead: english.lead, channel: english.channel });
    const lines = viewText(view);
    expect(lines.slice(1, 5)).toEqual([
      'You are 4. Anonymous needs 5 answers, so I would be asking for nothing.',
      'Leads are not counted, and people of another pulse team are asked there.',
      'An honest way: questions that you talk about, with nothing to fill in.',
      '• 5 people can read this.',
    ]);
    expect(lines.at(-1)).toBe('[Questions to talk about] [Cancel]');
  });
});

describe('a team in several channels', () => {
  test('reads the promise in each, is asked once, and is found from each', async () => {
    const { slack, clock } = rahmen;
    const one = addTeam(slack, 'W', { size: 3 });
    const other = addTeam(slack, 'X', { size: 4 });
    join(other.channel, [one.lead, ...one.people.slice(0, 1)]);
    const entry = { time: '12:00', channels: [other.channel] };
    const preview = await previewTeam(rahmen, { lead: one.lead, channel: one.channel, entry });
    const lines = viewText(preview.view);
    expect(lines.slice(1, 3)).toEqual(['• 9 Personen können das lesen.', '• 8 Personen werde ich fragen.']);
    expect(lines).toContain(`So lesen es die Kanäle (#${one.channel}, #${other.channel}):`);
    await slack.asPerson(one.lead).submit(present(preview.view, 'preview'));
    await rahmen.work();
    expect(posts(one)).toEqual(posts(other));
    expect(posts(one)[0]?.[2]).toBe(
      `• Wer sieht was? Alle in #${one.channel}, #${other.channel} (9 Personen) sehen dasselbe Ergebnis zur selben Zeit. Wer was geantwortet hat, sieht niemand.`,
    );
    const card = await slack.asPerson(other.lead).command('/rahmen', 'team', other.channel);
    expect(card.messages.flatMap(textOf)[0]).toBe('Der Puls von #team-w');
    await rahmen.jumpTo(clock.now() + 7 * DAY);
    const asked = [...one.people, other.lead, ...other.people];
    expect(asked.map((person) => slack.dm(person).length)).toEqual(asked.map(() => 1));
    expect(slack.dm(one.lead)).toEqual([]);
  });

  test('gets no channel that another team has, nor one of which somebody is no part', async () => {
    const { slack } = rahmen;
    const mine = addTeam(slack, 'Y', { size: 6 });
    join('C0XXXXXXX0', [mine.lead]);
    const refusedBy = async (channels: readonly string[]) => {
      const { fieldErrors } = await previewTeam(rahmen, {
        lead: mine.lead,
        channel: mine.channel,
        entry: { channels },
      });
      await slack.asPerson(mine.lead).close(present(slack.asPerson(mine.lead).view(), 'form'), true);
      return fieldErrors;
    };
    expect(await refusedBy(['C0XXXXXXX0'])).toEqual({
      channels: 'Einer dieser Kanäle gehört zu einem anderen Team.',
    });
    const foreign = addTeam(slack, 'Z', { size: 2 });
    expect(await refusedBy([foreign.channel])).toEqual({
      channels: 'Du musst in jedem Kanal sein, den du wählst.',
    });
    expect(await refusedBy([slack.channels.everyone])).toEqual({
      channels: 'Einer dieser Kanäle ist öffentlich: Auch andere würden mitlesen.',
    });
    expect(await refusedBy([slack.channels.closed])).toEqual({
      channels: 'Einen dieser Kanäle sehe ich nicht. Lade mich erst dorthin ein.',
    });
  });
});
