import { describe, expect, test } from '@jest/globals';
import type { Card, CardNode } from '../../../src/chat/card.ts';
import type { Span, Text } from '../../../src/chat/text.ts';
import { bold, code, plain, text } from '../../../src/chat/text.ts';
import { voice } from '../../../src/i18n/translate.ts';
import type { Voice } from '../../../src/i18n/translate.ts';
import type { Mark } from '../../../src/pulse/answers/answer.ts';
import { MARKS } from '../../../src/pulse/answers/read-answer.ts';
import { bars, resultCard } from '../../../src/pulse/results/result-card.ts';
import type { Counts, RoundResult } from '../../../src/pulse/results/result.ts';
import { tally } from '../../../src/pulse/results/tally.ts';
import { aClosedRound, aTeam, anItem, NEXT_OPENING } from '../../support/builders.ts';

const DE = voice('de');
const EN = voice('en');
const ITEMS = [anItem('a'), anItem('b'), anItem('c')];

const card = (say: Voice, result: RoundResult): Card =>
  resultCard(say, aClosedRound(result), aTeam({ nextOpening: NEXT_OPENING }));

const de = (item: string): Text => [text('„'), text(`Frage ${item}`), text('“')];
const en = (item: string): Text => [text('“'), text(`Question ${item}`), text('”')];
const line = (says: string, item: Text, ...rest: readonly Span[]): Text => [bold(says), ...item, ...rest];

const paragraph = (...spans: Text): CardNode => ({ kind: 'paragraph', text: spans });
const footnote = (...spans: Text): CardNode => ({ kind: 'footnote', text: spans });
const list = (...items: readonly Text[]): CardNode => ({ kind: 'list', items });

/** Marks from 1 to 5 as often as `counts` says, and then people who could not say. */
const marksOf = (counts: Counts, cannotSay = 0): readonly Mark[] => [
  ...counts.flatMap((count, index) => Array.from({ length: count }, () => MARKS[index] ?? 'cannot-say')),
  ...Array.from({ length: cannotSay }, (): Mark => 'cannot-say'),
];

/** What is kept of a round whose three questions got these marks. */
const resultOf = (
  [a, b, c]: readonly [readonly Mark[], readonly Mark[], readonly Mark[]],
  differing: { readonly commentPages?: number; readonly guarded?: boolean } = {},
): RoundResult =>
  tally({
    items: ITEMS,
    answers: a.map((mark, index) => ({
      marks: { a: mark, b: b[index] ?? 'cannot-say', c: c[index] ?? 'cannot-say' },
    })),
    commentPages: 0,
    guarded: false,
    ...differing,
  });

const deFirst = (n: string, item: string): Text => [
  bold(n),
  bold(' Antworten.'),
  bold(' '),
  bold('Redet zuerst hierüber: „'),
  bold(`Frage ${item}`),
  bold('“'),
];
const enFirst = (n: string, item: string): Text => [
  bold(n),
  bold(' answers.'),
  bold(' '),
  bold('Talk about this first: “'),
  bold(`Question ${item}`),
  bold('”'),
];

const DE_DIFFER = paragraph(
  text('Da liegt ihr am weitesten auseinander. Das ist kein Urteil, sondern ein guter Anfang.'),
);
const EN_DIFFER = paragraph(text("That is where you differ most. It's not a verdict, it's a good start."));
const DE_CHANGE = text('Ob sich etwas ändert, kann ich nach drei Runden mit derselben Frage sagen.');
const EN_CHANGE = text('Whether something changes I can say after three rounds with the same question.');
const DE_SCALE = text('1 stimmt gar nicht … 5 stimmt voll. Ein Kästchen ist eine Antwort.');
const EN_SCALE = text('1 not at all … 5 completely. One block is one answer.');

describe('the result of five to seven answers', () => {
  test('of five is words, the widest spread first', () => {
    const result = resultOf([marksOf([1, 0, 0, 2, 2]), marksOf([1, 1, 0, 1, 2]), marksOf([0, 0, 3, 2, 0])]);
    expect(card(DE, result)).toEqual({
      title: deFirst('5', 'b'),
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
      title: enFirst('5', 'b'),
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
    const result = resultOf([marksOf([1, 0, 0, 3, 3]), marksOf([0, 3, 1, 1, 2]), marksOf([3, 1, 2, 1, 0])], {
      commentPages: 1,
    });
    const comments = { kind: 'comments', round: 'C1-1', page: 0 };
    expect(card(DE, result)).toEqual({
      title: deFirst('7', 'a'),
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
    const result = resultOf([marksOf([1, 0, 0, 3, 4]), marksOf([0, 0, 0, 5, 3]), marksOf([2, 2, 0, 2, 2])]);
    expect(card(DE, result)).toEqual({
      title: deFirst('8', 'c'),
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
    const result = resultOf([
      marksOf([3, 0, 0, 0, 6]),
      marksOf([1, 1, 2, 2, 2], 1),
      marksOf([1, 1, 0, 1, 1], 5),
    ]);
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
    const result = resultOf([marksOf([2, 0, 0, 4, 4]), marksOf([0, 0, 0, 0, 10]), marksOf([1, 2, 3, 3, 1])]);
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
    const result = resultOf([
      marksOf([3, 0, 0, 3, 6]),
      marksOf([1, 1, 1, 1, 3], 5),
      marksOf([1, 2, 3, 4, 1], 1),
    ]);
    expect(card(EN, result)).toEqual({
      title: enFirst('12', 'a'),
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
    const result = resultOf([marksOf([0, 0, 0, 3, 3]), marksOf([6, 0, 0, 0, 0]), marksOf([0, 3, 3, 0, 0])]);
    expect(plain(card(DE, result).title)).toBe('6 Antworten. Ihr seid euch bei allen Fragen einig.');
    expect(plain(card(EN, result).title)).toBe('6 answers. You are of one mind on all questions.');
    expect(card(DE, result).nodes.map(({ kind }) => kind)).toEqual(['list', 'footnote']);
  });

  test('says that all are of one mind where enough answered', () => {
    const result = resultOf([
      marksOf([0, 0, 0, 3, 3]),
      marksOf([2, 0, 0, 0, 2], 2),
      marksOf([0, 6, 0, 0, 0]),
    ]);
    expect(plain(card(DE, result).title)).toBe(
      '6 Antworten. Wo genug geantwortet haben, seid ihr euch einig.',
    );
    expect(plain(card(EN, result).title)).toBe(
      '6 answers. Where enough people answered, you are of one mind.',
    );
  });

  test('says that no question has five answers that count', () => {
    const result = resultOf([
      marksOf([2, 0, 0, 0, 2], 2),
      marksOf([2, 0, 0, 0, 2], 2),
      marksOf([0, 0, 0, 0, 0], 6),
    ]);
    expect(plain(card(DE, result).title)).toBe(
      '6 Antworten. Zu keiner Frage gibt es 5 Antworten, die zählen.',
    );
    expect(plain(card(EN, result).title)).toBe('6 answers. No question has 5 answers that count.');
  });
});

describe('a guarded result', () => {
  test('is words without any number, and says why', () => {
    const columns = [
      marksOf([2, 0, 0, 4, 4]),
      marksOf([0, 0, 0, 0, 10]),
      marksOf([1, 2, 2, 0, 0], 5),
    ] as const;
    expect(card(DE, resultOf(columns, { guarded: true }))).toEqual({
      title: [bold('Redet zuerst hierüber: „'), bold('Frage a'), bold('“')],
      nodes: [
        DE_DIFFER,
        list(
          line('So gut wie alle sagen ja: ', de('a')),
          line('Alle sehr ähnlich: ', de('b')),
          line('Wenige sagen ja: ', de('c')),
        ),
        footnote(
          text('Diesmal nur Worte, damit niemand ein Ergebnis vom anderen abziehen kann.'),
          text(' '),
          DE_CHANGE,
        ),
      ],
    });
    expect(card(EN, resultOf(columns, { guarded: true })).nodes.at(-1)).toEqual(
      footnote(
        text('In words only this time, so that nobody can subtract one result from another.'),
        text(' '),
        EN_CHANGE,
      ),
    );
  });
});

describe('bars', () => {
  test('are five steps on one line', () => {
    expect(bars([2, 1, 0, 4, 2])).toBe('1 ■■   2 ■   3 –   4 ■■■■   5 ■■');
    expect(bars([0, 0, 0, 0, 0])).toBe('1 –   2 –   3 –   4 –   5 –');
  });
});
