import { byId, el } from './dom.ts';

const STAYS = 8000;

/** A word from the playground itself, beside the chat: what Slackbot would say, or that sources were reloaded. */
export const notice = (words: string): void => {
  const element = el('p', {}, words);
  byId('notices').append(element);
  setTimeout(() => element.remove(), STAYS);
};
