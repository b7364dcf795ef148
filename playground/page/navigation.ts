import type { PageChannel, PagePerson } from '../slack/page-state.ts';
import { byId, el, refill } from './dom.ts';
import { avatar } from './slack/message.ts';
import type { Page, Seen } from './store.ts';
import { HOME } from './store.ts';

/** One line to choose somebody or some place by; `fresh` puts a dot behind it. */
interface Choice {
  readonly key: string;
  readonly current: boolean;
  readonly fresh: boolean;
  readonly choose: () => void;
}

const dot = (label: string): HTMLElement => el('span', { class: 'dot', attributes: { title: label } }, label);

const choice = (
  page: Page,
  { key, current, fresh, choose }: Choice,
  ...content: readonly (Node | string)[]
) =>
  el(
    'li',
    {},
    el(
      'button',
      {
        class: current ? 'choice current' : 'choice',
        attributes: { type: 'button', 'data-focus': key, 'aria-current': current ? 'true' : undefined },
        on: { click: choose },
      },
      ...content,
      fresh && dot(page.words.news),
    ),
  );

/** What sets somebody apart, or else their language: one word, so that the name has room. */
const personTag = ({ kind, locale }: PagePerson, { words }: Page): string =>
  words.kinds[kind] || locale.slice(0, 2);

/** The dot says that the app wrote to this person alone since they were last looked at. */
export const drawPeople = (page: Page, seen: Seen, choose: (person: string) => void): void => {
  const { state, words } = page;
  refill(
    byId('people'),
    el('h2', {}, words.people),
    el(
      'ul',
      {},
      ...state.people.map((person) =>
        choice(
          page,
          {
            key: `person-${person.id}`,
            current: person.id === state.person.id,
            fresh: person.id !== state.person.id && seen.isNew(person.id, person.latest),
            choose: () => choose(person.id),
          },
          avatar(person.name, false),
          el('span', { class: 'name' }, person.name),
          el('small', {}, personTag(person, page)),
        ),
      ),
    ),
  );
};

/** The sign before a place is drawn by the style sheet: no font here needs to know a padlock. */
const sign = (kind: PageChannel['kind'] | 'home'): HTMLElement =>
  el('span', { class: `sign ${kind}`, attributes: { 'aria-hidden': 'true' } });

const latestIn = ({ messages }: PageChannel): string => messages.at(-1)?.ts ?? '';

/** Only what the person is in: as in Slack, the rest does not exist for them. */
export const drawConversations = (page: Page, seen: Seen, choose: (place: string) => void): void => {
  const { state, words, place } = page;
  const entry = (key: string, kind: PageChannel['kind'] | 'home', label: string, latest: string) =>
    choice(
      page,
      {
        key: `place-${key}`,
        current: key === place,
        fresh: key !== place && seen.isNew(`${state.person.id}/${key}`, latest),
        choose: () => choose(key),
      },
      sign(kind),
      el('span', { class: 'name' }, label),
    );
  refill(
    byId('conversations'),
    el('h2', {}, words.conversations),
    el(
      'ul',
      {},
      ...state.channels.map((channel) => entry(channel.id, channel.kind, channel.name, latestIn(channel))),
      entry(HOME, 'home', words.home, ''),
    ),
  );
};
