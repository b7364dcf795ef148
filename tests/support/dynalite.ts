import { once } from 'node:events';
import dynalite from 'dynalite';
import { InvariantError } from '../../src/shared/errors.ts';
import type { LocalEngine } from './local-engine.ts';

/** DynamoDB in this process: in memory, on the loopback address alone, on a port of the system's choice. */
export const startDynalite = async (): Promise<LocalEngine> => {
  const server = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  // Dropping an idle connection just when a client takes it again would look like a fault of the storage.
  server.keepAliveTimeout = 0;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new InvariantError('dynalite has no port');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
};
