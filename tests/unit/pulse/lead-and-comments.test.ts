import { describe, expect, test } from '@jest/globals';
import type { Card, CardNode } from '../../../src/chat/card.ts';
import type { Span, Text } from '../../../src/chat/text.ts';
import { bold, text } from '../../../src/chat/text.ts';
import { voice } from '../../../src/i18n/translate.ts';
import { commentsNotice, hideForm } from '../../../src/pulse/results/comment-messages.ts';
import type { CommentPage } from '../../../src/pulse/results/read-comments.ts';
import { leadCard } from '../../../src/pulse/results/result-card.ts';
import { noticeLines } from '../../support/said.ts';

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
        bold('. There is nothing more, not even for you.'),
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
  const page = (differing: Partial<CommentPage> = {}): CommentPage => ({
    texts: [],
    hidden: 0,
    themes: [],
    more: false,
    mayHide: false,
    ...differing,
  });

  test('are shown word for word, with a way to the next page and to hiding one', () => {
    const found = page({ texts: ['*fett* <@U1>', '{n}'], more: true, mayHide: true });
    expect(commentsNotice(DE, 'C1-1', 0, found)).toEqual({
      title: 'Kommentare',
      nodes: [
        paragraph(text('Wörtlich, in zufälliger Reihenfolge.')),
        list([text('*fett* <@U1>')], [text('{n}')]),
        {
          kind: 'actions',
          buttons: [
            { label: 'Weitere Kommentare', intent: { kind: 'comments', round: 'C1-1', page: 1 } },
            { label: 'Kommentar ausblenden', intent: { kind: 'hide-comment', round: 'C1-1', page: 0 } },
          ],
        },
      ],
      close: 'Schließen',
    });
  });

  test('end without a button for who may only read', () => {
    const { nodes } = commentsNotice(EN, 'C1-1', 1, page({ texts: ['last'] }));
    expect(nodes).toEqual([paragraph(text('Word for word, in random order.')), list([text('last')])]);
  });

  test('say what they need when there are none', () => {
    const { nodes } = commentsNotice(EN, 'C1-1', 0, page());
    expect(nodes).toEqual([paragraph(text('No comments are shown: they need 5 answers and 2 comments.'))]);
  });

  test('say that some were hidden, and which themes several chose', () => {
    const lines = (found: CommentPage, say = EN) => noticeLines(commentsNotice(say, 'C1-1', 0, found));
    expect(lines(page({ hidden: 1 }))).toEqual(['One comment was hidden.']);
    expect(lines(page({ texts: ['eins'], hidden: 2, themes: ['tools', 'shifts'] }), DE)).toEqual([
      'Wörtlich, in zufälliger Reihenfolge.',
      'eins',
      '2 Kommentare wurden ausgeblendet.',
      'Mehrere haben nur das Thema gewählt: Werkzeuge, Schichten und Pausen.',
    ]);
    expect(lines(page({ themes: ['other'] }))).toEqual(['Several chose the theme only: something else.']);
  });
});

describe('the form to hide one', () => {
  test('asks which one and whether really, and says that nobody will know who it was', () => {
    expect(
      hideForm(EN, 'C1-1', 2, [
        { id: 'a1', text: 'one' },
        { id: 'b2', text: 'two\n\nlines' },
      ]),
    ).toEqual({
      intent: { kind: 'hide-comment', round: 'C1-1', page: 2 },
      title: 'Hide a comment',
      intro: [
        paragraph(bold('Hide for all? It cannot be undone.')),
        paragraph(
          text(
            'That one was hidden stays visible. Who did it is stored nowhere. The text is gone from backups after ',
          ),
          text('35'),
          text(' days.'),
        ),
      ],
      fields: [
        {
          kind: 'choice',
          name: 'comment',
          label: 'Which comment?',
          shown: 'list',
          options: [
            { value: 'a1', label: '1 · one' },
            { value: 'b2', label: '2 · two lines' },
          ],
        },
      ],
      submit: 'Hide for all',
      cancel: 'Cancel',
    });
  });
});
