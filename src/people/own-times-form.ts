import type { CardNode } from '../chat/card.ts';
import type { Field, Form, Notice } from '../chat/form.ts';
import type { Text } from '../chat/text.ts';
import { code } from '../chat/text.ts';
import { typedAs } from '../chat/words.ts';
import { weekdayName } from '../i18n/dates.ts';
import { label, strong } from '../i18n/translate.ts';
import type { Voice } from '../i18n/translate.ts';
import { assertNever } from '../shared/errors.ts';
import type { Zone } from '../shared/time.ts';
import { LANGUAGES, WEEKDAYS, timeValue } from '../team/set-up/read-team-form.ts';
import type { OwnAsks, OwnSettings } from './own-settings.ts';
import { LIKE_TEAM, OWN_ASKS, OWN_FIELDS, OWN_TIMES } from './read-own-times.ts';

const timeFields = (say: Voice, asks: OwnAsks | undefined, zone: Zone): readonly Field[] => [
  {
    kind: 'choice',
    shown: 'menu',
    optional: true,
    name: OWN_FIELDS.weekday,
    label: label(say('own.weekday')),
    options: WEEKDAYS.map((day) => ({ value: String(day), label: weekdayName(day, say.language) })),
    ...(asks?.kind === 'at' && { value: String(asks.weekday) }),
  },
  {
    kind: 'choice',
    shown: 'menu',
    optional: true,
    name: OWN_FIELDS.time,
    label: label(say('own.time')),
    hint: label(say('own.time-hint', { zone })),
    options: OWN_TIMES.map((time) => ({ value: timeValue(time), label: timeValue(time) })),
    ...(asks?.kind === 'at' && { value: timeValue(asks) }),
  },
];

/** One's own times (T7) and language, filled with what holds now. */
export const ownTimesForm = (say: Voice, settings: OwnSettings, zone: Zone): Form => ({
  intent: { kind: 'my-times' },
  title: label(say('button.my-times')),
  intro: [{ kind: 'paragraph', text: say('own.private') }],
  fields: [
    {
      kind: 'choice',
      shown: 'list',
      name: OWN_FIELDS.asks,
      label: label(say('own.asks')),
      options: OWN_ASKS.map((asks) => ({ value: asks, label: label(say(`own.asks-${asks}`)) })),
      value: settings.asks?.kind ?? LIKE_TEAM,
    },
    ...timeFields(say, settings.asks, zone),
    {
      kind: 'choice',
      shown: 'list',
      name: OWN_FIELDS.language,
      label: label(say('own.language')),
      options: [LIKE_TEAM, ...LANGUAGES].map((one) => ({
        value: one,
        label: label(say(one === 'de' || one === 'en' ? `language.${one}` : 'own.language-team')),
      })),
      value: settings.language ?? LIKE_TEAM,
    },
  ],
  submit: label(say('own.save')),
  cancel: label(say('button.cancel')),
});

const whatHolds = (say: Voice, asks: OwnAsks | undefined, door: string): Text => {
  if (asks === undefined) return say('own.saved-team');
  switch (asks.kind) {
    case 'at':
      return say('own.saved-at', { weekday: weekdayName(asks.weekday, say.language), time: timeValue(asks) });
    case 'now':
      return say('own.saved-now', { word: code(`${door} ${typedAs('pulse-now', say.language)}`) });
    case 'channel':
      return say('own.saved-channel');
    default:
      return assertNever(asks);
  }
};

const said = (text: Text): CardNode => ({ kind: 'paragraph', text });

/** What holds from now on, shown only in the place of the form. */
export const ownTimesSaved = (say: Voice, asks: OwnAsks | undefined, door: string): Notice => ({
  title: label(say('button.my-times')),
  nodes: [said(strong(say('own.saved-title'))), said(whatHolds(say, asks, door)), said(say('own.private'))],
  close: label(say('button.done')),
});
