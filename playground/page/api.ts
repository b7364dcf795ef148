import type { Acted } from '../chat.ts';
import type { SlackPageState } from '../slack/page-state.ts';
import { isFields } from '../slack/json.ts';

/** As playground/control.ts answers it. */
export interface PageTime {
  readonly now: string;
  readonly next?: { readonly kind: string; readonly at: string };
}

/** As playground/jumps.ts reports it, moments as ISO. */
export interface JumpAnswer {
  readonly from: string;
  readonly to: string;
  readonly messages: number;
  readonly work: Readonly<Record<string, number>>;
  readonly finished: boolean;
}

// Our own server answers; these only tell its answers from its complaints.
const isTime = (value: unknown): value is PageTime => isFields(value) && 'now' in value;
const isJump = (value: unknown): value is JumpAnswer => isFields(value) && 'work' in value;
const isState = (value: unknown): value is SlackPageState => isFields(value) && 'channels' in value;
const isActed = (value: unknown): value is Acted => isFields(value);

/** Undefined while the server is away: it may be starting anew, and the page waits for it. */
const read = async (url: string, request: RequestInit): Promise<unknown> => {
  try {
    const body: unknown = await (await fetch(url, request)).json();
    return body;
  } catch {
    return undefined;
  }
};

const ask = async <T>(
  url: string,
  fits: (value: unknown) => value is T,
  post?: object,
): Promise<T | undefined> => {
  const request =
    post === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(post) };
  const body = await read(url, request);
  return fits(body) ? body : undefined;
};

export const fetchTime = (): Promise<PageTime | undefined> => ask('/playground/time', isTime);

const isChats = (value: unknown): value is { readonly chats: readonly string[] } =>
  isFields(value) && 'chats' in value;

/** Whether a simulated Slack is there to be shown; the handlers may serve another one. */
export const hasSlack = async (): Promise<boolean> =>
  (await ask('/playground/chats', isChats))?.chats.includes('slack') ?? false;

export const fetchState = (person: string): Promise<SlackPageState | undefined> =>
  ask(`/playground/slack/state?person=${encodeURIComponent(person)}`, isState);

export const jump = (): Promise<JumpAnswer | undefined> => ask('/playground/jump', isJump, {});

export const act = async (action: object): Promise<Acted> =>
  (await ask('/playground/slack/act', isActed, action)) ?? { error: 'no answer' };

/** Calls back for every word of the server; reconnects by itself. */
export const listenToServer = (heard: (event: string) => void): void => {
  const source = new EventSource('/playground/live');
  source.addEventListener('message', ({ data }) => heard(String(data)));
  source.addEventListener('open', () => heard('changed'));
};
