import type { PageTime } from './api.ts';
import { byId, el, refill } from './dom.ts';
import type { Told } from './store.ts';
import { drawTimeBar } from './time-bar.ts';
import { wordsFor } from './words.ts';

/** The handlers serve another Slack: nobody is here to be, but time can be moved. */
export const drawWithoutSlack = (time: PageTime, told: Told, jump: () => void): void => {
  const locale = globalThis.navigator.language;
  const words = wordsFor(locale);
  const { timeZone: tz } = new Intl.DateTimeFormat().resolvedOptions();
  drawTimeBar({ time, words, reader: { locale, tz, now: Date.parse(time.now) }, ...told }, jump);
  refill(byId('conversation'), el('p', { class: 'empty alone' }, words.otherSlack));
};
