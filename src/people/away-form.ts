import type { Card } from '../chat/card.ts';
import type { Form } from '../chat/form.ts';
import { code } from '../chat/text.ts';
import { typedAs } from '../chat/words.ts';
import { dayText } from '../i18n/dates.ts';
import { label } from '../i18n/translate.ts';
import type { Voice } from '../i18n/translate.ts';
import { dateValue } from '../shared/local-date.ts';
import type { LocalDate } from '../shared/local-date.ts';
import type { Pause } from './go-away.ts';

export const UNTIL_FIELD = 'until';

/** Until when to be left alone. `until` is what holds now. */
export const awayForm = (say: Voice, until: LocalDate | undefined): Form => ({
  intent: { kind: 'away' },
  title: label(say('away.title')),
  intro: [],
  fields: [
    {
      kind: 'date',
      name: UNTIL_FIELD,
      label: label(say('away.until')),
      hint: label(say('away.until-hint')),
      ...(until === undefined ? {} : { value: dateValue(until) }),
    },
  ],
  submit: label(say('own.save')),
  cancel: label(say('button.cancel')),
});

/** The confirmation (T8): which day is the last one, and the way back. */
export const awayCard = (say: Voice, { until, today }: Pause, door: string): Card => ({
  title: say('away.saved', {
    date: dayText(until, say.language, until.year === today.year ? 'short' : 'with-year'),
    word: code(`${door} ${typedAs('back', say.language)}`),
  }),
  nodes: [],
});
