import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Card, CardNode } from '../../../src/chat/card.ts';
import type { Text } from '../../../src/chat/text.ts';
import { plain } from '../../../src/chat/text.ts';
import { voice } from '../../../src/i18n/translate.ts';
import type { Voice } from '../../../src/i18n/translate.ts';
import type { Answer } from '../../../src/pulse/answers/answer.ts';
import { resultCard } from '../../../src/pulse/results/result-card.ts';
import type { RoundResult } from '../../../src/pulse/results/result.ts';
import { tally } from '../../../src/pulse/results/tally.ts';
import { aClosedRound, aTeam, anItem, NEXT_OPENING } from '../../support/builders.ts';
import { answer } from '../../support/generators.ts';

const DE = voice('de');
const EN = voice('en');
const ITEMS = [anItem('a'), anItem('b'), anItem('c')];

const tallied = (answers: readonly Answer[], guarded = false): RoundResult =>
  tally({ items: ITEMS, answers, commentPages: 1, guarded });

const card = (say: Voice, result: RoundResult): Card =>
  resultCard(say, aClosedRound(result), aTeam({ nextOpening: NEXT_OPENING }));

const wordsOf = (node: CardNode): readonly Text[] => {
  switch (node.kind) {
    case 'list':
      return node.items;
    case 'paragraph':
    case 'footnote':
      return [node.text];
    default:
      return [];
  }
};

const allText = ({ title, nodes }: Card): string => [title, ...nodes.flatMap(wordsOf)].map(plain).join('\n');

describe('for any answers', () => {
  const round = (result: RoundResult) => card(EN, result);
  const given = fc.array(answer(ITEMS), { minLength: 5, maxLength: 14 });

  test('below eight there is no number but how many answered and what the text says itself', () => {
    fc.assert(
      fc.property(fc.array(answer(ITEMS), { minLength: 5, maxLength: 7 }), (answers) => {
        const said = allText(round(tallied(answers)));
        const numbers = said.replace('No question has 5 answers that count', '').match(/\d+/g) ?? [];
        expect(numbers).toEqual([String(answers.length)]);
      }),
    );
  });

  test('a guarded one has no number at all', () => {
    fc.assert(
      fc.property(given, (answers) => {
        const said = allText(round(tallied(answers, true))).replace('has 5 answers that count', '');
        expect(said).not.toMatch(/\d/);
        expect(said).not.toContain('■');
      }),
    );
  });

  test('nobody can work out that one to four could not say', () => {
    fc.assert(
      fc.property(given, (answers) => {
        const said = allText(round(tallied(answers)));
        const drawn = said.split('\n').filter((words) => words.includes('■'));
        const unable = drawn.map((words) => answers.length - (words.match(/■/g) ?? []).length);
        expect(unable.filter((count) => count > 0 && count < 5)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('both languages say the same in the same places, and no percentage', () => {
    fc.assert(
      fc.property(given, (answers) => {
        const result = tallied(answers);
        const [german, english] = [card(DE, result), card(EN, result)];
        expect(german.nodes.map(({ kind }) => kind)).toEqual(english.nodes.map(({ kind }) => kind));
        expect(allText(german).match(/■+|–/g)).toEqual(allText(english).match(/■+|–/g));
        expect(`${allText(german)}${allText(english)}`).not.toMatch(/%|\d[.,]\d/);
      }),
    );
  });
});
