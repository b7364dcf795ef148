import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Message } from '../../playground/slack/types.ts';
import { addTeam } from '../support/added-team.ts';
import type { AddedTeam } from '../support/added-team.ts';
import { startRahmen } from '../support/running-rahmen.ts';
import type { RunningRahmen } from '../support/running-rahmen.ts';
import { present, setUpTeam } from '../support/scenes.ts';
import { textOf, viewText } from '../support/slack-text.ts';

const DAY = 86_400_000;
const OPENS = Date.parse('2026-12-03T11:00:00Z');
/** The second round in a row below the gate, at its later end. */
const SECOND = OPENS + 42 * DAY;

let rahmen: RunningRahmen;
let keeping: AddedTeam;
let longer: AddedTeam;
let talking: AddedTeam;
let resting: AddedTeam;

const teams = () => [keeping, longer, talking, resting];

const posts = (channel: string): readonly Message[] => rahmen.slack.messages(channel).slice(1);
const last = (channel: string): Message => present(posts(channel).at(-1), 'post');

/** What the presser reads, alone. */
const press = async (person: string | undefined, message: Message, button: string): Promise<string> => {
  const pressing = rahmen.slack.asPerson(present(person, 'person'));
  const { view, error } = await pressing.click(message, button);
  expect(error).toBeUndefined();
  await pressing.close(present(view, 'notice'), true);
  await rahmen.drain();
  return viewText(present(view, 'notice'))[1] ?? '';
};

const BELOW =
  'Diesmal waren es weniger als 5 Antworten. Damit kann ich euch nicht schützen, also habe ich sie ungelesen gelöscht.';

beforeAll(async () => {
  rahmen = await startRahmen();
  keeping = addTeam(rahmen.slack, 'K');
  longer = addTeam(rahmen.slack, 'G');
  talking = addTeam(rahmen.slack, 'V', { locale: 'en-GB', tz: 'Europe/Berlin' });
  resting = addTeam(rahmen.slack, 'Z');
  for (const { lead, channel } of teams()) {
    await setUpTeam(rahmen, { lead, channel, entry: { time: '12:00' } });
  }
  await rahmen.jumpTo(SECOND);
}, 60_000);

afterAll(() => rahmen.stop());

describe('after two rounds below the gate in a row', () => {
  test('the team is asked which way it goes on', () => {
    expect(textOf(last(keeping.channel))).toEqual([
      BELOW,
      'Kein Vorwurf: Schichten, Urlaub, viel los. Wie weiter?',
      '[So lassen] [Länger offen] [Lieber im Gespräch] [Pause] [English]',
      'Bis ihr entschieden habt, öffnet keine Runde. Sagen dürfen es alle im Team und seine Leitung; der erste Klick gilt.',
    ]);
    expect(textOf(last(talking.channel))).toEqual([
      "There were fewer than 5 answers this time. I can't protect you with that, so I deleted them unread.",
      'No blame: shifts, leave, busy days. What next?',
      '[Keep as is] [Open longer] [Rather talk] [Pause] [Deutsch]',
      'Until you decide, no round opens. Everyone in the team and its leads may say; the first press counts.',
    ]);
  });

  test('after the first one it was told the next date only', () => {
    const first = posts(keeping.channel)
      .map(textOf)
      .find(([title]) => title === BELOW);
    expect(first).toEqual([
      BELOW,
      'Kein Vorwurf: Schichten, Urlaub, viel los. Nächste Runde: Do, 31.12., 12:00.',
      '[English]',
    ]);
  });

  test('nothing opens until somebody decides', async () => {
    const before = teams().map(({ channel }) => posts(channel).length);
    await rahmen.jumpTo(SECOND + 30 * DAY);
    expect(teams().map(({ channel }) => posts(channel).length)).toEqual(before);
    for (const { people } of teams()) expect(rahmen.slack.dm(present(people[0], 'person'))).toHaveLength(2);
  });

  test('guests and people of other teams are told that others decide', async () => {
    const { slack } = rahmen;
    const stranger = present(longer.people[0], 'person');
    present(slack.workspace.channels.get(keeping.channel), 'channel').members.add(stranger);
    expect(await press(stranger, last(keeping.channel), 'Pause')).toBe(
      'Das entscheiden die Leute in diesem Team und seine Leitung. Gäste können antworten und schreiben.',
    );
  });
});

describe('"keep as is"', () => {
  let question: Message;

  test('is told by name, and the next date comes', async () => {
    question = last(keeping.channel);
    const [one, other] = keeping.people;
    expect(await press(one, question, 'So lassen')).toBe(
      'Entschieden: So lassen. Dein Team liest es im Kanal.',
    );
    expect(textOf(last(keeping.channel)).slice(0, 2)).toEqual([
      'Es bleibt, wie es ist.',
      `Nächste Runde: Do, 25.2., 12:00. Geändert von @${one}.`,
    ]);
    expect(await press(other, question, 'Pause')).toBe(
      `@${one} hat schon entschieden: So lassen. Dein Klick hat nichts geändert.`,
    );
  });

  test('opens a round at that date, and asks again only after two more', async () => {
    await rahmen.jumpTo(Date.parse('2027-02-25T11:00:00Z'));
    expect(rahmen.slack.dm(present(keeping.people[0], 'person'))).toHaveLength(3);
    await rahmen.jumpTo(Date.parse('2027-03-11T11:00:00Z'));
    expect(textOf(last(keeping.channel))[1]).toBe(
      'Kein Vorwurf: Schichten, Urlaub, viel los. Nächste Runde: Do, 25.3., 12:00.',
    );
  });
});

describe('"open longer"', () => {
  test('leaves rounds open ten days, said by name', async () => {
    const [, other] = longer.people;
    await press(other, last(longer.channel), 'Länger offen');
    expect(textOf(last(longer.channel)).slice(0, 2)).toEqual([
      expect.stringMatching(/^Ab der nächsten Runde \(.*\): 10 Tage offen statt 7 Tage offen\.$/u),
      `Geändert von @${other}.`,
    ]);
    await rahmen.jumpTo(Date.parse('2027-03-25T11:00:00Z'));
    expect(textOf(rahmen.slack.dm(present(longer.people[0], 'person')).at(-1))[1]).toBe(
      'Offen bis So, 4.4., 12:00.',
    );
  });
});

describe('"rather talk"', () => {
  test('brings questions to the channel at each date, and asks nobody', async () => {
    const { slack } = rahmen;
    const [one] = talking.people;
    const asked = talking.people.map((person) => slack.dm(person).length);
    await press(one, last(talking.channel), 'Rather talk');
    expect(textOf(last(talking.channel))[0]).toMatch(
      /^From the next round on \(.*\): just questions to talk about instead of rounds with a result\.$/u,
    );
    await rahmen.jumpTo(Date.parse('2027-04-08T10:00:00Z'));
    const talk = textOf(last(talking.channel));
    expect([talk[0], talk[1], ...talk.slice(-2)]).toEqual([
      'Questions for your talk',
      'Take the one that fits. I collect nothing and store nothing of what you say.',
      'Rather rounds again? Your lead sets that under team.',
      '[Deutsch]',
    ]);
    const questions = talk.slice(2, -2);
    expect(questions).toHaveLength(3);
    for (const question of questions) expect(question).toMatch(/^• How is that for you\? “.+”$/u);
    expect(talking.people.map((person) => slack.dm(person).length)).toEqual(asked);
  });

  test('lays nothing out in the vault, and brings other questions next time', async () => {
    const before = textOf(last(talking.channel)).slice(2, -2);
    const rounds = (await rahmen.dump()).vault.filter(({ pk }) =>
      String(pk).includes(`ROUND%23${talking.channel}`),
    );
    expect(rounds.filter(({ answer, key }) => answer !== undefined || key !== undefined)).toEqual([]);
    await rahmen.jumpTo(Date.parse('2027-04-22T10:00:00Z'));
    const after = textOf(last(talking.channel)).slice(2, -2);
    expect(after).toHaveLength(3);
    expect(after).not.toEqual(before);
  });

  test('is read in German by whoever presses', async () => {
    expect(await press(talking.people[1], last(talking.channel), 'Deutsch')).toBe('Fragen für euer Gespräch');
  });
});

describe('"pause"', () => {
  test('rests until somebody goes on', async () => {
    await press(resting.lead, last(resting.channel), 'Pause');
    const told = textOf(last(resting.channel));
    expect(told[0]).toBe('Pause: Es öffnet keine Runde, bis jemand weitermacht.');
    expect(told[1]).toBe(`Geändert von @${resting.lead}.`);
    const before = posts(resting.channel).length;
    await rahmen.jumpTo(Date.parse('2027-05-20T10:00:00Z'));
    expect(posts(resting.channel)).toHaveLength(before);
  });
});
