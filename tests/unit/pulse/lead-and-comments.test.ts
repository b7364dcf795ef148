import { describe, expect, test } from '@jest/globals';
import type { Card, CardNode } from '../../../src/chat/card.ts';
import type { Span, Text } from '../../../src/chat/text.ts';
import { bold, text } from '../../../src/chat/text.ts';
import { voice } from '../../../src/i18n/translate.ts';
import { commentsNotice, leadCard } from '../../../src/pulse/result-card.ts';

const DE = voice('de');
const EN = voice('en');

const paragraph = (...spans: Text): CardNode => ({ kind: 'paragraph', text: spans });
const list = (...items: readonly Text[]): CardNode => ({ kind: 'list', items });

const TEAM: Card = {
  title: [bold('6 Antworten.')],
  nodes: [paragraph(text('Da liegt ihr am weitesten auseinander.'))],
};

describe('the lead’s copy', () => {
  test('is the team’s own card between a link and advice', () => {
    const link: Span = { kind: 'link', text: 'zum Ergebnis', url: 'https://chat.example/1' };
    expect(leadCard(DE, { reached: true, team: TEAM }, [link])).toEqual({
      title: [
        bold('Dein Team hat gerade das Ergebnis bekommen: '),
        link,
        bold('. Du siehst genau dasselbe.'),
      ],
      nodes: [
        { kind: 'divider' },
        paragraph(bold('6 Antworten.')),
        paragraph(text('Da liegt ihr am weitesten auseinander.')),
        { kind: 'divider' },
        paragraph(
          text(
            'Fürs Gespräch: nicht rechtfertigen, nicht raten, von wem es kommt. Drei gute Fragen: Was müsste passieren? Was wäre der kleinste Schritt? Was braucht ihr von mir?',
          ),
        ),
      ],
    });
  });
});

describe('the lead’s copy of a round without a result', () => {
  test('is the team’s own card and a link, with no advice for a talk about nothing', () => {
    const link: Span = { kind: 'conversation', conversation: 'slack:T1:C1' };
    expect(leadCard(EN, { reached: false, team: TEAM }, [link])).toEqual({
      title: [
        bold('Your team has just read this: '),
        link,
        bold('. There is nothing more, for you neither.'),
      ],
      nodes: [
        { kind: 'divider' },
        paragraph(bold('6 Antworten.')),
        paragraph(text('Da liegt ihr am weitesten auseinander.')),
      ],
    });
  });
});

describe('comments', () => {
  test('are shown word for word, with a way to the next page', () => {
    expect(commentsNotice(DE, 'C1-1', 0, { comments: ['*fett* <@U1>', '{n}'], more: true })).toEqual({
      title: 'Kommentare',
      nodes: [
        paragraph(text('Wörtlich, in zufälliger Reihenfolge.')),
        list([text('*fett* <@U1>')], [text('{n}')]),
        {
          kind: 'actions',
          buttons: [{ label: 'Weitere Kommentare', intent: { kind: 'comments', round: 'C1-1', page: 1 } }],
        },
      ],
      close: 'Schließen',
    });
  });

  test('end without a button', () => {
    const { nodes } = commentsNotice(EN, 'C1-1', 1, { comments: ['last'], more: false });
    expect(nodes).toEqual([paragraph(text('Word for word, in random order.')), list([text('last')])]);
  });

  test('say what they need when there are none', () => {
    const { nodes } = commentsNotice(EN, 'C1-1', 0, { comments: [], more: false });
    expect(nodes).toEqual([paragraph(text('No comments are shown: they need 5 answers and 2 texts.'))]);
  });
});
