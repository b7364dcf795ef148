import type { Card } from '../chat/card.ts';
import { moment } from '../i18n/dates.ts';
import type { Voice } from '../i18n/translate.ts';
import { label, strong } from '../i18n/translate.ts';
import type { Instant, Zone } from '../shared/time.ts';

/** The ask (T4). It is the same for everybody, whatever they do with it, and is never edited (R4). */
export const askCard = (say: Voice, round: { id: string; closesAt: Instant }, zone: Zone): Card => ({
  title: strong(say('ask.title')),
  nodes: [
    {
      kind: 'paragraph',
      text: say('ask.until', { close: moment(round.closesAt, zone, say.language, 'date-time') }),
    },
    {
      kind: 'actions',
      buttons: [
        { label: label(say('button.answer')), intent: { kind: 'answer', round: round.id }, primary: true },
        { label: label(say('button.protection')), intent: { kind: 'protection' } },
      ],
    },
  ],
});
