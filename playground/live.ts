import type { ServerResponse } from 'node:http';

/** What the page is told without asking; it then fetches what it shows. */
export type LiveEvent = 'changed' | 'page-built' | 'handlers-built' | 'handlers-broken';

/** Server-sent events to every open page. */
export interface Live {
  readonly add: (response: ServerResponse) => void;
  readonly tell: (event: LiveEvent) => void;
  readonly close: () => void;
}

/** Changes come in bursts, a page needs one word of them. */
const GATHER = 40;

export const makeLive = (): Live => {
  const open = new Set<ServerResponse>();
  let gathering: NodeJS.Timeout | undefined;
  const send = (event: LiveEvent) => open.forEach((response) => response.write(`data: ${event}\n\n`));
  return {
    add: (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write('retry: 1000\n\n');
      open.add(response);
      response.on('close', () => open.delete(response));
    },
    tell: (event) => {
      if (event !== 'changed') {
        send(event);
        return;
      }
      gathering ??= setTimeout(() => {
        gathering = undefined;
        send('changed');
      }, GATHER);
    },
    close: () => {
      clearTimeout(gathering);
      open.forEach((response) => response.end());
    },
  };
};
