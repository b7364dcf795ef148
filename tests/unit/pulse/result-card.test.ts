import { describe, expect, test } from '@jest/globals';
import type { Card, CardNode } from '../../../src/chat/card.ts';
import type { Span, Text } from '../../../src/chat/text.ts';
import { bold, code, plain, text } from '../../../src/chat/text.ts';
import { voice } from '../../../src/i18n/translate.ts';
import type { Voice } from '../../../src/i18n/translate.ts';
import { bars, resultCard } from '../../../src/pulse/result-card.ts';
import type { RoundResult } from '../../../src/pulse/result.ts';
import { tally } from '../../../src/pulse/tally.ts';
import { aClosedRound, aResult, aRound, anItem, NEXT } from '../../support/builders.ts';

const DE = voice('de');
const EN = voice('en');
const ITEMS = [anItem('a'), anItem('b'), anItem('c')];

const card = (say: Voice, result: RoundResult): Card => resultCard(say, aClosedRound(result), NEXT);

const de = (item: string): Text => [text('„'), text(`Frage ${item}`), text('“')];
const en = (item: string): Text => [text('“'), text(`Question ${item}`), text('”')];
const line = (says: string, item: Text, ...rest: readonly Span[]): Text => [bold(says), ...item, ...rest];

const paragraph = (...spans: Text): CardNode => ({ kind: 'paragraph', text: spans });
const footnote = (...spans: Text): CardNode => ({ kind: 'footnote', text: spans });
const list = (...items: readonly Text[]): CardNode => ({ kind: 'list', items });

const DE_DIFFER = paragraph(
  text('Da liegt ihr am weitesten auseinander. Das ist kein Urteil, sondern ein guter Anfang.'),
);
const EN_DIFFER = paragraph(text("That is where you differ most. It's not a verdict, it's a good start."));
const DE_CHANGE = text('Ob sich etwas ändert, kann ich nach drei Runden mit derselben Frage sagen.');
const EN_CHANGE = text('Whether something changes I can say after three rounds with the same question.');
const DE_SCALE = text('1 stimmt gar nicht … 5 stimmt voll. Ein Kästchen ist eine Antwort.');
const EN_SCALE = text('1 not at all … 5 completely. One block is one answer.');

describe('the result of four answers', () => {
  const below: RoundResult = { reached: false };

  test('says that all was deleted unread, and when it goes on', () => {
    expect(card(DE, below)).toEqual({
      title: [
        bold(
          'Diesmal waren es weniger als 5 Antworten. Damit kann ich euch nicht schützen, also habe ich sie ungelesen gelöscht.',
        ),
      ],
      nodes: [
        paragraph(
          text('Kein Vorwurf: Schichten, Urlaub, viel los. Nächste Runde: '),
          { kind: 'time', instant: NEXT, style: 'date-time', fallback: 'Do, 17.12., 12:07' },
          text('.'),
        ),
      ],
    });
    expect(card(EN, below)).toEqual({
      title: [
        bold(
          "There were fewer than 5 answers this time. I can't protect you with that, so I deleted them unread.",
        ),
      ],
      nodes: [
        paragraph(
          text('No blame: shifts, leave, busy days. Next round: '),
          { kind: 'time', instant: NEXT, style: 'date-time', fallback: 'Thu 17 Dec, 12:07' },
          text('.'),
        ),
      ],
    });
  });

  test('is the same card for nobody, one, two, three and four', () => {
    const given = { marks: { a: 5, b: 5, c: 5 }, comment: 'text' } as const;
    const cards = [0, 1, 2, 3, 4].map((count) =>
      card(
        DE,
        tally(
          ITEMS,
          Array.from({ length: count }, () => given),
          0,
        ),
      ),
    );
    expect(new Set(cards.map((one) => JSON.stringify(one))).size).toBe(1);
  });
});

describe('the result of five to seven answers', () => {
  test('of five is words, the widest spread first', () => {
    const result = aResult(5, [
      [1, 0, 0, 2, 2],
      [1, 1, 0, 1, 2],
      [0, 0, 3, 2, 0],
    ]);
    expect(card(DE, result)).toEqual({
      title: [bold('5'), bold(' Antworten. Redet zuerst hierüber: „'), bold('Frage b'), bold('“')],
      nodes: [
        DE_DIFFER,
        list(
          line('Die meisten sagen ja: ', de('b')),
          line('So gut wie alle sagen ja: ', de('a')),
          line('Alle sehr ähnlich: ', de('c')),
        ),
        footnote(DE_CHANGE),
      ],
    });
    expect(card(EN, result)).toEqual({
      title: [bold('5'), bold(' answers. Talk about this first: “'), bold('Question b'), bold('”')],
      nodes: [
        EN_DIFFER,
        list(
          line('Most say yes: ', en('b')),
          line('Nearly everyone says yes: ', en('a')),
          line('All very alike: ', en('c')),
        ),
        footnote(EN_CHANGE),
      ],
    });
  });

  test('of seven is words, with a button when there are comments', () => {
    const result = aResult(
      7,
      [
        [1, 0, 0, 3, 3],
        [0, 3, 1, 1, 2],
        [3, 1, 2, 1, 0],
      ],
      1,
    );
    const comments = { kind: 'comments', round: 'C1-1', page: 0 };
    expect(card(DE, result)).toEqual({
      title: [bold('7'), bold(' Antworten. Redet zuerst hierüber: „'), bold('Frage a'), bold('“')],
      nodes: [
        DE_DIFFER,
        list(
          line('So gut wie alle sagen ja: ', de('a')),
          line('Gemischt: ', de('b')),
          line('Wenige sagen ja: ', de('c')),
        ),
        { kind: 'actions', buttons: [{ label: 'Kommentare', intent: comments }] },
        footnote(DE_CHANGE),
      ],
    });
    expect(card(EN, result).nodes.slice(1)).toEqual([
      list(
        line('Nearly everyone says yes: ', en('a')),
        line('Mixed: ', en('b')),
        line('Few say yes: ', en('c')),
      ),
      { kind: 'actions', buttons: [{ label: 'Comments', intent: comments }] },
      footnote(EN_CHANGE),
    ]);
  });
});

describe('the result of eight and nine answers', () => {
  test('of eight is bars and words, without bars where all are alike', () => {
    const result = aResult(8, [
      [1, 0, 0, 3, 4],
      [0, 0, 0, 5, 3],
      [2, 2, 0, 2, 2],
    ]);
    expect(card(DE, result)).toEqual({
      title: [bold('8'), bold(' Antworten. Redet zuerst hierüber: „'), bold('Frage c'), bold('“')],
      nodes: [
        DE_DIFFER,
        list(
          line('Gemischt: ', de('c'), text('\n'), code('1 ■■   2 ■■   3 –   4 ■■   5 ■■')),
          line('So gut wie alle sagen ja: ', de('a'), text('\n'), code('1 ■   2 –   3 –   4 ■■■   5 ■■■■')),
          line('Alle sehr ähnlich: ', de('b')),
        ),
        footnote(DE_SCALE, text(' '), DE_CHANGE),
      ],
    });
    expect(card(EN, result).nodes.slice(1)).toEqual([
      list(
        line('Mixed: ', en('c'), text('\n'), code('1 ■■   2 ■■   3 –   4 ■■   5 ■■')),
        line('Nearly everyone says yes: ', en('a'), text('\n'), code('1 ■   2 –   3 –   4 ■■■   5 ■■■■')),
        line('All very alike: ', en('b')),
      ),
      footnote(EN_SCALE, text(' '), EN_CHANGE),
    ]);
  });

  test('of nine is bars and words, and only words where nine could not all say', () => {
    const result: RoundResult = {
      reached: true,
      answers: 9,
      items: [
        { item: 'a', enough: true, counts: [3, 0, 0, 0, 6], cannotSay: 0 },
        { item: 'b', enough: true, counts: [1, 1, 2, 2, 2] },
        { item: 'c', enough: false },
      ],
      commentPages: 0,
    };
    expect(card(DE, result).nodes).toEqual([
      DE_DIFFER,
      list(
        line('Die meisten sagen ja: ', de('a'), text('\n'), code('1 ■■■   2 –   3 –   4 –   5 ■■■■■■')),
        line('Gemischt: ', de('b')),
        line('Zu wenige Antworten: ', de('c')),
      ),
      footnote(DE_SCALE, text(' '), DE_CHANGE),
    ]);
    expect(card(EN, result).nodes[1]).toEqual(
      list(
        line('Most say yes: ', en('a'), text('\n'), code('1 ■■■   2 –   3 –   4 –   5 ■■■■■■')),
        line('Mixed: ', en('b')),
        line('Not enough answers: ', en('c')),
      ),
    );
  });
});

describe('the result of ten answers and more', () => {
  test('of ten says shares in words beside the bars', () => {
    const result = aResult(10, [
      [2, 0, 0, 4, 4],
      [0, 0, 0, 0, 10],
      [1, 2, 3, 3, 1],
    ]);
    expect(card(DE, result).nodes).toEqual([
      DE_DIFFER,
      list(
        line(
          'So gut wie alle sagen ja: ',
          de('a'),
          text('\n'),
          text('8'),
          text(' von '),
          text('10'),
          text(' sagen 4 oder 5. '),
          code('1 ■■   2 –   3 –   4 ■■■■   5 ■■■■'),
        ),
        line('Alle sehr ähnlich: ', de('b')),
        line(
          'Gemischt: ',
          de('c'),
          text('\n'),
          text('4'),
          text(' von '),
          text('10'),
          text(' sagen 4 oder 5. '),
          code('1 ■   2 ■■   3 ■■■   4 ■■■   5 ■'),
        ),
      ),
      footnote(DE_SCALE, text(' '), DE_CHANGE),
    ]);
  });

  test('of twelve says how many could not say where they are five at least', () => {
    const result: RoundResult = {
      reached: true,
      answers: 12,
      items: [
        { item: 'a', enough: true, counts: [3, 0, 0, 3, 6], cannotSay: 0 },
        { item: 'b', enough: true, counts: [1, 1, 1, 1, 3], cannotSay: 5 },
        { item: 'c', enough: true, counts: [1, 2, 3, 4, 1] },
      ],
      commentPages: 0,
    };
    expect(card(EN, result)).toEqual({
      title: [bold('12'), bold(' answers. Talk about this first: “'), bold('Question a'), bold('”')],
      nodes: [
        EN_DIFFER,
        list(
          line(
            'Most say yes: ',
            en('a'),
            text('\n'),
            text('9'),
            text(' of '),
            text('12'),
            text(' say 4 or 5. '),
            code('1 ■■■   2 –   3 –   4 ■■■   5 ■■■■■■'),
          ),
          line('Mixed: ', en('b'), text(' ('), text('5'), text(" can't say)")),
          line('Mixed: ', en('c')),
        ),
        footnote(EN_SCALE, text(' '), EN_CHANGE),
      ],
    });
  });
});

describe('the first line', () => {
  test('says that all are of one mind', () => {
    const result = aResult(6, [
      [0, 0, 0, 3, 3],
      [6, 0, 0, 0, 0],
      [0, 3, 3, 0, 0],
    ]);
    expect(plain(card(DE, result).title)).toBe('6 Antworten. Ihr seid euch bei allen Fragen einig.');
    expect(plain(card(EN, result).title)).toBe('6 answers. You are of one mind on all questions.');
    expect(card(DE, result).nodes.map(({ kind }) => kind)).toEqual(['list', 'footnote']);
  });

  test('says that no question has five answers that count', () => {
    const result: RoundResult = {
      reached: true,
      answers: 6,
      items: ITEMS.map(({ id }) => ({ item: id, enough: false })),
      commentPages: 0,
    };
    expect(plain(card(DE, result).title)).toBe('6 Antworten, aber zu keiner Frage 5, die zählen.');
    expect(plain(card(EN, result).title)).toBe('6 answers, but no question has 5 that count.');
  });
});

describe('bars', () => {
  test('are five steps on one line', () => {
    expect(bars([2, 1, 0, 4, 2])).toBe('1 ■■   2 ■   3 –   4 ■■■■   5 ■■');
    expect(bars([0, 0, 0, 0, 0])).toBe('1 –   2 –   3 –   4 –   5 –');
  });
});

describe('a round that is not counted', () => {
  test('has no card', () => {
    expect(() => resultCard(DE, aRound(), NEXT)).toThrow('a round without a result has no result card');
  });
});
