import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Entry } from '../../playground/slack/entry.ts';
import type { Outcome } from '../../playground/slack/outcome.ts';
import { PEOPLE } from '../../playground/slack/seed/people.ts';
import type { View } from '../../playground/slack/types.ts';
import { startRahmen } from '../support/running-rahmen.ts';
import type { RunningRahmen } from '../support/running-rahmen.ts';
import { answer, present, pressAnswer } from '../support/scenes.ts';
import { textOf, viewText } from '../support/slack-text.ts';

const { ina, fay, lea, ada } = PEOPLE;
const MINUTE = 60_000;

let rahmen: RunningRahmen;

const inMinutes = (count: number): Promise<void> => rahmen.jumpTo(rahmen.clock.now() + count * MINUTE);

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

beforeAll(async () => {
  rahmen = await startRahmen({ released: false, environment: { FIRST_ADMIN: ina } });
  await send(ina, await press(ina, 'Weiter'), { admins: [ina, fay] });
  await inMinutes(1);
  // The other one knows me as well: what I keep of people is there before.
  await rahmen.slack.asPerson(fay).command('/rahmen', 'help');
});

afterAll(() => rahmen.stop());

/** All but what was decided in set-up, in an order of its own. */
const kept = async (): Promise<readonly string[]> => {
  const { state, vault } = await rahmen.dump();
  return [...state, ...vault]
    .filter((row) => row['sk'] !== 'SETTINGS')
    .map((row) => JSON.stringify(row))
    .sort();
};

describe('a trial', () => {
  test('says what happens before it does', async () => {
    const form = await press(ina, 'Nur ausprobieren');
    expect(viewText(form)).toEqual([
      'Nur ausprobieren',
      'Eine echte Runde in zehn Minuten, nur für Admins: drei Fragen als Direktnachricht, dann das Ergebnis.',
      '• Ich lege 4 ausgedachte Antworten dazu, damit ihr ein Ergebnis seht.',
      '• Bei so wenigen lässt sich leicht erraten, wer was gesagt hat: Schreibt nichts, das geheim bleiben soll.',
      '• Danach lösche ich alles davon. Nur die Nachrichten in eurem Chat bleiben.',
      'Wer spielt mit?',
      '▾ @ina, @fay',
      'Nur Admins. Du bist auf jeden Fall dabei.',
      '[Los] [Abbrechen]',
    ]);
    await rahmen.slack.asPerson(ina).close(form, true);
  });

  test('is for admins alone', async () => {
    const { fieldErrors } = await send(ina, await press(ina, 'Nur ausprobieren'), { players: [ina, ada] });
    expect(fieldErrors).toEqual({ players: 'In einem Probelauf spielen nur Admins mit.' });
    const { messages } = await rahmen.slack.asPerson(lea).command('/rahmen', 'einrichten');
    expect(messages.flatMap(textOf)).toEqual(['Das machen hier nur Admins. Frag gern: @ina, @fay']);
  });

  test('is played in ten minutes, and nothing of it is left', async () => {
    await rahmen.slack.asPerson(lea).command('/rahmen', 'hilfe');
    const before = await kept();
    const dms = { ina: rahmen.slack.dm(ina).length, fay: rahmen.slack.dm(fay).length };
    const { view } = await send(ina, await press(ina, 'Nur ausprobieren'));
    expect(viewText(view)).toEqual(
      expect.arrayContaining([
        'Es geht los.',
        'Die Fragen kommen gleich als Direktnachricht, das Ergebnis in zehn Minuten.',
      ]),
    );
    await rahmen.drain();
    expect(textOf(rahmen.slack.dm(fay).at(-1))).toEqual([
      'Trial: three questions about your recent shifts, under a minute.',
      expect.stringMatching(/^Open until Mon/u),
      '• I add 4 made-up answers, so that you see a result.',
      '• With so few players it is easy to guess who said what: write nothing that must stay secret.',
      '[Answer] [How you are protected]',
    ]);
    await answer(rahmen, ina, { marks: [5, 5, 5], comment: 'Mehr Ruhe am Telefon.' });
    await answer(rahmen, fay, { marks: [1, 2, 'cannot-say'] });
    expect((await kept()).length).toBeGreaterThan(before.length);

    await inMinutes(10);
    const read = textOf(rahmen.slack.dm(ina).at(-1));
    expect(read.slice(0, 3)).toEqual([
      'Probelauf vorbei. Das würde euer Team in seinem Kanal lesen:',
      '4 ausgedachte Antworten liegen dabei, damit ihr ein Ergebnis seht.',
      '—',
    ]);
    expect(read[3]).toMatch(/^6 Antworten\. /u);
    expect(read).toEqual(
      expect.arrayContaining([
        '• Mehr Ruhe am Telefon.',
        '• (ausgedacht) Eine Liste der zehn häufigsten Fragen für uns alle.',
        '• (ausgedacht) Freitags eine halbe Stunde ohne Anrufe.',
        'Der Probelauf wird gelöscht. Nur diese Nachricht bleibt.',
      ]),
    );
    expect(read.join(' ')).not.toContain('[');
    expect(textOf(rahmen.slack.dm(fay).at(-1))[0]).toBe(
      'Trial over. This is what your team would read in its channel:',
    );

    await inMinutes(3);
    expect(await kept()).toEqual(before);
    expect(rahmen.slack.dm(ina)).toHaveLength(dms.ina + 2);
    expect(rahmen.slack.dm(fay)).toHaveLength(dms.fay + 2);
  });

  test('is known no more when its old button is pressed', async () => {
    const ask = present(rahmen.slack.dm(fay).at(-2), 'ask');
    const { view } = await rahmen.slack.asPerson(fay).click(ask, 'rahmen:answer:0');
    expect(viewText(view)).toEqual(expect.arrayContaining(['I no longer know this round.']));
    await rahmen.slack.asPerson(fay).close(present(view, 'dialog'), true);
  });

  test('is one at a time', async () => {
    const late = await press(fay, 'Just try it');
    await send(ina, await press(ina, 'Nur ausprobieren'), { players: [ina] });
    await rahmen.drain();
    const { view } = await send(fay, late);
    expect(viewText(view).join(' ')).toMatch(
      /A trial is running already, until .*\. After that you can start another one\./u,
    );
  });

  test('that nobody answers shows how it is deleted unread, and an old button leads nowhere else', async () => {
    await inMinutes(10);
    expect(textOf(rahmen.slack.dm(ina).at(-1))).toEqual([
      'Probelauf vorbei. Es waren weniger als 5 Antworten, also habe ich sie ungelesen gelöscht.',
      'Geantwortet hat niemand, und 4 ausgedachte Antworten allein reichen nicht. In einem Team wäre es genauso.',
      'Der Probelauf wird gelöscht. Nur diese Nachricht bleibt.',
    ]);
    await inMinutes(3);
    const before = await kept();
    await send(fay, await press(fay, 'Just try it'), { players: [fay] });
    await rahmen.drain();
    const old = present(rahmen.slack.dm(fay).at(-3), 'ask of the first trial');
    const { view } = await rahmen.slack.asPerson(fay).click(old, 'rahmen:answer:0');
    expect(viewText(view)).toEqual(expect.arrayContaining(['I no longer know this round.']));
    await rahmen.slack.asPerson(fay).close(present(view, 'dialog'), true);
    await answer(rahmen, fay, { marks: [3, 3, 3] });
    await inMinutes(13);
    expect(await kept()).toEqual(before);
  });

  test('is deleted also where nobody could be reached', async () => {
    const before = await kept();
    await send(ina, await press(ina, 'Nur ausprobieren'), { players: [ina] });
    await rahmen.drain();
    await pressAnswer(rahmen, ina);
    await rahmen.slack.asPerson(ina).close(present(rahmen.slack.asPerson(ina).view(), 'form'), true);
    await rahmen.slack.events.uninstalls();
    await inMinutes(90);
    const after = await kept();
    expect(after.filter((row) => row.includes('trial'))).toEqual([]);
    expect(after.length).toBeGreaterThanOrEqual(before.length);
  });
});
