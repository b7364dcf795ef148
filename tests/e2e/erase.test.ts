import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { View } from '../../playground/slack/types.ts';
import { erase, eraseFormOf, readMine, tracesOf } from '../support/mine.ts';
import { startRahmen } from '../support/running-rahmen.ts';
import type { RunningRahmen } from '../support/running-rahmen.ts';
import { answer, askOf, present, pressAnswer, setMyTimes, setUpTeam } from '../support/scenes.ts';
import { textOf, viewText } from '../support/slack-text.ts';

/** Thursday, noon in Berlin. */
const OPENS = Date.parse('2026-12-03T11:00:00Z');
const CLOSES = Date.parse('2026-12-10T11:00:00Z');
const NEXT = Date.parse('2026-12-17T11:00:00Z');
const MINUTE = 60_000;

let rahmen: RunningRahmen;

beforeAll(async () => {
  rahmen = await startRahmen();
  const { people, channels } = rahmen.slack;
  await setUpTeam(rahmen, { lead: people.lea, channel: channels.nord, entry: { time: '12:00' } });
  await rahmen.jumpTo(OPENS);
});

afterAll(() => rahmen.stop());

const slots = async (): Promise<readonly unknown[]> => {
  const { vault } = await rahmen.dump();
  return vault.filter(({ sk }) => String(sk).startsWith('SLOT#'));
};

/** The vault as it lies there; of two answers with the same marks, which one it is does not show. */
const answered = async (): Promise<number> =>
  (await slots()).filter((row) => JSON.stringify(row).includes('"answer"')).length;

/** Long enough for everything that an erasure does later. */
const settle = async (): Promise<void> => rahmen.jumpTo(rahmen.clock.now() + 10 * MINUTE);

const marks = (view: View): readonly string[] => viewText(view).filter((line) => /^\((?: |•)\)/u.test(line));

describe('somebody in a team with an open round', () => {
  test('reads before what goes, what stays, and that who stays is asked again', async () => {
    const { people } = rahmen.slack;
    const form = await eraseFormOf(rahmen, people.ada);
    expect(viewText(form)).toEqual([
      'Löschen',
      'Sofort: deine Einstellungen und Zeiten, dein Team und deine Antwort in der offenen Runde, falls es eine gibt.',
      'In wenigen Minuten: dein Name auf Listen der Gefragten, in Teamleitung und Admins, in Änderungsprotokollen, und was an dich ging.',
      'Bleibt: was dein Team beschlossen hat, ohne deinen Namen. Was Slack selbst von deinem Chat aufbewahrt.',
      'Bleibst du im Kanal eines Teams, bist du dort neu und wirst ab der nächsten Runde gefragt. Willst du das nicht: /rahmen puls aus',
      '[Löschen] [Abbrechen]',
    ]);
    await rahmen.slack.asPerson(people.ada).close(form, true);
  });

  test('is gone from every table and queue, with the answer, and the receipt is kept nowhere', async () => {
    const { people } = rahmen.slack;
    await setMyTimes(rahmen, people.ada, { asks: 'at', weekday: '1', time: '22:30', language: 'team' });
    const before = await slots();
    await answer(rahmen, people.ada, { marks: [5, 5, 5], comment: 'Nimm das zurück' });
    expect(await answered()).toBe(1);
    expect((await tracesOf(rahmen, people.ada)).length).toBeGreaterThan(1);

    const receipt = await erase(rahmen, people.ada);
    const lines = viewText(receipt);
    expect(lines).toEqual([
      'Löschen',
      'Gelöscht: deine Einstellungen und Zeiten, dein Team, deine Antwort in der offenen Runde, falls es eine gab.',
      'In wenigen Minuten: dein Name auf Listen der Gefragten, in Teamleitung und Admins, in Änderungsprotokollen, und was an dich ging.',
      'Bleibt: was dein Team beschlossen hat, ohne deinen Namen. Was Slack selbst von deinem Chat aufbewahrt.',
      'Geht nicht: geschlossene Runden; dort führt keine Spur zu dir, auch für mich nicht.',
      expect.stringMatching(
        /^Sicherungen sind bis Do, 7\.1\. überschrieben\. Beleg [0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/u,
      ),
      'Bleibst du im Kanal eines Teams, bist du dort neu und wirst ab der nächsten Runde gefragt. Willst du das nicht: /rahmen puls aus',
      '[Nie mehr fragen]',
      '[Fertig]',
    ]);
    // The slot is what it was before: nobody sees that an answer was there.
    expect(await slots()).toEqual(before);
    await rahmen.slack.asPerson(people.ada).close(receipt, true);
    await settle();
    expect(await tracesOf(rahmen, people.ada)).toEqual([]);
    const number = String(lines.find((line) => line.includes('Beleg'))).slice(-14, -10);
    expect(JSON.stringify(await rahmen.dump())).not.toContain(number);
  });

  test('can answer again with the ask that still stands there', async () => {
    const { people } = rahmen.slack;
    const form = await pressAnswer(rahmen, people.ada);
    expect(marks(form).join(' ')).not.toContain('(•)');
    await rahmen.slack.asPerson(people.ada).close(form, true);
  });

  test('is never asked once that was said on the receipt', async () => {
    const { people } = rahmen.slack;
    const receipt = await erase(rahmen, people.ben);
    const { view } = await rahmen.slack.asPerson(people.ben).click(receipt, 'rahmen:word:0');
    expect(viewText(view)[1]).toBe('Gut, ich frage dich nicht mehr.');
    await rahmen.slack.asPerson(people.ben).close(present(view, 'answer'), true);
    await settle();
    const { state } = await rahmen.dump();
    const left = state.filter((row) => JSON.stringify(row).includes(people.ben));
    expect(left).toMatchObject([{ sk: 'PERSON', ownOff: true }]);
  });

  test('erases twice without a difference, in English', async () => {
    const { people } = rahmen.slack;
    await setMyTimes(rahmen, people.fay, { asks: 'now', language: 'en' });
    const first = viewText(await erase(rahmen, people.fay));
    expect(first).toEqual([
      'Erase',
      'Erased: your settings and times, your team, your answer in the open round, if you gave one.',
      'Within minutes: your name on lists of people who were asked, among leads and admins, in change logs, and what was sent to you.',
      'Stays: what your team decided, without your name. What Slack itself keeps of your chat.',
      'Not possible: closed rounds; nothing there leads to you, not even for me.',
      expect.stringMatching(/^Backups are overwritten by Thu,? 7 Jan\. Receipt [0-9A-Z-]{14}$/u),
      'If you stay in a team channel, you are new there and are asked from the next round on. If you do not want that: /rahmen pulse off',
      '[Never ask me]',
      '[Done]',
    ]);
    await rahmen.slack
      .asPerson(people.fay)
      .close(present(rahmen.slack.asPerson(people.fay).view(), 'receipt'), true);
    const again = await erase(rahmen, people.fay);
    await rahmen.slack.asPerson(people.fay).close(again, true);
    await settle();
    expect(await tracesOf(rahmen, people.fay)).toEqual([]);
  });

  test('is told that nobody else leads, and the channel and the admins hear of it', async () => {
    const { people, channels } = rahmen.slack;
    const form = await eraseFormOf(rahmen, people.lea);
    expect(viewText(form)).toContain(
      'Außer dir leitet niemand #kundenservice-nord: Der Kanal erfährt es, und die Admins übernehmen die Einstellungen.',
    );
    const { view } = await rahmen.slack.asPerson(people.lea).submit(form);
    await rahmen.slack.asPerson(people.lea).close(present(view, 'receipt'), true);
    await settle();
    expect(await tracesOf(rahmen, people.lea)).toEqual([]);
    expect(textOf(rahmen.slack.messages(channels.nord).at(-1))[0]).toMatch(/leitet/u);
  });

  test('is told that nobody else is an admin', async () => {
    const { people } = rahmen.slack;
    const form = await eraseFormOf(rahmen, people.ina);
    expect(viewText(form)).toContain(
      'Außer dir ist hier niemand Admin. Benenne vorher jemanden, sonst kann das nur, wer die App betreibt.',
    );
    const { view } = await rahmen.slack.asPerson(people.ina).submit(form);
    await rahmen.slack.asPerson(people.ina).close(present(view, 'receipt'), true);
    await settle();
    expect(await tracesOf(rahmen, people.ina)).toEqual([]);
  });

  test('leaves the round to the others: what they said is counted', async () => {
    const { people, channels } = rahmen.slack;
    for (const name of ['cem', 'dana', 'emil', 'hana', 'jo'] as const) {
      await answer(rahmen, people[name], { marks: [4, 4, 4] });
    }
    await rahmen.jumpTo(CLOSES + 5 * MINUTE);
    const post = rahmen.slack.messages(channels.nord).map(textOf);
    expect(JSON.stringify(post)).toContain('5 Antworten');
  });

  test('is a new person at the next opening', async () => {
    const { people } = rahmen.slack;
    await rahmen.jumpTo(NEXT + 5 * MINUTE);
    expect(textOf(askOf(rahmen, people.ada))[0]).toMatch(/^Drei Fragen/u);
    expect((await tracesOf(rahmen, people.ada)).length).toBeGreaterThan(0);
    expect(textOf(await readMine(rahmen, people.ada, 'meins'))).toContain(
      '• Dein Team: #kundenservice-nord.',
    );
  });
});
