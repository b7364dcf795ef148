import type { Text } from '../chat/text.ts';
import { dayText, weekdayName } from '../i18n/dates.ts';
import type { Voice } from '../i18n/translate.ts';
import type { OwnAsks, OwnSettings } from '../people/own-settings.ts';
import { timeValue } from '../team/set-up/read-team-form.ts';

const asksWords = (say: Voice, asks: OwnAsks): Text =>
  asks.kind === 'at'
    ? say('mine.asks-at', { weekday: weekdayName(asks.weekday, say.language), time: timeValue(asks) })
    : say(`mine.asks-${asks.kind}`);

/** What somebody set for themselves, one sentence for each. */
export const settingsWords = (say: Voice, settings: OwnSettings | undefined): readonly Text[] => {
  const { language, asks, awayUntil, off } = settings ?? {};
  const set = [
    ...(off === true ? [say('mine.off')] : []),
    ...(asks === undefined ? [] : [asksWords(say, asks)]),
    ...(awayUntil === undefined
      ? []
      : [say('mine.away', { date: dayText(awayUntil, say.language, 'with-year') })]),
    ...(language === undefined ? [] : [say('mine.language', { language: say(`language.${language}`) })]),
  ];
  return set.length === 0 ? [say('mine.no-settings')] : set;
};
