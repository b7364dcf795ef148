import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Entry } from '../../playground/slack/entry.ts';
import type { Outcome } from '../../playground/slack/outcome.ts';
import { PEOPLE } from '../../playground/slack/seed/people.ts';
import type { View } from '../../playground/slack/types.ts';
import { startRahmen } from '../support/running-rahmen.ts';
import type { RunningRahmen } from '../support/running-rahmen.ts';
import { answer, lenient, present, pressAnswer, setUpTeam } from '../support/scenes.ts';
import { textOf, viewText } from '../support/slack-text.ts';

let rahmen: RunningRahmen;

beforeAll(async () => {
  rahmen = await startRahmen({ released: false, environment: { FIRST_ADMIN: PEOPLE.ina } });
});

afterAll(() => rahmen.stop());

/** What somebody reads who types a word. */
const typed = async (person: string, word: string): Promise<readonly string[]> => {
  const { messages } = await rahmen.slack.asPerson(person).command('/rahmen', word);
  return messages.flatMap(textOf);
};

/** Presses a button of the set-up card that the word shows. */
const press = async (person: string, button: string): Promise<View> => {
  const actor = rahmen.slack.asPerson(person);
  const { messages } = await actor.command('/rahmen', 'setup');
  const { view } = await actor.click(present(messages.at(-1), 'set-up card'), button);
  return present(view, 'dialog');
};

const send = async (person: string, form: View, entry: Entry = {}): Promise<Outcome> => {
  const actor = rahmen.slack.asPerson(person);
  const outcome = await actor.submit(form, entry);
  const top = actor.view();
  if (top !== undefined) await actor.close(top, true);
  return outcome;
};

const sent = async (person: string, button: string, entry: Entry = {}): Promise<Outcome> =>
  send(person, lenient(rahmen.slack, await press(person, button)), entry);

/** A minute later: what is due by then is done. */
const soon = (): Promise<void> => rahmen.jumpTo(rahmen.clock.now() + 60_000);

const RELEASE = { date: '2026-11-30', ground: 'Betriebsvereinbarung vom 20. November' };

const WELCOME = [
  'Hallo! Ich frage niemanden etwas, bevor du mich freigibst.',
  'Fünf Schritte, nach jedem kannst du aufhören:',
  '• ○ 1 zweite Person als Admin',
  'Admin: @ina. Eine Person genügt, zwei sind besser.',
  '• ○ 2 Betriebsrat und Datenschutz: Datenblatt zeigen, Freigabe mit Datum eintragen',
  '• – 3 wer Tool-Anfragen beantwortet (kommt später)',
  '• – 4 ankreuzen, welche Tools es bei euch gibt (kommt später)',
  '• ○ 5 erstes Team',
  '[Weiter] [Freigabe] [Erstes Team] [Datenblatt] [Nur ausprobieren]',
  'Entfernt ihr die App, hört jede Arbeit sofort auf, und nach 30 Tagen lösche ich alles. Verabschieden kann ich mich dann nicht mehr, darum steht es hier.',
];

describe('before anything', () => {
  test('whoever is no admin is told whom to ask', async () => {
    const { lea, fay, gil } = PEOPLE;
    expect(await typed(lea, 'einrichten')).toEqual(['Das machen hier nur Admins. Frag gern: @ina']);
    expect(await typed(fay, 'setup')).toEqual(['Only admins do this here. You can ask: @ina']);
    expect(await typed(gil, 'einrichten')).toEqual(['Das machen hier nur Admins. Frag gern: @ina']);
  });

  test('the first admin is welcomed once, whoever used me first', async () => {
    await rahmen.drain();
    await typed(PEOPLE.lea, 'hilfe');
    await rahmen.slack.asPerson(PEOPLE.ina).openHome();
    await rahmen.work();
    const stays = 'Diese Nachricht bleibt, wie sie ist. Wie es gerade steht, zeigt einrichten.';
    expect(rahmen.slack.dm(PEOPLE.ina).map(textOf)).toEqual([[...WELCOME, stays]]);
    expect(await typed(PEOPLE.ina, 'einrichten')).toEqual(WELCOME);
  });

  test('a team that is set up waits, and its lead knows', async () => {
    const { lea } = PEOPLE;
    const { channels, messages, dm } = rahmen.slack;
    await setUpTeam(rahmen, { lead: lea, channel: channels.nord });
    await rahmen.work();
    expect(messages(channels.nord)).toEqual([]);
    expect(textOf(dm(lea).at(-1))).toEqual([
      '#kundenservice-nord ist eingerichtet und wartet auf die Freigabe durch einen Admin.',
      'Vorher frage ich niemanden. Kommt die Freigabe, geht es von selbst los: erst das Versprechen im Kanal, dann die erste Runde.',
    ]);
  });

  test('its date comes and nobody is asked, nor is the lead told again', async () => {
    const { lea, ada } = PEOPLE;
    const told = rahmen.slack.dm(lea).length;
    await rahmen.jumpTo(Date.parse('2026-12-05T09:00:00Z'));
    expect(rahmen.slack.messages(rahmen.slack.channels.nord)).toEqual([]);
    expect(rahmen.slack.dm(ada)).toEqual([]);
    expect(rahmen.slack.dm(lea)).toHaveLength(told);
  });
});

describe('a second admin', () => {
  const CHANGE = 'Weiter';

  test.each([
    ['a guest', [PEOPLE.ina, PEOPLE.gil], 'Admin werden können nur volle Mitglieder eurer Organisation.'],
    ['a bot', [PEOPLE.ina, PEOPLE.bot], 'Admin werden können nur volle Mitglieder eurer Organisation.'],
    [
      'an outsider',
      [PEOPLE.ina, PEOPLE.otto],
      'Admin werden können nur volle Mitglieder eurer Organisation.',
    ],
    [
      'somebody who left',
      [PEOPLE.ina, PEOPLE.vera],
      'Admin werden können nur volle Mitglieder eurer Organisation.',
    ],
    ['nobody at all', [], 'Mindestens ein Admin muss bleiben.'],
    [
      'six',
      [PEOPLE.ina, PEOPLE.fay, PEOPLE.ada, PEOPLE.ben, PEOPLE.cem, PEOPLE.dana],
      'Bitte höchstens fünf Admins.',
    ],
  ])('is not %s', async (_, admins, refusal) => {
    const { fieldErrors } = await sent(PEOPLE.ina, CHANGE, { admins });
    expect(fieldErrors).toEqual({ admins: refusal });
    expect(await typed(PEOPLE.ina, 'einrichten')).toEqual(expect.arrayContaining([WELCOME[3]]));
  });

  test('is appointed by form and told', async () => {
    const { ina, fay } = PEOPLE;
    const { view } = await sent(ina, CHANGE, { admins: [ina, fay] });
    expect(viewText(view)).toEqual(
      expect.arrayContaining(['Gespeichert. Wer dazukam oder wegfiel, erfährt es.', 'Admins: @ina, @fay']),
    );
    await rahmen.drain();
    expect(textOf(rahmen.slack.dm(fay).at(-1)).slice(0, 6)).toEqual([
      '@ina made you an admin here.',
      'Hi! I ask nobody anything until you release me.',
      'Five steps, stop after any of them:',
      '• ✓ 1 a second admin',
      'Admins: @ina, @fay',
      '• ○ 2 works council and data protection: show the data sheet, enter the release date',
    ]);
  });

  test('of two who change at once, both changes stay', async () => {
    const { ina, fay, ada, ben } = PEOPLE;
    const first = await press(ina, 'Admins ändern');
    const second = await press(fay, 'Change admins');
    await send(ina, first, { admins: [ina, fay, ada] });
    await send(fay, second, { admins: [ina, fay, ben] });
    expect(await typed(ina, 'einrichten')).toEqual(
      expect.arrayContaining(['Admins: @ina, @fay, @ada, @ben']),
    );
  });

  test('is removed and told, and may do nothing any more', async () => {
    const { ina, fay, ada, ben } = PEOPLE;
    const own = await press(ben, 'Admins ändern');
    await soon();
    await sent(fay, 'Change admins', { admins: [ina, fay, ada] });
    await soon();
    expect(textOf(rahmen.slack.dm(ben).at(-1))).toEqual(['@fay hat dich hier als Admin entfernt.']);
    const { view } = await send(ben, own, { admins: [ben] });
    expect(viewText(view)).toEqual(
      expect.arrayContaining(['Das machen hier nur Admins. Frag gern: @ina, @fay, @ada']),
    );
    await sent(fay, 'Change admins', { admins: [ina, fay] });
  });
});

describe('the release', () => {
  test('is a form that shows the data sheet', async () => {
    const { fay } = PEOPLE;
    const form = await press(fay, 'Next');
    expect(viewText(form)).toEqual([
      'Release',
      'From the release on I ask teams. Show works council and data protection the data sheet first.',
      '[Data sheet]',
      'What is released?',
      '(•) Pulse: regular questions to teams',
      'From when does it hold? (today or earlier)',
      expect.any(String),
      'On what ground?',
      '[]',
      'Such as: works agreement of 20 November. Shown to all admins.',
      '[Release] [Cancel]',
    ]);
    const { view } = await rahmen.slack.asPerson(fay).click(form, 'Data sheet');
    expect(viewText(view)).toEqual(expect.arrayContaining(['Data sheet, in short']));
    await rahmen.slack.asPerson(fay).close(present(view, 'data sheet'), true);
  });

  test.each([
    [
      'a day ahead',
      { ...RELEASE, date: '2026-12-06' },
      'date',
      'Dieser Tag kommt erst noch. Gib an dem Tag frei, ab dem es gilt.',
    ],
    ['no day', { ...RELEASE, date: null }, 'date', 'Bitte wähle einen Tag.'],
    ['no ground', { ...RELEASE, ground: '   ' }, 'ground', 'Bitte nenne die Grundlage, in ein paar Worten.'],
    ['too long a ground', { ...RELEASE, ground: 'x'.repeat(301) }, 'ground', 'Bitte höchstens 300 Zeichen.'],
  ])('is refused with %s', async (_, entry, field, refusal) => {
    const { fieldErrors } = await sent(PEOPLE.ina, 'Weiter', entry);
    expect(fieldErrors).toEqual({ [field]: refusal });
    await rahmen.work();
    expect(rahmen.slack.messages(rahmen.slack.channels.nord)).toEqual([]);
  });

  test('is one of two that come at once, and teams that waited go on by themselves', async () => {
    const { ina, fay } = PEOPLE;
    const { channels, messages } = rahmen.slack;
    const late = await press(fay, 'Next');
    const { view } = await sent(ina, 'Weiter', RELEASE);
    expect(viewText(view)).toEqual(
      expect.arrayContaining([
        'Freigegeben. Wartende Teams legen in den nächsten Minuten von selbst los.',
        'Freigegeben von @ina, ab Mo, 30.11.2026. Grundlage: Betriebsvereinbarung vom 20. November',
        '• ✓ 5 erstes Team',
      ]),
    );
    const second = await send(fay, late, { ...RELEASE, date: '2026-12-01' });
    expect(viewText(second.view)).toEqual(
      expect.arrayContaining([
        'The pulse is released already. Released by @ina, from Mon, 30 Nov 2026. Ground: Betriebsvereinbarung vom 20. November',
      ]),
    );
    await soon();
    await soon();
    expect(textOf(messages(channels.nord)[0])[0]).toMatch(/^Ab .*10\.12\..* stelle ich euch/u);
  });

  test('leaves nothing to press next, and can be withdrawn', async () => {
    const { messages } = await rahmen.slack.asPerson(PEOPLE.fay).command('/rahmen', 'setup');
    expect(messages.flatMap(textOf).at(-2)).toBe(
      '[Data sheet] [Just try it] [Change admins] [Withdraw release]',
    );
  });
});

describe('a release that is withdrawn', () => {
  test('is withdrawn after a word on what that does', async () => {
    const { ina, ada, ben } = PEOPLE;
    await rahmen.jumpTo(Date.parse('2026-12-10T12:00:00Z'));
    await answer(rahmen, ada, { marks: [1, 2, 3], comment: 'Das bleibt unter uns.' });
    expect(await rahmen.dump()).toMatchObject({
      vault: expect.arrayContaining([expect.objectContaining({ answer: expect.anything() })]),
    });
    const form = await press(ina, 'Freigabe zurückziehen');
    expect(viewText(form)).toEqual([
      'Freigabe',
      'Ziehst du die Freigabe zurück, wird ab sofort niemand mehr gefragt.',
      '• Offene Runden enden sofort. Was darin gesagt wurde, wird ungelesen gelöscht, und es erscheint kein Ergebnis.',
      '• Die Teamleitungen erfahren es.',
      '• Teams und frühere Ergebnisse bleiben. Mit einer neuen Freigabe geht alles weiter.',
      '[Zurückziehen] [Abbrechen]',
    ]);
    await send(ina, form);
    await rahmen.drain();
    await rahmen.work();
    const { vault } = await rahmen.dump();
    expect(vault.filter((row) => 'answer' in row || 'key' in row)).toEqual([]);
    expect(JSON.stringify(await rahmen.dump())).not.toContain('unter uns');
    expect(viewText(await pressAnswer(rahmen, ben)).join(' ')).not.toContain('Abschicken');
    await rahmen.slack.asPerson(ben).close(present(rahmen.slack.asPerson(ben).view(), 'dialog'), true);
  });

  test('is told to the lead, and no result ever appears', async () => {
    const { channels, messages, dm } = rahmen.slack;
    expect(textOf(dm(PEOPLE.lea).at(-1))).toEqual([
      'Die Freigabe ist zurückgezogen: #kundenservice-nord wird nicht mehr gefragt.',
      'Was in einer offenen Runde gesagt wurde, wird ungelesen gelöscht. Gibt ein Admin wieder frei, geht es von selbst weiter.',
    ]);
    const posts = messages(channels.nord).length;
    const asks = dm(PEOPLE.ben).length;
    await rahmen.jumpTo(Date.parse('2027-01-15T12:00:00Z'));
    expect(messages(channels.nord)).toHaveLength(posts);
    expect(dm(PEOPLE.ben)).toHaveLength(asks);
  });

  test('cannot be withdrawn twice', async () => {
    const { ina } = PEOPLE;
    await sent(ina, 'Weiter', RELEASE);
    const form = await press(ina, 'Freigabe zurückziehen');
    // By now Fay is in a team whose language is German.
    const late = await press(PEOPLE.fay, 'Freigabe zurückziehen');
    await send(ina, form);
    const { view } = await send(PEOPLE.fay, late);
    expect(viewText(view)).toEqual(
      expect.arrayContaining(['Es gibt keine Freigabe, die du zurückziehen könntest. Niemand wird gefragt.']),
    );
    await soon();
  });

  test('lets everything go on once it is released again', async () => {
    const { channels, messages, dm } = rahmen.slack;
    await sent(PEOPLE.ina, 'Weiter', RELEASE);
    await soon();
    await soon();
    expect(textOf(dm(PEOPLE.lea).at(-1))[0]).toBe(
      'Es gibt wieder eine Freigabe: #kundenservice-nord macht weiter.',
    );
    const asks = dm(PEOPLE.ben).length;
    await rahmen.jumpTo(Date.parse('2027-01-29T12:00:00Z'));
    expect(dm(PEOPLE.ben).length).toBeGreaterThan(asks);
    expect(messages(channels.nord).length).toBeGreaterThan(0);
  });
});
