import type { Card } from '../../chat/card.ts';
import { forChannel } from '../../chat/other-language.ts';
import { moment } from '../../i18n/dates.ts';
import { label, strong } from '../../i18n/translate.ts';
import type { Voice } from '../../i18n/translate.ts';
import type { Team } from '../../team/team.ts';
import { askCard, sinceIn } from '../asks/ask-card.ts';
import type { Round } from '../round.ts';

/** What a round says in its team's channels while it is open. The same for all, whoever has answered (R4). */
export type RoundPost = 'round-ask' | 'reminder' | 'extension';

interface Posted {
  readonly round: Round;
  readonly team: Pick<Team, 'since'>;
}

/** The ask as a post (T4), with the promise at every round; the reminder and the extension (T9). Never edited. */
export const roundPostCard = (say: Voice, { round, team }: Posted, post: RoundPost): Card => {
  const shared = { what: post, id: round.id };
  if (post === 'round-ask') {
    return forChannel(say, askCard(say, round, round.zone, sinceIn(team, round)), shared);
  }
  const close = { close: moment(round.closesAt, round.zone, say.language, 'date-time') };
  const card: Card = {
    title: strong(say(`${post}.title`, close)),
    nodes: [
      { kind: 'paragraph', text: post === 'reminder' ? say('reminder.text') : say('extension.text', close) },
      {
        kind: 'actions',
        buttons: [
          { label: label(say('button.answer')), intent: { kind: 'answer', round: round.id }, primary: true },
        ],
      },
    ],
  };
  return forChannel(say, card, shared);
};
