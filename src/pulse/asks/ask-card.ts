import type { Card, CardNode } from '../../chat/card.ts';
import { moment } from '../../i18n/dates.ts';
import type { Voice } from '../../i18n/translate.ts';
import { label, strong } from '../../i18n/translate.ts';
import type { Instant, Zone } from '../../shared/time.ts';
import type { Team } from '../../team/team.ts';
import type { Round } from '../round.ts';

/** When the team's first round opened, or that this one is it. */
export const sinceIn = (
  { since }: Pick<Team, 'since'>,
  { opensAt }: Pick<Round, 'opensAt'>,
): Instant | 'now' => (since === undefined || since === opensAt ? 'now' : since);

/** The promise once more: for whoever is asked in a team for the first time, and in a channel, where somebody always is. */
const promise = (say: Voice, since: Instant | 'now', zone: Zone): readonly CardNode[] => [
  {
    kind: 'paragraph',
    text:
      since === 'now'
        ? say('ask.first-round')
        : say('ask.first', { date: moment(since, zone, say.language, 'date') }),
  },
  {
    kind: 'actions',
    buttons: [
      { label: label(say('button.protection')), intent: { kind: 'protection' } },
      { label: label(say('button.my-times')), intent: { kind: 'my-times' } },
    ],
  },
];

const ways = (say: Voice, round: string): CardNode => ({
  kind: 'actions',
  buttons: [
    { label: label(say('button.answer')), intent: { kind: 'answer', round }, primary: true },
    { label: label(say('button.later')), intent: { kind: 'not-now', way: 'later', round } },
    { label: label(say('button.not-this-round')), intent: { kind: 'not-now', way: 'not-this-round', round } },
    { label: label(say('button.away')), intent: { kind: 'away' } },
  ],
});

/**
 * The ask (T4). It is the same for everybody, whatever they do with it, and is never edited (R4). With
 * `since` it carries the promise: for somebody whom the team asks for the first time, and wherever a channel reads it.
 */
export const askCard = (
  say: Voice,
  round: { id: string; closesAt: Instant },
  zone: Zone,
  since?: Instant | 'now',
): Card => ({
  title: strong(say('ask.title')),
  nodes: [
    {
      kind: 'paragraph',
      text: say('ask.until', { close: moment(round.closesAt, zone, say.language, 'date-time') }),
    },
    ways(say, round.id),
    ...(since === undefined ? [] : promise(say, since, zone)),
  ],
});
