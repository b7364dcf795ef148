import type { Button, CardNode } from '../../chat/card.ts';
import type { Form, Notice } from '../../chat/form.ts';
import { text } from '../../chat/text.ts';
import type { Text } from '../../chat/text.ts';
import { label, strong } from '../../i18n/translate.ts';
import type { Voice } from '../../i18n/translate.ts';
import type { Comment } from '../../ports/comments.ts';
import { RETENTION } from '../../retention/retention.ts';
import type { CommentPage } from './read-comments.ts';

export const HIDE_FIELD = 'comment';

const buttonsOf = (
  say: Voice,
  round: string,
  page: number,
  { more, mayHide }: CommentPage,
): readonly Button[] => [
  ...(more
    ? [
        {
          label: label(say('button.more-comments')),
          intent: { kind: 'comments' as const, round, page: page + 1 },
        },
      ]
    : []),
  ...(mayHide
    ? [{ label: label(say('button.hide')), intent: { kind: 'hide-comment' as const, round, page } }]
    : []),
];

/** That some are missing stays visible. */
const hiddenText = (say: Voice, n: number): Text =>
  n === 1 ? say('comments.hidden-one') : say('comments.hidden-more', { n });

const nodesOf = (say: Voice, { texts, hidden, themes }: CommentPage): readonly CardNode[] => {
  const named = themes.map((theme) => label(say(`theme.${theme}`))).join(', ');
  return [
    ...(texts.length === 0
      ? []
      : [
          { kind: 'paragraph' as const, text: say('comments.intro') },
          { kind: 'list' as const, items: texts.map((comment) => [text(comment)]) },
        ]),
    ...(hidden === 0 ? [] : [{ kind: 'footnote' as const, text: hiddenText(say, hidden) }]),
    ...(named === ''
      ? []
      : [{ kind: 'paragraph' as const, text: say('comments.themes', { themes: named }) }]),
  ];
};

/** A page of comments, in the dialog of whoever asked for it. */
export const commentsNotice = (say: Voice, round: string, page: number, found: CommentPage): Notice => {
  const nodes = nodesOf(say, found);
  const buttons = buttonsOf(say, round, page, found);
  return {
    title: label(say('comments.title')),
    nodes: [
      ...(nodes.length === 0 ? [{ kind: 'paragraph' as const, text: say('comments.none') }] : nodes),
      ...(buttons.length === 0 ? [] : [{ kind: 'actions' as const, buttons }]),
    ],
    close: label(say('button.close')),
  };
};

/** Which one, and whether really. Numbered in the order of the page, since a long one is cut here. */
export const hideForm = (say: Voice, round: string, page: number, shown: readonly Comment[]): Form => ({
  intent: { kind: 'hide-comment', round, page },
  title: label(say('hide.title')),
  intro: [
    { kind: 'paragraph', text: strong(say('hide.sure')) },
    { kind: 'paragraph', text: say('hide.who', { days: RETENTION.backup.days }) },
  ],
  fields: [
    {
      kind: 'choice',
      name: HIDE_FIELD,
      label: label(say('hide.which')),
      shown: 'list',
      options: shown.map(({ id, text: words = '' }, index) => ({
        value: id,
        // An option is one line.
        label: `${index + 1} · ${words.replace(/\s+/gu, ' ')}`,
      })),
    },
  ],
  submit: label(say('hide.submit')),
  cancel: label(say('button.cancel')),
});
