import type { JumpAnswer } from './api.ts';
import { longDate, shortMoment, timeOfDay } from './dates.ts';
import { byId, el, refill } from './dom.ts';
import type { Page } from './store.ts';
import type { Words } from './words.ts';
import { wordIn } from './words.ts';

/** "12 messages · questions sent" */
const jumpSummary = ({ messages, work, finished }: JumpAnswer, words: Words): string =>
  [
    words.messages(messages),
    ...Object.keys(work).map((kind) => wordIn(words.done, kind)),
    ...(finished ? [] : [words.stuck]),
  ].join(' · ');

export type TimeOfPage = Pick<Page, 'time' | 'reader' | 'words' | 'jumped' | 'jumping'>;

/** What time it is here, what comes next, and the button that goes there. */
export const drawTimeBar = (page: TimeOfPage, jump: () => void): void => {
  const { time, reader, words, jumped, jumping } = page;
  const { next } = time;
  const summary = jumped ? jumpSummary(jumped, words) : '';
  refill(
    byId('time'),
    el('strong', { class: 'product' }, 'Rahmen'),
    el(
      'time',
      { class: 'now', attributes: { datetime: time.now } },
      el('span', {}, longDate(reader, reader.now)),
      el('b', {}, timeOfDay(reader, reader.now)),
    ),
    next
      ? el(
          'span',
          { class: 'next' },
          el('small', {}, words.next),
          `${shortMoment(reader, Date.parse(next.at))}: ${wordIn(words.due, next.kind)}`,
        )
      : el('span', { class: 'next' }, words.nothingDue),
    el(
      'button',
      {
        class: 'button primary',
        attributes: { type: 'button', 'data-focus': 'jump', disabled: !next || jumping },
        on: { click: jump },
      },
      words.jump,
    ),
    el('p', { class: 'jumped', attributes: { role: 'status' } }, jumping ? words.jumping : summary),
  );
};
