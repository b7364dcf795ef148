import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { expectQuietLog } from '../support/quiet-log.ts';
import { startRahmen } from '../support/running-rahmen.ts';
import type { RunningRahmen } from '../support/running-rahmen.ts';
import { answer, pressAnswer, setUpTeam } from '../support/scenes.ts';
import { textOf, viewText } from '../support/slack-text.ts';

const OPENS = Date.parse('2026-12-03T11:00:00Z');
const CLOSES = Date.parse('2026-12-10T11:00:00Z');

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

    expect(messages(channels.nord).slice(1).map(textOf)).toEqual([
      [
        'Diesmal waren es weniger als 5 Antworten. Damit kann ich euch nicht schützen, also habe ich sie ungelesen gelöscht.',
        'Kein Vorwurf: Schichten, Urlaub, viel los. Nächste Runde: Do, 17.12., 12:00.',
      ],
    ]);
  });

  test('tells each lead the same in their own language, and no more', () => {
    const { people, dm } = rahmen.slack;
    expect(dm(people.lea).flatMap(textOf).slice(2, -2)).toEqual([
      'Diesmal waren es weniger als 5 Antworten. Damit kann ich euch nicht schützen, also habe ich sie ungelesen gelöscht.',
      'Kein Vorwurf: Schichten, Urlaub, viel los. Nächste Runde: Do, 17.12., 12:00.',
    ]);
    expect(dm(people.fay).flatMap(textOf).slice(2, -2)).toEqual([
      "There were fewer than 5 answers this time. I can't protect you with that, so I deleted them unread.",
      'No blame: shifts, leave, busy days. Next round: Thu 17 Dec, 12:00.',
    ]);
  });

  test('leaves nothing of the answers in either table', async () => {
    const { state, vault } = await rahmen.dump();
    // One tombstone for each of the eleven and one for the key.
    expect(vault.map((row) => Object.keys(row).sort())).toEqual(
      Array.from({ length: 12 }, () => ['pk', 'sealed', 'sk', 'ttl']),
    );
    expect(new Set(vault.map(({ sealed, ttl }) => `${String(sealed)} ${String(ttl)}`)).size).toBe(1);
    expect(state.flatMap(({ result }) => (result === undefined ? [] : [result]))).toEqual([
      { reached: false },
    ]);
    const text = JSON.stringify({ state, vault });
    for (const trace of [...COMMENTS, 'cannot-say', 'COMMENTS']) expect(text).not.toContain(trace);
  });

  test('has no result to read again, and no comments', async () => {
    const { people, asPerson } = rahmen.slack;
    const read = await asPerson(people.ada).command('/puls', 'ergebnis');
    expect(read.messages.flatMap(textOf)).toEqual([
      'Noch gibt es kein Ergebnis. Wenn es eins gibt, steht es im Kanal deines Teams.',
    ]);
    const inEnglish = await asPerson(people.jo).command('/pulse', 'result');
    expect(inEnglish.messages.flatMap(textOf)).toEqual([
      'There is no result yet. When there is one, it appears in your team’s channel.',
    ]);
  });

  test('takes nothing more', async () => {
    const before = await rahmen.dump();
    expect(viewText(await pressAnswer(rahmen, rahmen.slack.people.gil))).toEqual([
      'Rahmen',
      'Die Runde ist zu, das zählt nicht mehr. Nächste: Do, 17.12., 12:00.',
      '[Schließen]',
    ]);
    expect(await rahmen.dump()).toEqual(before);
  });

  test('left no line in the log that says who or what', () => {
    expectQuietLog(rahmen, COMMENTS);
  });
});
