import { parseArgs } from 'node:util';
import type { OtherSlack } from './playground.ts';

export interface Settings {
  readonly port: number;
  /** Whether the port was asked for: then another one is no help. */
  readonly portWanted: boolean;
  readonly folder: string | undefined;
  readonly otherSlack: OtherSlack | undefined;
  readonly signingSecret: string | undefined;
  readonly help: boolean;
}

const USUAL_PORT = 4300;

export const USAGE = `npm start -- [--headless] [--data DIR]

  --headless   for scripts: prints the addresses and opens nothing (nor does it otherwise)
  --data DIR   keeps the state table in DIR; the vault, like in production, is never kept

  PORT                              of the page and the handlers, ${USUAL_PORT} when absent
  SLACK_API_URL, SLACK_BOT_TOKEN,
  SLACK_SIGNING_SECRET              all three: another Slack double instead of the simulated one
                                    (the last one alone: the secret the simulated one signs with)`;

type Environment = Readonly<Record<string, string | undefined>>;

/** All three or none: half of them would deliver to one Slack and write into another. */
const otherSlack = (env: Environment): OtherSlack | undefined => {
  const { SLACK_API_URL: apiUrl, SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: signingSecret } = env;
  if (!apiUrl && !botToken) return undefined;
  if (!apiUrl || !botToken || !signingSecret) {
    throw new Error('another Slack needs SLACK_API_URL, SLACK_BOT_TOKEN and SLACK_SIGNING_SECRET');
  }
  return { apiUrl: apiUrl.endsWith('/') ? apiUrl : `${apiUrl}/`, botToken, signingSecret };
};

/** 0 lets the system choose. */
const portOf = (given: string): number => {
  const port = Number(given);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT=${given} is no port`);
  return port;
};

/** Throws an Error whose message is for the person who typed it. */
export const readSettings = (argv: readonly string[], env: Environment): Settings => {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      headless: { type: 'boolean' },
      data: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  return {
    port: env['PORT'] ? portOf(env['PORT']) : USUAL_PORT,
    portWanted: Boolean(env['PORT']),
    folder: values.data,
    otherSlack: otherSlack(env),
    signingSecret: env['SLACK_SIGNING_SECRET'] || undefined,
    help: values.help ?? false,
  };
};
