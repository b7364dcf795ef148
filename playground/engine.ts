import type { Server } from 'node:http';
import path from 'node:path';
import dynalite from 'dynalite';
import { notForPages } from './not-for-pages.ts';
import { listen } from './slack/http.ts';

export interface Engine {
  /** Address of the table that is backed up in AWS; in memory, or in the folder that was named. */
  readonly state: string;
  /** Address of the table that forgets: always in memory (R37). */
  readonly vault: string;
  readonly close: () => Promise<void>;
}

const start = async (folder?: string) => {
  const server: Server = dynalite({ createTableMs: 0, ...(folder === undefined ? {} : { path: folder }) });
  return await listen(notForPages(server));
};

/** The embedded DynamoDB, on 127.0.0.1 only. */
export const startEngine = async (folder?: string): Promise<Engine> => {
  const state = await start(folder && path.join(folder, 'state'));
  const vault = folder === undefined ? state : await start();
  return {
    state: state.origin,
    vault: vault.origin,
    close: async () => {
      await Promise.all([...new Set([state, vault])].map(({ close }) => close()));
    },
  };
};
