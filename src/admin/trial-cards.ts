import type { Card, CardNode } from '../chat/card.ts';
import type { Form } from '../chat/form.ts';
import { text } from '../chat/text.ts';
import { moment } from '../i18n/dates.ts';
import { label, strong } from '../i18n/translate.ts';
import type { Voice } from '../i18n/translate.ts';
import { resultCard } from '../pulse/results/result-card.ts';
import type { Round } from '../pulse/round.ts';
import type { Team } from '../team/team.ts';
import type { Zone } from '../shared/time.ts';
import { ADMINS_MOST } from './settings.ts';
import type { Settings } from './settings.ts';
import { MADE_UP } from './trial.ts';

export const PLAYERS_FIELD = 'players';

/** What happens in a trial, before it does. */
export const trialForm = (say: Voice, { admins }: Settings): Form => ({
  intent: { kind: 'start-trial' },
  title: label(say('trial.dialog')),
  intro: [
    { kind: 'paragraph', text: say('trial.intro') },
    {
      kind: 'list',
      items: [say('trial.made-up', { n: MADE_UP }), say('trial.few'), say('trial.gone')],
    },
  ],
  fields: [
    {
      kind: 'people',
      name: PLAYERS_FIELD,
      label: label(say('trial.players')),
      hint: label(say('trial.players-hint')),
      max: ADMINS_MOST,
      optional: true,
      value: admins,
    },
  ],
  submit: label(say('button.start-trial')),
  cancel: label(say('button.cancel')),
});

export const trialStartedCard = (say: Voice): Card => ({
  title: strong(say('trial.started')),
  nodes: [{ kind: 'paragraph', text: say('trial.started-text') }],
});

/** The ask of a trial: the same first line and form as any, and that it is one. */
export const trialAskCard = (say: Voice, round: Round, zone: Zone): Card => ({
  title: strong(say('trial.ask')),
  nodes: [
    {
      kind: 'paragraph',
      text: say('ask.until', { close: moment(round.closesAt, zone, say.language, 'date-time') }),
    },
    { kind: 'list', items: [say('trial.made-up', { n: MADE_UP }), say('trial.few')] },
    {
      kind: 'actions',
      buttons: [
        { label: label(say('button.answer')), intent: { kind: 'answer', round: round.id }, primary: true },
        { label: label(say('button.protection')), intent: { kind: 'protection' } },
      ],
    },
  ],
});

const comments = (say: Voice, texts: readonly string[]): readonly CardNode[] =>
  texts.length === 0
    ? []
    : [
        { kind: 'paragraph', text: say('comments.intro') },
        { kind: 'list', items: texts.map((comment) => [text(comment)]) },
      ];

/** The result as a team would read it, with its comments; without buttons, since nothing stands behind it any more. */
export const trialResultCard = (
  say: Voice,
  { round, team, texts }: { readonly round: Round; readonly team: Team; readonly texts: readonly string[] },
): Card => {
  const gone: CardNode = { kind: 'footnote', text: say('trial.deleted') };
  if (round.result?.reached !== true) {
    return {
      title: strong(say('trial.unread')),
      nodes: [{ kind: 'paragraph', text: say('trial.unread-text', { n: MADE_UP }) }, gone],
    };
  }
  const card = resultCard(say, round, team);
  return {
    title: strong(say('trial.over')),
    nodes: [
      { kind: 'paragraph', text: say('trial.added', { n: MADE_UP }) },
      { kind: 'divider' },
      { kind: 'paragraph', text: card.title },
      ...card.nodes.filter(({ kind }) => kind !== 'actions'),
      ...comments(say, texts),
      gone,
    ],
  };
};
