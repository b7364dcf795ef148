import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Message } from '../../playground/slack/types.ts';
import { readMine, tracesOf } from '../support/mine.ts';
import { startRahmen } from '../support/running-rahmen.ts';
import type { RunningRahmen } from '../support/running-rahmen.ts';
import { answer, present, setMyTimes, setUpTeam } from '../support/scenes.ts';
import { textOf, viewText } from '../support/slack-text.ts';

/** Thursday, noon in Berlin. */
const OPENS = Date.parse('2026-12-03T11:00:00Z');

let rahmen: RunningRahmen;

beforeAll(async () => {
  rahmen = await startRahmen();
  const { people, channels } = rahmen.slack;
  await setUpTeam(rahmen, { lead: people.lea, channel: channels.nord, entry: { time: '12:00' } });
  await rahmen.jumpTo(OPENS);
});

afterAll(() => rahmen.stop());

/** Presses *As a file*; answers with what the press was answered with, and the newest direct message then. */
const exported = async (person: string, word: string) => {
  const { slack, drain } = rahmen;
  const card = await readMine(rahmen, person, word);
  const { view } = await slack.asPerson(person).click(card, 'rahmen:mine:1');
  const said = viewText(view);
  await slack.asPerson(person).close(present(view, 'answer'), true);
  await drain();
  return { said, message: present(slack.dm(person).at(-1), 'message') };
};

const file = ({ files = [] }: Message, name: string): string =>
  present(
    files.find((one) => one.name === name),
    name,
  ).content;

/** Asks that are not the same each time: the minute in which it was made. */
const later = (): void => rahmen.clock.jumpTo(rahmen.clock.now() + 60_000);

describe('what is stored about me, as a file', () => {
  test('comes as a direct message, in German, to read and to process, without a word of answers', async () => {
    const { people } = rahmen.slack;
    await answer(rahmen, people.ada, { marks: [1, 2, 3], comment: 'Das bleibt bei mir' });
    const { said, message } = await exported(people.ada, 'meins');
    expect(said).toEqual(['Hinweis', 'Deine Datei kommt gleich als Direktnachricht.', '[Schließen]']);
    expect(message.text).toBe('Du hast danach gefragt: Das ist über dich gespeichert.');
    expect(file(message, 'rahmen.txt').split('\n')).toEqual([
      'Das weiß ich über dich.',
      'Erstellt am Do, 3.12., 12:00.',
      '',
      'Aus dem Chat: volles Mitglied, Sprache Deutsch, Zeitzone Europe/Berlin. Kein Name, keine Mailadresse.',
      'Eigene Einstellungen: keine.',
      'Dein Team: #kundenservice-nord.',
      'Du stehst auf der Liste von 1 Runde deines Teams: dass sie dir offenstand, nicht ob du geantwortet hast. Listen lösche ich nach 100 Tagen.',
      'Welche Nachrichten an dich gingen, weiß ich höchstens 30 Tage lang; wie viele es waren, nur diese Woche.',
      '',
      'Wo dein Name steht:',
      'Runde C0NORDTEAM-1: sie stand dir offen; ob du geantwortet hast, ist nicht gespeichert',
      '',
      'Was du in der offenen Runde geantwortet hast, steht nicht in dieser Datei, und auch nicht, ob: Eine Datei im Chat darf das nicht verraten. Im Formular siehst du es, bis die Runde schließt.',
      '',
    ]);
    expect(JSON.parse(file(message, 'rahmen.json'))).toEqual({
      made: '2026-12-03T11:00:00.000Z',
      profile: {
        person: people.ada,
        kind: 'member',
        language: 'de',
        zone: 'Europe/Berlin',
        team: 'C0NORDTEAM',
        leads: [],
        promisedIn: 'C0NORDTEAM',
      },
      admin: false,
      mentions: [{ what: 'asks', id: 'C0NORDTEAM-1', fields: ['people'] }],
    });
  });

  test('is the same for who did not answer', async () => {
    const { people } = rahmen.slack;
    const answered = await exported(people.ada, 'meins');
    later();
    const silent = await exported(people.ben, 'meins');
    const same = (message: Message, person: string) =>
      message.files?.map(({ content }) => content.replaceAll(person, 'ID').replace(/12:0\d|11:0\d/gu, 'T'));
    expect(same(silent.message, people.ben)).toEqual(same(answered.message, people.ada));
  });

  test('says in English where a name stands, and is kept in no table', async () => {
    const { people } = rahmen.slack;
    await setMyTimes(rahmen, people.lea, { asks: 'team', language: 'en' });
    later();
    const before = await rahmen.dump();
    const { said, message } = await exported(people.lea, 'me');
    expect(said).toContain('Your file comes as a direct message in a moment.');
    expect(file(message, 'rahmen.txt').split('\n')).toEqual(
      expect.arrayContaining([
        'Own setting: language English.',
        'You lead: #kundenservice-nord.',
        'Where your name stands:',
        '#kundenservice-nord: lead, set up by you, named as a lead in the promise to the team',
        'Round C0NORDTEAM-1: lead',
      ]),
    );
    expect(await rahmen.dump()).toEqual(before);
    expect((await tracesOf(rahmen, people.lea)).filter((where) => where.includes('export'))).toEqual([]);
  });

  test.each([
    ['we may not send files', { kind: 'error', error: 'missing_scope' }],
    ['Slack fails', { kind: 'status', status: 503 }],
  ] as const)('is apologised for where %s', async (_name, fault) => {
    const { people, faults } = rahmen.slack;
    later();
    faults.next('files.getUploadURLExternal', fault);
    const { message } = await exported(people.cem, 'meins');
    expect(message.files).toBeUndefined();
    expect(textOf(message)).toEqual([
      'Ich konnte dir die Datei nicht schicken. Versuch es bitte später noch einmal.',
      'Klappt es wieder nicht, darf die App hier vielleicht keine Dateien schicken. Eure Admins können das ändern.',
    ]);
  });

  test('waits where Slack asks us to', async () => {
    const { people, faults, dm } = rahmen.slack;
    later();
    const before = dm(people.dana).length;
    faults.next('files.completeUploadExternal', { kind: 'rate-limited', retryAfter: 30 });
    await exported(people.dana, 'meins');
    expect(dm(people.dana)).toHaveLength(before);
    later();
    await rahmen.drain();
    expect(dm(people.dana)).toHaveLength(before + 1);
    expect(dm(people.dana).at(-1)?.files).toHaveLength(2);
  });
});
