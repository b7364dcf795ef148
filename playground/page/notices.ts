import { byId, el } from './dom.ts';

const STAYS = 8000;

/** A word from the playground itself, beside the chat: what Slackbot would say, or that sources were reloaded. */
export const notice = (words: string): void => {
  const element = el('p', {}, words);
  const place = byId('notices');
  for (const old of [...place.children].filter(({ textContent }) => textContent === words)) old.remove();
  place.append(element);
  setTimeout(() => element.remove(), STAYS);
};
