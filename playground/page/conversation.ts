import type { Acted } from '../chat.ts';
import type { PageChannel } from '../slack/page-state.ts';
import { byId, el, refill } from './dom.ts';
import { drawBlocks } from './slack/blocks.ts';
import { daySeparator, drawMessage } from './slack/message.ts';
import type { Page } from './store.ts';
import { HOME } from './store.ts';

type Act = (action: object) => Promise<Acted>;

/** How many people read along is part of every channel's head: here it matters who sees what. */
const heading = (channel: PageChannel, { words }: Page): HTMLElement =>
  el(
    'header',
    {},
    el('h2', {}, channel.kind === 'im' ? channel.name : `# ${channel.name}`),
    channel.kind !== 'im' &&
      el(
        'small',
        {},
        [words.members(channel.members), channel.shared && words.shared].filter(Boolean).join(' · '),
      ),
  );

/** Reachable by keyboard, so that arrow keys scroll it. */
const messageList = (channel: PageChannel, page: Page, act: Act): HTMLElement =>
  el(
    'div',
    { class: 'messages', attributes: { tabindex: 0, 'data-focus': 'messages' } },
    channel.messages.length === 0 && el('p', { class: 'empty' }, page.words.emptyChannel),
    ...channel.messages.flatMap((message, index) => {
      const separator = daySeparator(message, channel.messages[index - 1], page);
      return [...(separator ? [separator] : []), drawMessage(message, page, act)];
    }),
  );

/** The line for messages and commands. One element for the life of the page, so that nothing typed is lost. */
const makeComposer = (act: Act) => {
  const input = el('input', { attributes: { type: 'text', list: 'commands', 'data-focus': 'composer' } });
  const commands = el('datalist', { attributes: { id: 'commands' } });
  const button = el('button', { class: 'button primary', attributes: { type: 'submit' } });
  const form = el(
    'form',
    { class: 'composer', attributes: { autocomplete: 'off' } },
    input,
    commands,
    button,
  );
  let channel = '';
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = input.value.trim();
    if (text === '') return;
    input.value = '';
    void act({ action: 'type', channel, text });
  });
  return (page: Page, id: string): HTMLElement => {
    channel = id;
    const { words, state } = page;
    input.placeholder = words.write;
    input.setAttribute('aria-label', words.write);
    button.textContent = words.send;
    commands.replaceChildren(
      ...state.app.commands.map((command) => el('option', { attributes: { value: command } })),
    );
    return form;
  };
};

/** The app publishes a home tab when it hears that somebody opened it; until then there is none. */
const homeTab = (page: Page, act: Act): readonly HTMLElement[] => {
  const { home, app } = page.state;
  const { words } = page;
  return [
    el('header', {}, el('h2', {}, `${app.name} · ${words.home}`)),
    el(
      'div',
      { class: 'messages home' },
      home
        ? drawBlocks(home.blocks, {
            page,
            use: (name, entry) => void act({ action: 'click', view: home.id, name, entry }),
            entered: () => undefined,
            errors: {},
          })
        : el('p', { class: 'empty' }, words.emptyHome),
    ),
  ];
};

const ALMOST = 60;

/** Messages of the chosen conversation, newest in sight unless somebody scrolled away from it. */
export const makeConversation = (act: Act) => {
  const composer = makeComposer(act);
  let before = '';
  return (page: Page): void => {
    const main = byId('conversation');
    const here = `${page.state.person.id}/${page.place}`;
    const old = main.querySelector('.messages');
    const follow = before !== here || !old || old.scrollHeight - old.scrollTop - old.clientHeight < ALMOST;
    const top = old?.scrollTop ?? 0;
    before = here;
    const channel = page.state.channels.find(({ id }) => id === page.place);
    if (page.place === HOME || !channel) refill(main, ...homeTab(page, act));
    else {
      const gone = page.state.person.kind === 'gone';
      const last = gone ? el('p', { class: 'empty' }, page.words.readOnly) : composer(page, channel.id);
      refill(main, heading(channel, page), messageList(channel, page, act), last);
    }
    const list = main.querySelector('.messages');
    if (list) list.scrollTop = follow ? list.scrollHeight : top;
  };
};
