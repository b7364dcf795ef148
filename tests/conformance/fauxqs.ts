import { once } from 'node:events';
import type { Server } from 'node:http';

export interface QueueDouble {
  readonly endpoint: string;
  stop(): Promise<void>;
}

interface Fauxqs {
  readonly buildApp: (options: { readonly host: string; readonly logger: boolean }) => {
    listen(at: { readonly host: string; readonly port: number }): Promise<string>;
    close(): Promise<void>;
    readonly server: Server;
  };
}

const entry = new URL('../../tools/conformance/node_modules/fauxqs/dist/app.js', import.meta.url);

/** Starts the queue double on a free port of this machine only; its own start function listens everywhere. */
export const startFauxqs = async (): Promise<QueueDouble> => {
  const { buildApp }: Fauxqs = await import(entry.href);
  const app = buildApp({ host: '127.0.0.1', logger: false });
  const endpoint = await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    endpoint,
    stop: async () => {
      const closed = once(app.server, 'close');
      app.server.closeAllConnections();
      await Promise.all([app.close(), closed]);
    },
  };
};
