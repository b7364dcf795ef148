import type { SharedMessage } from '../chat/actions.ts';
import type { Card, CardNode } from '../chat/card.ts';
import { otherLanguageButton } from '../chat/other-language.ts';
import { moment } from '../i18n/dates.ts';
import { label, strong } from '../i18n/translate.ts';
import type { Voice } from '../i18n/translate.ts';
import { askCard } from './ask-card.ts';
import type { Round } from './round.ts';

/** What a round says in its team's channels while it is open. The same for all, whoever has answered (R4). */
export type RoundPost = 'round-ask' | 'reminder' | 'extension';

const buttons = (say: Voice, round: Round, what: SharedMessage['what']): CardNode => ({
  kind: 'actions',
  buttons: [
    { label: label(say('button.answer')), intent: { kind: 'answer', round: round.id }, primary: true },
    otherLanguageButton(say, { what, id: round.id }),
  ],
});

const withButton = (say: Voice, round: Round, card: Card): Card => ({
  ...card,
  nodes: card.nodes.map((node) =>
    node.kind === 'actions'
      ? {
          ...node,
          buttons: [...node.buttons, otherLanguageButton(say, { what: 'round-ask', id: round.id })],
        }
      : node,
  ),
});

/** The ask as a post (T4), the reminder and the extension (T9). Never edited. */
export const roundPostCard = (say: Voice, round: Round, post: RoundPost): Card => {
  if (post === 'round-ask') return withButton(say, round, askCard(say, round, round.zone));
  const close = { close: moment(round.closesAt, round.zone, say.language, 'date-time') };
  return {
    title: strong(say(`${post}.title`, close)),
    nodes: [
      { kind: 'paragraph', text: post === 'reminder' ? say('reminder.text') : say('extension.text', close) },
      buttons(say, round, post),
    ],
  };
};
