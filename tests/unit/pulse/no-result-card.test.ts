import { describe, expect, test } from '@jest/globals';
import type { Card, CardNode } from '../../../src/chat/card.ts';
import type { Text } from '../../../src/chat/text.ts';
import { bold, plain, text } from '../../../src/chat/text.ts';
import { voice } from '../../../src/i18n/translate.ts';
import type { Voice } from '../../../src/i18n/translate.ts';
import { resultCard } from '../../../src/pulse/results/result-card.ts';
import type { RoundResult } from '../../../src/pulse/results/result.ts';
import { tally } from '../../../src/pulse/results/tally.ts';
import { aClosedRound, aRound, aTeam, anItem, NEXT, NEXT_OPENING } from '../../support/builders.ts';

/* Rounds that end without a result. */

const DE = voice('de');
const EN = voice('en');
const ITEMS = [anItem('a'), anItem('b'), anItem('c')];

const card = (say: Voice, result: RoundResult): Card =>
  resultCard(say, aClosedRound(result), aTeam({ nextOpening: NEXT_OPENING }));

const paragraph = (...spans: Text): CardNode => ({ kind: 'paragraph', text: spans });

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
          text('Kein Vorwurf: Schichten, Urlaub, viel los.'),
          text(' '),
          text('Nächste Runde: '),
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
          text('No blame: shifts, leave, busy days.'),
          text(' '),
          text('Next round: '),
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
        tally({
          items: ITEMS,
          answers: Array.from({ length: count }, () => given),
          commentPages: 0,
          guarded: false,
        }),
      ),
    );
    expect(new Set(cards.map((one) => JSON.stringify(one))).size).toBe(1);
  });
});

describe('a round whose vault was lost', () => {
  test('says so, and that nothing is kept elsewhere on purpose', () => {
    const lost: RoundResult = { reached: false, lost: true };
    expect([card(DE, lost), card(EN, lost)].map(({ title }) => plain(title))).toEqual([
      'Diese Runde ist verloren: Der Speicher mit den offenen Antworten ist ausgefallen, bevor ich zählen konnte.',
      'This round is lost: the store that held the open answers failed before I could count.',
    ]);
    expect(card(EN, lost).nodes).toEqual([
      paragraph(
        text('It is kept nowhere else, on purpose, so that nobody can read your answers there. I am sorry.'),
        text(' '),
        text('Next round: '),
        { kind: 'time', instant: NEXT, style: 'date-time', fallback: 'Thu 17 Dec, 12:07' },
        text('.'),
      ),
    ]);
  });
});

describe('a round that is not counted', () => {
  test('has no card', () => {
    expect(() => resultCard(DE, aRound(), aTeam())).toThrow('a round without a result has no result card');
  });
});
