import { makeDynamoClient } from '../adapters/dynamodb/client.ts';
import { createTables } from '../adapters/dynamodb/create-tables.ts';
import { storageConfig } from '../functions/config.ts';
import { provideLocally } from '../functions/local.ts';
import type { LocalParts } from '../functions/local.ts';
import { openDueIndex } from '../functions/storage.ts';
import type { DueIndex } from '../src/ports/due-index.ts';
import type { HttpFunction } from './lambda/http-function.ts';
import type { WorkFunctions } from './runner.ts';

/** Everything of the product that runs here. Bundled by itself, so that a changed source exchanges all of it. */
export interface App extends WorkFunctions {
  readonly slack: HttpFunction;
  readonly dueIndex: DueIndex;
}

export type LoadApp = (parts: LocalParts) => Promise<App>;

const isThere = (error: unknown): boolean =>
  error instanceof Error && error.name === 'ResourceInUseException';

const CREDENTIALS = { accessKeyId: 'local', secretAccessKey: 'local' };

/** Makes the tables that are not there yet; each engine gets both and uses its own. */
const prepareTables = async (): Promise<void> => {
  const config = storageConfig(process.env);
  const names = { state: config.STATE_TABLE, vault: config.VAULT_TABLE };
  const endpoints = [config.DYNAMODB_ENDPOINT, config.VAULT_DYNAMODB_ENDPOINT];
  for (const endpoint of new Set(endpoints.filter((each) => each !== undefined))) {
    const client = makeDynamoClient({ region: config.AWS_REGION, endpoint, credentials: CREDENTIALS });
    await createTables(client, names).catch((error: unknown) => {
      if (!isThere(error)) throw error;
    });
  }
};

/** The deployed handlers, unchanged. They read the environment when they are imported, hence not before. */
export const loadApp: LoadApp = async (parts) => {
  provideLocally(parts);
  await prepareTables();
  // One after the other: jest cannot link the same module twice at the same time.
  const slack = await import('../functions/slack.ts');
  const tick = await import('../functions/tick.ts');
  const jobs = await import('../functions/jobs.ts');
  const deliver = await import('../functions/deliver.ts');
  return {
    slack: slack.handler,
    tick: tick.handler,
    jobs: jobs.handler,
    deliver: deliver.handler,
    dueIndex: openDueIndex(storageConfig(process.env), parts.clock),
  };
};
