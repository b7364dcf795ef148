import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';

/** Browsers name the page that asks, or address us by a name that was rebound; tools do neither. */
const isFromPage = ({ headers, socket }: IncomingMessage): boolean =>
  headers.origin !== undefined ||
  ![`127.0.0.1:${socket.localPort}`, `localhost:${socket.localPort}`].includes(headers.host ?? '');

/**
 * The same server, closed to web pages: what is open on this machine for every program must not be open for every page
 * that its browser shows. The inner server never listens itself.
 */
export const notForPages = (inner: Server): Server => {
  const outer = createServer((request, response) => {
    if (isFromPage(request)) response.writeHead(403).end();
    else inner.emit('request', request, response);
  });
  outer.once('close', () => inner.close(() => undefined));
  return outer;
};
