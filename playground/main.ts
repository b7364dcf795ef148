import type { LoadApp } from './app.ts';
import type { Settings } from './arguments.ts';
import { USAGE, readSettings } from './arguments.ts';
import type { LiveEvent } from './live.ts';
import type { Playground } from './playground.ts';
import { startPlayground } from './playground.ts';
import type { PlaygroundServer } from './server.ts';
import { HANDLERS_PATH, servePlayground } from './server.ts';

export interface MainParts {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly loadApp: LoadApp;
  /** Folder with the built page. */
  readonly page: string;
  readonly print: (line: string) => void;
}

/** What the watcher may do with a running playground. */
export interface Running {
  readonly exchange: (loadApp: LoadApp) => Promise<void>;
  readonly tell: (event: LiveEvent) => void;
  readonly close: () => Promise<void>;
}

const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

/** On the wanted port, or said clearly on another one. */
const serve = async (
  playground: Playground,
  settings: Settings,
  { page, print }: MainParts,
): Promise<PlaygroundServer> => {
  const { port, portWanted } = settings;
  try {
    return await servePlayground(playground, { port, page });
  } catch (error) {
    if (!isTaken(error)) throw error;
    if (portWanted) throw new Error(`port ${port} is taken; PORT=… chooses another one`, { cause: error });
    print(`Port ${port} is taken, so this is on another one.`);
    return await servePlayground(playground, { port: 0, page });
  }
};

/** As few lines as name every address. */
const greeting = ({ engine, slack }: Playground, origin: string): readonly string[] => [
  '',
  `  page       ${origin}/`,
  `  handlers   ${origin}${HANDLERS_PATH}`,
  `  time       ${origin}/playground/time   POST ${origin}/playground/jump {}`,
  engine.state === engine.vault
    ? `  DynamoDB   ${engine.state}   tables rahmen-state, rahmen-vault`
    : `  DynamoDB   ${engine.state}   rahmen-state, kept\n             ${engine.vault}   rahmen-vault, in memory`,
  slack ? `  Slack      ${slack.apiUrl}   simulated` : '  Slack      another one; nothing is seeded',
  '',
];

/** A fault here is said and not fatal: the page shows the rest, and the sources may be half written. */
const seed = async (playground: Playground, print: (line: string) => void): Promise<void> => {
  const fault = await playground.seed();
  if (fault !== undefined) print(`The first team could not be set up: ${fault}`);
};

/** Starts everything and prints where it is. Undefined when only help was asked for. */
export const main = async (parts: MainParts): Promise<Running | undefined> => {
  const { argv, env, loadApp, print } = parts;
  const settings = readSettings(argv, env);
  if (settings.help) {
    print(USAGE);
    return undefined;
  }
  const { folder, otherSlack, signingSecret } = settings;
  const playground = await startPlayground({ loadApp, folder, otherSlack, signingSecret, warn: print });
  const server = await serve(playground, settings, parts);
  playground.slack?.deliverTo(server.origin + HANDLERS_PATH);
  await seed(playground, print);
  greeting(playground, server.origin).forEach(print);
  return {
    exchange: async (next) => {
      await playground.exchange(next);
      server.live.tell('handlers-built');
    },
    tell: server.live.tell,
    close: async () => {
      await server.close();
      await playground.close();
    },
  };
};
