import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startRahmen } from '../support/running-rahmen.ts';
import type { RunningRahmen } from '../support/running-rahmen.ts';
import { present, setMyTimes, setUpTeam } from '../support/scenes.ts';
import { textOf, viewText } from '../support/slack-text.ts';

const OPENS = Date.parse('2026-12-03T11:00:00Z');

let rahmen: RunningRahmen;

beforeAll(async () => {
  rahmen = await startRahmen();
});

afterAll(() => rahmen.stop());

/** All that a person reads after a command: the private message, or else the dialog. */
const say = async (person: string, command: string, text = '', channel?: string) => {
  const { view, messages, error } = await rahmen.slack.asPerson(person).command(command, text, channel);
  expect(error).toBeUndefined();
  for (const { onlyFor } of messages) expect(onlyFor).toBe(person);
  if (view === undefined) return messages.flatMap(textOf);
  await rahmen.slack.asPerson(person).close(view);
  expect(messages).toEqual([]);
  return viewText(view);
};

const homeTab = async (person: string) => viewText((await rahmen.slack.asPerson(person).openHome()).view);

const HELP = {
  de: [
    'Das geht hier',
    '• puls antworten oder sehen, wann die nächste Runde öffnet',
    '• puls ergebnis das letzte Ergebnis lesen',
    '• meins was ich über dich weiß, deine Zeiten, löschen',
    '• team dein Team einrichten oder ändern (in seinem Kanal)',
    '• hilfe diese Liste',
    'Mehr musst du dir nicht merken.',
    'Es gibt mehr, wenn du es brauchst:',
    '• puls jetzt jetzt antworten, egal was deine Zeiten sagen',
    '• puls pause in Ruhe gelassen werden, zum Beispiel: puls pause bis 24.12.',
    '• puls bin da früher zurück',
    '• puls aus nie mehr gefragt werden; niemand erfährt es',
    '• puls an wieder dabei sein',
    '• puls aussetzen die nächste Runde aussetzen (Teamleitung)',
    '• puls starten jetzt eine Runde öffnen (Teamleitung)',
    '• einrichten für Admins: Freigabe, Admins, Probelauf',
    '• datenblatt was gespeichert wird, wer es sieht, wie lange',
    '[Wie ihr geschützt seid] [Datenblatt]',
  ],
  en: [
    'What you can do here',
    '• pulse answer, or see when the next round opens',
    '• pulse result read the last result',
    '• me what I know about you, your times, erase',
    '• team set up your team, or change it (in its channel)',
    '• help this list',
    "That's all you need to remember.",
    'There is more, for when you want it:',
    '• pulse now answer now, whatever your times say',
    '• pulse pause be left alone, for example: pulse pause until 24 Dec',
    '• pulse back back earlier',
    '• pulse off never be asked again; nobody is told',
    '• pulse on take part again',
    '• pulse skip skip the next round (team lead)',
    '• pulse start open a round now (team lead)',
    '• setup for admins: release, admins, trial',
    '• datasheet what is stored, who sees it, for how long',
    '[How you are protected] [Data sheet]',
  ],
};

describe('the command alone and the home tab say the same', () => {
  const both = async (person: string) => {
    const typed = await say(person, '/rahmen');
    expect(await homeTab(person)).toEqual(typed);
    return typed;
  };

  test('to somebody who is in no team', async () => {
    const { people } = rahmen.slack;
    expect(await both(people.ada)).toEqual([
      'Für dich ist nichts offen: Du bist noch in keinem Puls-Team.',
      'Tippe /rahmen team im Kanal deines Teams, dann ist eins in einer Minute eingerichtet. Gibt es schon eins, gehörst du ab seiner ersten Runde dazu.',
      '[Wie ihr geschützt seid] [Meins] [Hilfe]',
    ]);
    expect(await both(people.fay)).toEqual([
      'Nothing is open for you: you are in no pulse team yet.',
      "Type /rahmen team in your team's channel: that sets one up in a minute. If there is one, you belong to it from its first round on.",
      '[How you are protected] [Me] [Help]',
    ]);
  });

  test('to leads before and during a round, and to those who were asked', async () => {
    const { people, channels } = rahmen.slack;
    const leads = [people.lea, people.gus];
    await setUpTeam(rahmen, { lead: people.lea, channel: channels.nord, entry: { time: '12:00', leads } });
    for (const english of [people.gus, people.jo, people.fay]) {
      await setMyTimes(rahmen, english, { language: 'en' });
    }
    expect(await both(people.lea)).toEqual([
      'Du leitest #kundenservice-nord.',
      'Die nächste Runde öffnet am Do, 3.12., 12:00.',
      '[Letztes Ergebnis] [Meine Zeiten] [Meins] [Hilfe]',
    ]);
    expect(await say(people.kim, '/puls', '', channels.nord)).toEqual([
      'Für dich ist nichts offen.',
      'Die nächste Runde öffnet am Do, 3.12., 12:00.',
      '[Letztes Ergebnis] [Meine Zeiten] [Meins] [Hilfe]',
    ]);
    expect(await say(people.jo, '/pulse', '', channels.nord)).toEqual([
      'Nothing is open for you.',
      'The next round opens on Thu 3 Dec, 11:00.',
      '[Last result] [My times] [Me] [Help]',
    ]);

    await rahmen.jumpTo(OPENS);
    expect(await both(people.gus)).toEqual([
      'You lead #kundenservice-nord.',
      'A round is open until Thu 10 Dec, 11:00. You get the result when your team does.',
      '[Last result] [My times] [Me] [Help]',
    ]);
    expect(await both(people.ada)).toEqual([
      'Eine Runde ist offen bis Do, 10.12., 12:00.',
      'Drei Fragen, unter einer Minute. Bis dahin kannst du alles ändern.',
      '[Antworten] [Letztes Ergebnis] [Meins] [Hilfe]',
    ]);
    expect(await both(people.fay)).toEqual([
      'A round is open until Thu 10 Dec, 11:00.',
      'Three questions, under a minute. You can change your answers until then.',
      '[Answer] [Last result] [Me] [Help]',
    ]);
  });
});

describe('every word, in both languages, through every command', () => {
  const FORM = 'Drei Fragen';
  const HOME = 'Eine Runde ist offen bis Do, 10.12., 12:00.';
  const RESULT = 'Noch gibt es kein Ergebnis. Wenn es eins gibt, steht es im Kanal deines Teams.';
  const TEAM = 'Der Puls von #kundenservice-nord';
  const [HELPFUL = ''] = HELP.de;

  test.each([
    ['/rahmen', '', HOME],
    ['/rahmen', '   ', HOME],
    ['/rahmen', 'puls', FORM],
    ['/rahmen', 'pulse', FORM],
    ['/rahmen', 'PULS', FORM],
    ['/rahmen', '  Pulse bitte jetzt ', FORM],
    ['/rahmen', 'púls', FORM],
    ['/rahmen', 'puls ergebnis', RESULT],
    ['/rahmen', 'Puls   ERGEBNIS', RESULT],
    ['/rahmen', 'pulse result', RESULT],
    ['/rahmen', 'puls result vom letzten Mal', RESULT],
    ['/rahmen', 'pulse ergebnis', RESULT],
    ['/rahmen', 'team', TEAM],
    ['/rahmen', 'Team einrichten', TEAM],
    ['/rahmen', 'hilfe', HELPFUL],
    ['/rahmen', 'help me', HELPFUL],
    ['/rahmen', 'HÍLFE', HELPFUL],
    ['/rahmen', 'jetzt', FORM],
    ['/rahmen', 'Now', FORM],
    ['/puls', '', FORM],
    ['/puls', 'heute', FORM],
    ['/puls', 'ergebnis', RESULT],
    ['/puls', 'Result', RESULT],
    ['/pulse', '', FORM],
    ['/pulse', 'ERGEBNIS bitte', RESULT],
    ['/pulse', 'result', RESULT],
  ])('%s %s', async (command, text, expected) => {
    const { people, channels } = rahmen.slack;
    const [first] = await say(people.ada, command, text, channels.nord);
    expect(first).toBe(expected);
  });

  test('help names them all, in the language of the one who asks', async () => {
    const { people } = rahmen.slack;
    expect(await say(people.ada, '/rahmen', 'help')).toEqual(HELP.de);
    expect(await say(people.fay, '/rahmen', 'hilfe')).toEqual(HELP.en);
  });
});

describe('an unknown word', () => {
  test('offers the nearest as a button, and pressing it does it', async () => {
    const { people, asPerson, channels } = rahmen.slack;
    const ada = asPerson(people.ada);
    const { messages } = await ada.command('/rahmen', 'pusl', channels.nord);
    expect(messages.flatMap(textOf)).toEqual(['„pusl“ kenne ich nicht. Meintest du puls?', '[puls] [Hilfe]']);
    const { view } = await ada.click(present(messages[0], 'answer'), 'puls');
    expect(viewText(view)[0]).toBe('Drei Fragen');
    await ada.close(present(view, 'form'));
    await ada.click(present(messages[0], 'answer'), 'Hilfe');
    const seen = ada.messages(channels.nord).filter(({ onlyFor }) => onlyFor === ada.id);
    expect(textOf(seen.at(-1))).toEqual(HELP.de);
  });

  test('reads the same in English', async () => {
    const { people } = rahmen.slack;
    expect(await say(people.fay, '/rahmen', 'resluts')).toEqual([
      "I don't know “resluts”. Did you mean pulse?",
      '[pulse] [Help]',
    ]);
    expect(await say(people.fay, '/rahmen', 'Help!')).toEqual([
      "I don't know “Help!”. Did you mean help?",
      '[help]',
    ]);
  });

  test('is shown as it was typed, and no more than a line of it', async () => {
    const { people } = rahmen.slack;
    const [marked] = await say(people.ada, '/rahmen', '<!channel> *puls* <@U0BENBEIS1> & :wave:');
    expect(marked).toBe(
      '„<!channel> *puls* <@U0BENBEIS1> & :wave:“ kenne ich nicht. Meintest du puls ergebnis?',
    );
    const [long = ''] = await say(people.ada, '/rahmen', `x${'😀'.repeat(2000)}`);
    expect(long).toMatch(/^„x(😀){29}…“ kenne ich nicht\. Meintest du puls\?$/u);
    expect(long.length).toBeLessThan(180);
    expect(long).not.toMatch(/\p{Surrogate}/u);
  });
});

describe('the home tab', () => {
  test('does what its buttons say, in dialogs', async () => {
    const { people, asPerson } = rahmen.slack;
    const ada = asPerson(people.ada);
    const home = present((await ada.openHome()).view, 'home tab');
    const press = async (label: string) => {
      const { view } = await ada.click(home, label);
      const lines = viewText(view);
      if (view !== undefined) await ada.close(view);
      return lines;
    };
    expect((await press('Antworten'))[0]).toBe('Drei Fragen');
    expect((await press('Letztes Ergebnis')).slice(0, 2)).toEqual([
      'Rahmen',
      'Noch gibt es kein Ergebnis. Wenn es eins gibt, steht es im Kanal deines Teams.',
    ]);
    expect((await press('Meins')).slice(0, 2)).toEqual(['Rahmen', 'Das weiß ich über dich.']);
    expect(await press('Hilfe')).toEqual(['Rahmen', ...HELP.de]);
    expect(ada.directMessages().filter(({ onlyFor }) => onlyFor === undefined)).toHaveLength(1);
  });
});
