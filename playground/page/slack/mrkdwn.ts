import type { Child } from '../dom.ts';
import { el } from '../dom.ts';

type Names = Readonly<Record<string, string>>;

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

export const mention = (sign: '@' | '#', name: string): HTMLElement =>
  el('span', { class: 'mention' }, sign + name);

/** Only to the web: an address may come from somebody's typing. */
export const link = (url: string, ...words: readonly Child[]): HTMLElement =>
  /^(https?:|mailto:)/iu.test(url)
    ? el('a', { attributes: { href: url, target: '_blank', rel: 'noreferrer' } }, ...words)
    : el('span', {}, ...words);

const angled = (inner: string, names: Names): Child => {
  const [target = '', words] = inner.split('|', 2);
  const id = target.slice(1);
  if (target.startsWith('@')) return mention('@', names[id] ?? words ?? id);
  if (target.startsWith('#')) return mention('#', names[id] ?? words ?? id);
  return link(unescaped(target), unescaped(words ?? target));
};

const MARKS: Readonly<Record<string, 'strong' | 'em' | 's' | 'code'>> = {
  '*': 'strong',
  _: 'em',
  '~': 's',
  '`': 'code',
};

const TOKEN = /<([^>]+)>|(?<![\w*_~`])([*_~`])(\S(?:.*?\S)?)\2(?![\w*_~`])/gu;

/** Slack's markup: bold, italic, strike, code, mentions and links. */
export const mrkdwn = (text: string, names: Names): Child[] => {
  const children: Child[] = [];
  let last = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [whole, inner, mark = '', marked = ''] = match;
    children.push(unescaped(text.slice(last, match.index)));
    const tag = MARKS[mark];
    if (inner !== undefined) children.push(angled(inner, names));
    else if (tag === 'code') children.push(el('code', {}, unescaped(marked)));
    else if (tag) children.push(el(tag, {}, ...mrkdwn(marked, names)));
    last = match.index + whole.length;
  }
  return [...children, unescaped(text.slice(last))];
};
