import type { Card, CardNode } from '../../chat/card.ts';
import type { Notice } from '../../chat/form.ts';
import { code } from '../../chat/text.ts';
import type { Text } from '../../chat/text.ts';
import { typedAs } from '../../chat/words.ts';
import { moment } from '../../i18n/dates.ts';
import { label, strong } from '../../i18n/translate.ts';
import type { Voice } from '../../i18n/translate.ts';
import type { Instant, Zone } from '../../shared/time.ts';

/** The ask once more, for whoever wanted it. It says that it comes whether or not they have answered. */
export const laterCard = (say: Voice, round: { id: string; closesAt: Instant }, zone: Zone): Card => ({
  title: strong(say('later.title')),
  nodes: [
    {
      kind: 'paragraph',
      text: say('later.text', { close: moment(round.closesAt, zone, say.language, 'date-time') }),
    },
    {
      kind: 'actions',
      buttons: [
        { label: label(say('button.answer')), intent: { kind: 'answer', round: round.id }, primary: true },
        {
          label: label(say('button.not-this-round')),
          intent: { kind: 'not-now', way: 'not-this-round', round: round.id },
        },
        { label: label(say('button.away')), intent: { kind: 'away' } },
      ],
    },
  ],
});

const said = (text: Text): CardNode => ({ kind: 'paragraph', text });

const dialog = (say: Voice, nodes: readonly CardNode[]): Notice => ({
  title: label(say('button.later')),
  nodes,
  close: label(say('button.close')),
});

/** What *Later* offers (T7). */
export const laterChoices = (say: Voice, round: string): Notice =>
  dialog(say, [
    said(say('later.when')),
    {
      kind: 'actions',
      buttons: [
        {
          label: label(say('button.in-an-hour')),
          intent: { kind: 'not-now', way: 'in-an-hour', round },
          primary: true,
        },
        { label: label(say('button.come-myself')), intent: { kind: 'not-now', way: 'come-myself', round } },
        { label: label(say('button.my-times')), intent: { kind: 'my-times' } },
      ],
    },
  ]);

export const laterNoted = (say: Voice, at: Instant, zone: Zone): Notice =>
  dialog(say, [
    said(strong(say('later.noted', { time: moment(at, zone, say.language, 'time') }))),
    said(say('later.noted-text')),
  ]);

const pulseWord = (say: Voice, door: string): { readonly word: ReturnType<typeof code> } => ({
  word: code(`${door} ${typedAs('pulse', say.language)}`),
});

/** *I'll come myself* (T7). */
export const comeMyself = (say: Voice, door: string): Notice =>
  dialog(say, [said(say('later.come-myself', pulseWord(say, door)))]);

export const notThisRoundNoted = (say: Voice, door: string): Notice => ({
  title: label(say('button.not-this-round')),
  nodes: [said(strong(say('not-now.title'))), said(say('not-now.text', pulseWord(say, door)))],
  close: label(say('button.close')),
});
