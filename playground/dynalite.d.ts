// dynalite ships no types. Tests and the local run both see this declaration: it is global to the project.
declare module 'dynalite' {
  import type { Server } from 'node:http';

  export interface DynaliteOptions {
    /** Folder of the LevelDB store; in memory when absent. */
    readonly path?: string;
    readonly ssl?: boolean;
    /** How long tables stay in CREATING, DELETING and UPDATING; 500 ms each when absent. */
    readonly createTableMs?: number;
    readonly deleteTableMs?: number;
    readonly updateTableMs?: number;
    readonly maxItemSizeKb?: number;
  }

  /** The server is not listening yet. Name the host when it does: without one it listens on all interfaces. */
  export default function dynalite(options?: DynaliteOptions): Server;
}
