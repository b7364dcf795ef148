import type { Acted } from '../chat.ts';
import { act, fetchState, fetchTime, hasSlack, jump, listenToServer } from './api.ts';
import { makeConversation } from './conversation.ts';
import { byId } from './dom.ts';
import { drawConversations, drawPeople } from './navigation.ts';
import { notice } from './notices.ts';
import { makeModal } from './slack/modal.ts';
import type { Page, Told } from './store.ts';
import { HOME, makePage, makeSeen, readHash } from './store.ts';
import { drawTimeBar } from './time-bar.ts';
import { wordIn } from './words.ts';
import { drawWithoutSlack } from './without-slack.ts';

const withSlack = await hasSlack();
const LEAD = 'U0LEALEIT1';
const PANES = ['conversation', 'conversations'];

const chosen = readHash(globalThis.location.hash);
let person = chosen.person || LEAD;
let { place } = chosen;
let page: Page | undefined;
let told: Told = { jumping: false };
const seen = makeSeen();

/** One action after the other, and after each a fresh look. */
const perform = async (action: object): Promise<Acted> => {
  const acted = await act({ person, ...action });
  if (acted.error !== undefined) notice(page ? wordIn(page.words.errors, acted.error) : acted.error);
  await refresh(acted.fieldErrors, true);
  return acted;
};

const drawConversation = makeConversation(perform);
const drawModal = makeModal(perform);

/** Everybody has direct messages of their own with the app; elsewhere somebody may not be a member. */
const placeIn = ({ channels }: Page['state'], wanted: string): string => {
  const own = channels.find(({ id }) => id === wanted);
  const direct = wanted.startsWith('D') ? channels.find(({ kind }) => kind === 'im') : undefined;
  return wanted === HOME ? HOME : ((own ?? direct ?? channels[0])?.id ?? HOME);
};

const look = (now: Page): void => {
  for (const { id, messages } of now.state.channels) {
    if (id === place) seen.look(`${person}/${id}`, messages.at(-1)?.ts ?? '');
  }
  const own = now.state.people.find(({ id }) => id === person);
  if (own) seen.look(person, own.latest);
};

/** Draws everything from the state that was fetched: there is no other state but what is typed. */
const draw = (errors: Acted['fieldErrors'], sent: boolean): void => {
  if (!page) return;
  document.documentElement.lang = page.state.person.locale.slice(0, 2);
  look(page);
  drawTimeBar(page, () => void jumpOn());
  drawPeople(page, seen, (id) => void goTo(id, place));
  drawConversations(page, seen, (id) => void goTo(person, id));
  drawConversation(page);
  drawModal(page, errors, sent);
  for (const pane of PANES) byId(pane).inert = false;
};

let asked = 0;
let drawn = 0;

const refresh = async (errors?: Acted['fieldErrors'], sent = false): Promise<void> => {
  asked += 1;
  const turn = asked;
  const [state, time] = await Promise.all([withSlack ? fetchState(person) : undefined, fetchTime()]);
  // A later look may have come back first, and somebody else may have been chosen meanwhile.
  if (!time || turn < drawn || (state && state.person.id !== person)) return;
  drawn = turn;
  if (!state) {
    drawWithoutSlack(time, told, () => void jumpOn());
    return;
  }
  place = placeIn(state, place);
  page = makePage(state, time, { place, ...told });
  draw(errors, sent);
};

/** Opening the home tab is an event for the app; it publishes, and then there is something to show. */
const goTo = async (id: string, where: string): Promise<void> => {
  person = id;
  place = where;
  globalThis.history.replaceState(null, '', `#${person}/${place}`);
  // What is on the screen still belongs to the place before.
  for (const pane of PANES) byId(pane).inert = true;
  if (place === HOME) await perform({ action: 'home' });
  else await refresh();
};

/** While time passes the button rests: a second jump would go on from where nobody has looked yet. */
const jumpOn = async (): Promise<void> => {
  told = { jumping: true };
  await refresh();
  told = { jumped: await jump(), jumping: false };
  await refresh();
};

listenToServer((event) => {
  if (event === 'page-built') globalThis.location.reload();
  else if (event === 'handlers-built') notice(page?.words.handlersBuilt ?? event);
  else if (event === 'handlers-broken') notice(page?.words.handlersBroken ?? event);
  else void refresh();
});

const MINUTE_HAND = 20_000;
setInterval(() => void refresh(), MINUTE_HAND);
if (withSlack && place === HOME) void perform({ action: 'home' });
