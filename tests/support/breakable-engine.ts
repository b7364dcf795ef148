import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import dynalite from 'dynalite';
import { listen } from '../../playground/slack/http.ts';

/** `refused`: the connection breaks before anything happens. `hanging`: nothing ever answers. */
type Trouble = 'refused' | 'hanging';

/** The way to one table, which can be blocked. */
export interface Door {
  readonly endpoint: string;
  /** From now on calls of these operations (of all, when none is named) meet the trouble. */
  readonly block: (trouble: Trouble, ...operations: readonly string[]) => void;
  readonly unblock: () => void;
  /** Tells of every call that comes to the door, by its operation. */
  readonly watch: (listener: (operation: string) => void) => void;
}

export interface BreakableEngine {
  readonly state: Door;
  readonly vault: Door;
  readonly close: () => Promise<void>;
}

type Serve = (request: IncomingMessage, response: ServerResponse) => void;

const openDoor = async (serve: Serve): Promise<Door & { readonly close: () => Promise<void> }> => {
  let trouble: Trouble | undefined;
  let blocked: readonly string[] = [];
  let tell: (operation: string) => void = () => {};
  const operationOf = ({ headers }: IncomingMessage): string =>
    String(headers['x-amz-target']).split('.')[1] ?? '';
  const isBlocked = (request: IncomingMessage): boolean =>
    blocked.length === 0 || blocked.includes(operationOf(request));

  const server = createServer((request, response) => {
    tell(operationOf(request));
    if (trouble === undefined || !isBlocked(request)) serve(request, response);
    else if (trouble === 'refused') request.socket.destroy();
  });
  const { origin, close } = await listen(server);
  return {
    endpoint: origin,
    block: (next, ...operations) => {
      trouble = next;
      blocked = operations;
    },
    unblock: () => {
      trouble = undefined;
    },
    watch: (listener) => {
      tell = listener;
    },
    close,
  };
};

/** One embedded DynamoDB with a door for each table, on the loopback address alone. */
export const startBreakableEngine = async (): Promise<BreakableEngine> => {
  const engine = dynalite({ createTableMs: 0 });
  const serve: Serve = (request, response) => {
    engine.emit('request', request, response);
  };
  const state = await openDoor(serve);
  const vault = await openDoor(serve);
  return {
    state,
    vault,
    close: async () => {
      await Promise.all([state.close(), vault.close()]);
    },
  };
};
