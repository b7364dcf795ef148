import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { expectQuietLog } from '../support/quiet-log.ts';
import { startRahmen } from '../support/running-rahmen.ts';
import type { RunningRahmen } from '../support/running-rahmen.ts';
import { answer, pressAnswer, present, setUpTeam } from '../support/scenes.ts';
import { textOf, viewText } from '../support/slack-text.ts';

const OPENS = Date.parse('2026-12-03T11:00:00Z');
/** A week later than was planned: too few had answered. */
const CLOSES = Date.parse('2026-12-17T11:00:00Z');
const WEEK = 7 * 86_400_000;

let rahmen: RunningRahmen;

beforeAll(async () => {
  rahmen = await startRahmen();
});

afterAll(() => rahmen.stop());

/** What four people said, in words that stand nowhere else. */
const COMMENTS = ['Drachenfrucht', 'Zwergplanet', 'Kaltmamsell', 'Regenpfeifer'];

describe('a round with four answers', () => {
  test('says so without a number, and that they were deleted unread', async () => {
    const { people, channels, messages } = rahmen.slack;
    await setUpTeam(rahmen, {
      lead: people.lea,
      channel: channels.nord,
      entry: { time: '12:00', leads: [people.lea, people.fay] },
    });
    await rahmen.jumpTo(OPENS);
    const four = [people.ada, people.ben, people.cem, people.dana];
    for (const [index, person] of four.entries()) {
      await answer(rahmen, person, { marks: [1, 5, 'cannot-say'], comment: COMMENTS[index] ?? '' });
    }
    await rahmen.jumpTo(CLOSES);

    expect(messages(channels.nord).slice(-1).map(textOf)).toEqual([
      [
        'Diesmal waren es weniger als 5 Antworten. Damit kann ich euch nicht schützen, also habe ich sie ungelesen gelöscht.',
        'Kein Vorwurf: Schichten, Urlaub, viel los. Nächste Runde: Do, 31.12., 12:00.',
        '[English]',
      ],
    ]);
  });

  test('tells each lead the same, and that there is no more', () => {
    const { people, channels, dm, messages } = rahmen.slack;
    const { ts } = present(messages(channels.nord).at(-1), 'post');
    const link = `<https://beispielhaus.slack.com/archives/${channels.nord}/p${ts.replace('.', '')}>`;
    const copy = [
      `Das hat dein Team gerade gelesen: im Kanal ansehen ${link}. Mehr gibt es nicht, auch nicht für dich.`,
      '—',
      'Diesmal waren es weniger als 5 Antworten. Damit kann ich euch nicht schützen, also habe ich sie ungelesen gelöscht.',
      'Kein Vorwurf: Schichten, Urlaub, viel los. Nächste Runde: Do, 31.12., 12:00.',
    ];
    expect(textOf(present(dm(people.lea).at(-1), 'copy'))).toEqual(copy);
    expect(textOf(present(dm(people.fay).at(-1), 'copy'))).toEqual(copy);
  });

  test('leaves nothing of the answers in either table', async () => {
    const { state, vault: rows } = await rahmen.dump();
    const vault = rows.filter(({ pk }) => String(pk).includes('ROUND'));
    // One tombstone for each of the eleven and one for the key.
    expect(vault.map((row) => Object.keys(row).sort())).toEqual(
      Array.from({ length: 12 }, () => ['pk', 'sealed', 'sk', 'ttl']),
    );
    expect(new Set(vault.map(({ sealed, ttl }) => `${String(sealed)} ${String(ttl)}`)).size).toBe(1);
    expect(state.flatMap(({ result }) => (result === undefined ? [] : [result]))).toEqual([
      { reached: false },
    ]);
    const text = JSON.stringify({ state, rows });
    for (const trace of [...COMMENTS, 'cannot-say', 'COMMENTS']) expect(text).not.toContain(trace);
  });

  test('has no result to read again, and no comments', async () => {
    const { people, asPerson } = rahmen.slack;
    const read = await asPerson(people.ada).command('/puls', 'ergebnis');
    expect(read.messages.flatMap(textOf)).toEqual([
      'Noch gibt es kein Ergebnis. Wenn es eins gibt, steht es im Kanal deines Teams.',
    ]);
  });

  test('takes nothing more', async () => {
    const before = await rahmen.dump();
    expect(viewText(await pressAnswer(rahmen, rahmen.slack.people.gil))).toEqual([
      'Hinweis',
      'Die Runde ist seit Do, 17.12., 12:00 zu, das zählt nicht mehr. Nächste: Do, 31.12., 12:00.',
      '[Schließen]',
    ]);
    expect(await rahmen.dump()).toEqual(before);
  });

  test('left no line in the log that says who or what', () => {
    expectQuietLog(rahmen, COMMENTS);
  });
});

describe('a round whose vault is lost', () => {
  test('says so, and the next one opens', async () => {
    const { people, channels, messages, dm } = rahmen.slack;
    await rahmen.jumpTo(OPENS + 4 * WEEK);
    for (const person of [people.ada, people.ben, people.cem, people.dana, people.emil]) {
      await answer(rahmen, person, { marks: [1, 3, 5] });
    }
    await rahmen.loseVault();
    await rahmen.jumpTo(OPENS + 5 * WEEK);
    expect(messages(channels.nord).slice(-1).map(textOf)).toEqual([
      [
        'Diese Runde ist verloren: Der Speicher mit den offenen Antworten ist ausgefallen, bevor ich zählen konnte.',
        'Er ist absichtlich nirgends gesichert, damit dort niemand eure Antworten nachlesen kann. Das tut mir leid. Nächste Runde: Do, 14.1., 12:00.',
        '[English]',
      ],
    ]);
    expect(textOf(dm(people.fay).at(-1)).slice(2)).toEqual([
      'Diese Runde ist verloren: Der Speicher mit den offenen Antworten ist ausgefallen, bevor ich zählen konnte.',
      'Er ist absichtlich nirgends gesichert, damit dort niemand eure Antworten nachlesen kann. Das tut mir leid. Nächste Runde: Do, 14.1., 12:00.',
    ]);
    await rahmen.jumpTo(OPENS + 6 * WEEK);
    expect(dm(people.ada)).toHaveLength(3);
  });
});
