import { describe, expect, test } from '@jest/globals';
import { voice } from '../../../src/i18n/translate.ts';
import { pastResultCard } from '../../../src/pulse/results/result-card.ts';
import type { ReachedResult } from '../../../src/pulse/results/result.ts';
import { aClosedRound, aResult } from '../../support/builders.ts';
import { cardLines } from '../../support/said.ts';

const DE = voice('de');
const EN = voice('en');

const lines = (say: typeof DE, result: ReachedResult, earlier?: string): readonly string[] =>
  cardLines(pastResultCard(say, { round: aClosedRound(result), result, earlier }));

const CHANGED = aResult({
  answers: 9,
  first: 'a',
  items: [
    { item: 'a', enough: true, wording: 'most', counts: [3, 0, 0, 3, 3], trend: 'more' },
    { item: 'b', enough: true, wording: 'few', trend: 'fewer' },
    { item: 'c', enough: true, wording: 'mixed' },
  ],
  compared: true,
});

describe('a result with words about change', () => {
  test('says them behind the question, in German', () => {
    expect(lines(DE, CHANGED).slice(2, 6)).toEqual([
      'Die meisten sagen ja: „Frage a“ Mehr sagen ja als in den letzten drei Runden.\n1 ■■■   2 –   3 –   4 ■■■   5 ■■■',
      'Wenige sagen ja: „Frage b“ Weniger sagen ja als in den letzten drei Runden.',
      'Gemischt: „Frage c“',
      '1 stimmt gar nicht … 5 stimmt voll. Ein Kästchen ist eine Antwort.',
    ]);
  });

  test('says them behind the question, in English', () => {
    expect(lines(EN, CHANGED).slice(2, 4)).toEqual([
      'Most say yes: “Question a” More people say yes than in the last three rounds.\n1 ■■■   2 –   3 –   4 ■■■   5 ■■■',
      'Few say yes: “Question b” Fewer people say yes than in the last three rounds.',
    ]);
  });

  test('says no more when it will be able to', () => {
    const said = (result: ReachedResult): boolean =>
      lines(EN, result).some((line) => line.includes('after three rounds with the same question'));
    expect(said(aResult())).toBe(true);
    expect(said(aResult({ compared: true }))).toBe(false);
    expect(lines(EN, aResult({ compared: true })).filter((line) => line.trim() === '')).toEqual([]);
  });
});

describe('a result read again', () => {
  test('says which round it was, and has a way to the one before', () => {
    const { nodes } = pastResultCard(DE, {
      round: aClosedRound(aResult()),
      result: aResult(),
      earlier: 'C1-0',
    });
    expect(lines(DE, aResult(), 'C1-0').slice(-2)).toEqual([
      'Ergebnis der Runde, die am Do, 10.12. zu Ende ging.',
      '[Früheres Ergebnis]',
    ]);
    expect(nodes.at(-1)).toEqual({
      kind: 'actions',
      buttons: [{ label: 'Früheres Ergebnis', intent: { kind: 'past-result', round: 'C1-0' } }],
    });
  });

  test('has no way on when it is the first', () => {
    expect(lines(EN, aResult()).at(-1)).toBe('Result of the round that closed on Thu 10 Dec.');
  });

  test('leads to comments where there are texts or themes alone', () => {
    const button = (result: ReachedResult): boolean => lines(DE, result).includes('[Kommentare]');
    expect(button(aResult())).toBe(false);
    expect(button(aResult({ commentPages: 1 }))).toBe(true);
    expect(button(aResult({ themes: ['tools'] }))).toBe(true);
  });
});
