import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { expectQuietLog } from '../support/quiet-log.ts';
import { startRahmen } from '../support/running-rahmen.ts';
import type { RunningRahmen } from '../support/running-rahmen.ts';
import {
  answer,
  filled,
  lenient,
  pressAnswer,
  present,
  resultIn,
  setMyTimes,
  setUpTeam,
} from '../support/scenes.ts';
import { textOf, viewText } from '../support/slack-text.ts';

const OPENS = Date.parse('2026-12-03T11:00:00Z');
const CLOSES = Date.parse('2026-12-10T11:00:00Z');

let rahmen: RunningRahmen;

beforeAll(async () => {
  rahmen = await startRahmen();
});

afterAll(() => rahmen.stop());

const DECIDE =
  'In meinen letzten Schichten konnte ich selbst entscheiden, wie ich Kundinnen und Kunden helfe.';
const LEARN = 'In meinen letzten Schichten habe ich etwas gelernt, das mir im Gespräch hilft.';
const USEFUL = 'Ich habe gesehen, dass meine Arbeit jemandem wirklich genützt hat.';

const MARKS = '( ) 1 · stimmt gar nicht  ( ) 2  ( ) 3  ( ) 4  ( ) 5 · stimmt voll  ( ) kann ich nicht sagen';

const RESULT = [
  `7 Antworten. Redet zuerst hierüber: „${USEFUL}“`,
  'Da liegt ihr am weitesten auseinander. Das ist kein Urteil, sondern ein guter Anfang.',
  `• Gemischt: „${USEFUL}“`,
  `• So gut wie alle sagen ja: „${DECIDE}“`,
  `• Die meisten sagen ja: „${LEARN}“`,
  '[Kommentare]',
  'Ob sich etwas ändert, kann ich nach drei Runden mit derselben Frage sagen.',
];

const RESULT_IN_ENGLISH = [
  '7 answers. Talk about this first: “I saw my work make a real difference to someone.”',
  "That is where you differ most. It's not a verdict, it's a good start.",
  '• Mixed: “I saw my work make a real difference to someone.”',
  '• Nearly everyone says yes: “In my recent shifts I could decide for myself how to help customers.”',
  '• Most say yes: “In my recent shifts I learned something that helps me in conversations.”',
  '[Comments]',
  'Whether something changes I can say after three rounds with the same question.',
];

describe('the set-up', () => {
  test('gives the channel the promise before anybody is asked', async () => {
    const { people, channels } = rahmen.slack;
    const team = { lead: people.lea, channel: channels.nord, entry: { time: '12:00' } };
    await setUpTeam(rahmen, team);
    expect(rahmen.slack.messages(channels.nord).map(textOf)).toEqual([
      [
        'Ab Do, 3.12. stelle ich euch alle zwei Wochen drei Fragen. Das dauert unter einer Minute und ist Arbeitszeit.',
        'Eingerichtet von @lea. Die Teamleitung frage ich nicht: @lea.',
        '• Wer sieht was? Alle hier (13 Personen) sehen dasselbe Ergebnis zur selben Zeit. Wer was geantwortet hat, sieht niemand.',
        '• Ab wann? Ab 5 Antworten. Sind es weniger, lösche ich alles ungelesen.',
        '• Freiwillig. Nicht mitmachen hat keine Folgen, und niemand sieht es.',
        '[Wie ihr geschützt seid] [Meine Zeiten] [Datenblatt] [English]',
      ],
    ]);
    expect(rahmen.slack.count('chat.postMessage')).toBe(1);
  });

  test('explains from the promise how people are protected', async () => {
    const { slack } = rahmen;
    const [promise] = slack.messages(slack.channels.nord);
    const ada = slack.asPerson(slack.people.ada);
    const { view } = await ada.click(present(promise, 'promise'), 'Wie ihr geschützt seid');
    expect(viewText(view)).toEqual([
      'Wie ihr geschützt seid',
      'Solange die Runde offen ist, liegt deine Antwort unter einem Geheimzeichen, damit du sie ändern kannst. Wer die Technik betreibt, könnte es in dieser Zeit auflösen. Deshalb sage ich bis dahin vertraulich.',
      'Beim Schließen zähle ich zusammen, lösche die einzelnen Antworten und vernichte den Schlüssel. Danach kann es niemand mehr, auch ich nicht: anonym.',
      'Was bleibt: Deine Art zu schreiben kann dich verraten, und Slack transportiert, was du eingibst.',
      '[Schließen]',
    ]);
    await ada.close(present(view, 'dialog'));
  });
});

describe('the ask', () => {
  test('goes to the twelve on time, each in their own language and on their own clock, and to nobody else', async () => {
    const { slack } = rahmen;
    const { fay, gus, hana, jo } = slack.people;
    for (const person of [fay, gus, hana, jo]) {
      await setMyTimes(rahmen, person, { asks: 'team', language: 'en' });
    }
    await rahmen.jumpTo(OPENS - 1);
    expect(slack.count('chat.postMessage')).toBe(1);
    await rahmen.jumpTo(OPENS);

    const asks = Object.entries(slack.people).flatMap(([name, id]) => {
      const lines = slack.dm(id).flatMap(textOf);
      return lines.length === 0 ? [] : [[name, lines] as const];
    });
    const inGerman = (close: string) => [
      'Drei Fragen zu deinen letzten Schichten, unter einer Minute.',
      `Offen bis ${close}.`,
      '[Antworten] [Später] [Diese Runde nicht] [Ich bin weg bis …]',
      'Alle sehen dasselbe Ergebnis, niemand sieht, wer was sagt.',
      '[Wie ihr geschützt seid] [Meine Zeiten]',
    ];
    const inEnglish = [
      'Three questions about your recent shifts, under a minute.',
      'Open until Thu 10 Dec, 11:00.',
      "[Answer] [Later] [Not this round] [I'm away until …]",
      'Everyone sees the same result, nobody sees who says what.',
      '[How you are protected] [My times]',
    ];
    const inBerlin = inGerman('Do, 10.12., 12:00');
    expect(Object.fromEntries(asks)).toEqual({
      ada: inBerlin,
      ben: inBerlin,
      cem: inBerlin,
      dana: inBerlin,
      emil: inBerlin,
      fay: inEnglish,
      gus: inEnglish,
      hana: inEnglish,
      ivo: inGerman('Do, 10.12., 11:00'),
      jo: inEnglish,
      kim: inBerlin,
      gil: inBerlin,
    });
    expect(slack.count('chat.postMessage')).toBe(1 + 12);
  });
});

describe('the form', () => {
  test('asks three questions and one text, and nothing is filled in', async () => {
    const form = await pressAnswer(rahmen, rahmen.slack.people.ada);
    expect(viewText(form)).toEqual([
      'Drei Fragen',
      'Keine Namen, keine Kundendaten.',
      DECIDE,
      MARKS,
      LEARN,
      MARKS,
      USEFUL,
      MARKS,
      'Was probieren wir bis zur nächsten Runde aus?',
      '[]',
      'Erscheint ab 5 Antworten und 2 Kommentaren. Das liest dein Team, keine Beratungsstelle.',
      'Wie darf das erscheinen?',
      '▾ wörtlich, gemischt mit anderen',
      '„Nur das Thema“: Deinen Text speichere ich nicht. Ein Thema zeige ich, sobald 3 es gewählt haben.',
      '[Abschicken] [Abbrechen]',
    ]);
  });

  test('points at every question without a mark, and keeps what was typed', async () => {
    const { slack } = rahmen;
    const ada = slack.asPerson(slack.people.ada);
    const form = lenient(slack, present(ada.view(), 'form'));
    const { fieldErrors, view } = await ada.submit(form, { 'item-learn': '4', comment: 'Mehr Pausen' });
    const words = 'Bitte wähl etwas aus; „kann ich nicht sagen“ ist auch eine Antwort.';
    expect(fieldErrors).toEqual({ 'item-decide': words, 'item-useful': words });
    expect(viewText(view)).toContain('[Mehr Pausen]');
  });

  test('takes at most 500 characters', async () => {
    const { slack } = rahmen;
    const ada = slack.asPerson(slack.people.ada);
    const form = present(ada.view(), 'form');
    const said = filled(form, { marks: [5, 4, 1], comment: 'ß'.repeat(501) });
    const { fieldErrors } = await ada.submit(form, said);
    expect(fieldErrors).toEqual({ comment: 'Bitte höchstens 500 Zeichen.' });
  });

  test('confirms in its own place, and the chat holds nothing of it', async () => {
    const { slack } = rahmen;
    const ada = slack.asPerson(slack.people.ada);
    const form = present(ada.view(), 'form');
    const { view, messages } = await ada.submit(
      form,
      filled(form, { marks: [5, 4, 1], comment: 'Mehr Pausen' }),
    );
    expect(viewText(view)).toEqual([
      'Drei Fragen',
      'Drin.',
      'Über denselben Knopf kannst du bis Do, 10.12., 12:00 alles ändern. Im Chat steht davon nichts.',
      '[Fertig]',
    ]);
    expect(messages).toEqual([]);
    await ada.close(present(view, 'confirmation'));
    expect(slack.dm(slack.people.ada)).toHaveLength(1);
  });

  test('comes back filled in, and can be changed until the close', async () => {
    const { people } = rahmen.slack;
    await answer(rahmen, people.ben, { marks: ['cannot-say', 1, 1], comment: 'Das war nichts' });
    const lines = viewText(await pressAnswer(rahmen, people.ben));
    expect(lines.slice(2, 10)).toEqual([
      DECIDE,
      '( ) 1 · stimmt gar nicht  ( ) 2  ( ) 3  ( ) 4  ( ) 5 · stimmt voll  (•) kann ich nicht sagen',
      LEARN,
      '(•) 1 · stimmt gar nicht  ( ) 2  ( ) 3  ( ) 4  ( ) 5 · stimmt voll  ( ) kann ich nicht sagen',
      USEFUL,
      '(•) 1 · stimmt gar nicht  ( ) 2  ( ) 3  ( ) 4  ( ) 5 · stimmt voll  ( ) kann ich nicht sagen',
      'Was probieren wir bis zur nächsten Runde aus?',
      '[Das war nichts]',
    ]);
    await rahmen.jumpTo(CLOSES - 1);
    const changed = await answer(rahmen, people.ben, { marks: [5, 4, 2], comment: '' });
    expect(viewText(changed.view)[1]).toBe('Drin.');
  });
});

describe('the close', () => {
  test('publishes the result in the channel: what is said of each question follows from the marks', async () => {
    const { slack } = rahmen;
    const { people } = slack;
    // Ada and Ben have answered: 5 4 1 and 5 4 2. 4 or 5 say in the end 6 of 7, 4 of 6 and 3 of 7.
    await answer(rahmen, people.cem, { marks: [4, 4, 3], comment: 'Nur <!channel> *fett* & _so_' });
    await answer(rahmen, people.dana, { marks: [4, 5, 5] });
    await answer(rahmen, people.emil, { marks: [4, 3, 4] });
    await answer(rahmen, people.fay, { marks: [5, 2, 5], comment: 'A rota we can read' });
    await answer(rahmen, people.gil, { marks: [1, 'cannot-say', 2] });
    await rahmen.jumpTo(CLOSES);
    expect(slack.messages(slack.channels.nord).slice(1).map(textOf)).toEqual([
      [
        'Die Runde ist noch bis Do, 10.12., 12:00 offen.',
        'Das geht an alle, egal ob du schon geantwortet hast.',
        '[Antworten] [English]',
      ],
      RESULT.map((line) => (line === '[Kommentare]' ? '[Kommentare] [English]' : line)),
    ]);
  });

  test('gives the lead the same after that, in the same minute, with a link', () => {
    const { slack } = rahmen;
    const post = resultIn(rahmen, slack.channels.nord);
    const [copy, ...more] = slack.dm(slack.people.lea);
    const posted = post.ts;
    const link = `https://beispielhaus.slack.com/archives/${slack.channels.nord}/p${posted.replace('.', '')}`;
    expect(textOf(copy)).toEqual([
      `Dein Team hat gerade das Ergebnis bekommen: zum Ergebnis <${link}>. Du siehst genau dasselbe.`,
      '—',
      ...RESULT,
      '—',
      'Fürs Gespräch: nicht rechtfertigen, nicht raten, von wem es kommt. Drei gute Fragen: Was müsste passieren? Was wäre der kleinste Schritt? Was braucht ihr von mir?',
    ]);
    expect(more).toEqual([]);
    const later = Number(present(copy, 'copy').ts) - Number(posted);
    expect(later).toBeGreaterThan(0);
    expect(later).toBeLessThan(60);
  });

  test('shows the comments word for word to whoever presses', async () => {
    const { slack } = rahmen;
    const post = resultIn(rahmen, slack.channels.nord);
    const kim = slack.asPerson(slack.people.kim);
    const { view, messages } = await kim.click(post, 'Kommentare');
    const [title, intro, ...rest] = viewText(view);
    expect([title, intro]).toEqual(['Kommentare', 'Wörtlich, in zufälliger Reihenfolge.']);
    expect([...rest].sort()).toEqual([
      '[Kommentar ausblenden]',
      '[Schließen]',
      '• A rota we can read',
      '• Mehr Pausen',
      '• Nur <!channel> *fett* & _so_',
    ]);
    expect(messages).toEqual([]);
    await kim.close(present(view, 'dialog'));
  });

  test("lets everybody read the result again, in the reader's language", async () => {
    const { asPerson, people } = rahmen.slack;
    const inGerman = await asPerson(people.kim).command('/puls', 'ergebnis');
    const inEnglish = await asPerson(people.jo).command('/pulse', 'result');
    expect(inGerman.messages.map(textOf)).toEqual([
      [...RESULT, 'Ergebnis der Runde, die am Do, 10.12. zu Ende ging.'],
    ]);
    expect(inEnglish.messages.map(textOf)).toEqual([
      [...RESULT_IN_ENGLISH, 'Result of the round that closed on Thu 10 Dec.'],
    ]);
    expect([...inGerman.messages, ...inEnglish.messages].map(({ onlyFor }) => onlyFor)).toEqual([
      people.kim,
      people.jo,
    ]);
  });

  test("answers the asks' buttons privately with the next date, whether somebody took part or not", async () => {
    const { asPerson, people } = rahmen.slack;
    const late = await pressAnswer(rahmen, people.ada);
    expect(viewText(late)).toEqual([
      'Hinweis',
      'Die Runde ist seit Do, 10.12., 12:00 zu, das zählt nicht mehr. Nächste: Do, 17.12., 12:00.',
      '[Schließen]',
    ]);
    expect(viewText(await pressAnswer(rahmen, people.ivo))).toEqual(viewText(late));
    expect(viewText(await pressAnswer(rahmen, people.jo))[1]).toBe(
      'The round closed at Thu 10 Dec, 12:00, this no longer counts. Next: Thu 17 Dec, 12:00.',
    );
    expect(asPerson(people.ada).directMessages().map(textOf)).toHaveLength(1);
  });

  test('never edited or deleted a message', () => {
    expect(rahmen.slack.count('chat.update')).toBe(0);
    expect(rahmen.slack.count('chat.delete')).toBe(0);
  });

  test('left no line in the log that says who or what', () => {
    expectQuietLog(rahmen, ['Pausen', 'rota', 'channel>']);
  });
});
