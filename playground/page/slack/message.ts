import type { Message, SharedFile } from '../../slack/types.ts';
import type { Acted } from '../../chat.ts';
import { el } from '../dom.ts';
import { dayLabel, instantOfTs, timeOfDay } from '../dates.ts';
import type { Page } from '../store.ts';
import { drawBlocks } from './blocks.ts';
import { mrkdwn } from './mrkdwn.ts';

/** Nobody here has a picture: nothing is loaded from anywhere. */
const initials = (name: string): string =>
  name
    .split(/\s+/u)
    .map((part) => part.slice(0, 1))
    .slice(0, 2)
    .join('');

export const avatar = (name: string, app: boolean): HTMLElement =>
  el('span', { class: app ? 'avatar app' : 'avatar', attributes: { 'aria-hidden': 'true' } }, initials(name));

const byline = (message: Message, { state, words, reader }: Page): HTMLElement => {
  const instant = instantOfTs(message.ts);
  return el(
    'p',
    { class: 'byline' },
    el('strong', {}, state.names[message.user] ?? message.user),
    message.user === state.app.user && el('span', { class: 'badge' }, words.app),
    el('time', { attributes: { datetime: new Date(instant).toISOString() } }, timeOfDay(reader, instant)),
  );
};

/** Blocks replace the text, as in Slack; the text is then for notifications and screen readers. */
const body = (message: Message, page: Page, act: (action: object) => Promise<Acted>): HTMLElement => {
  const { channel, ts, blocks } = message;
  if (blocks.length === 0) {
    return el('div', { class: 'blocks' }, el('p', {}, ...mrkdwn(message.text, page.state.names)));
  }
  return drawBlocks(blocks, {
    page,
    use: (name, entry) => void act({ action: 'click', channel, ts, name, entry }),
    entered: () => undefined,
    errors: {},
  });
};

/** A file is read where it stands: the page has nowhere to download from. */
const drawFile = ({ name, content }: SharedFile): HTMLElement =>
  el('details', { class: 'file' }, el('summary', {}, name), el('pre', {}, content));

/** A message for one person looks different and says so in words, not by colour alone. */
export const drawMessage = (
  message: Message,
  page: Page,
  act: (action: object) => Promise<Acted>,
): HTMLElement => {
  const { state, words } = page;
  const name = state.names[message.user] ?? '';
  return el(
    'article',
    {
      class: message.onlyFor === undefined ? 'message' : 'message private',
      attributes: { 'data-ts': message.ts },
    },
    avatar(name, message.user === state.app.user),
    el(
      'div',
      {},
      message.onlyFor !== undefined && el('p', { class: 'only-you' }, words.onlyYou),
      byline(message, page),
      body(message, page, act),
      ...(message.files ?? []).map(drawFile),
      message.edited && el('small', {}, words.edited),
    ),
  );
};

/** The day above a message where another one begins. */
export const daySeparator = (
  message: Message,
  before: Message | undefined,
  { reader }: Page,
): HTMLElement | undefined => {
  const day = dayLabel(reader, instantOfTs(message.ts));
  return before && dayLabel(reader, instantOfTs(before.ts)) === day
    ? undefined
    : el('h3', { class: 'day' }, day);
};
