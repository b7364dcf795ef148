import { afterAll, beforeAll } from '@jest/globals';
import { makeDynamoClient } from '../../adapters/dynamodb/client.ts';
import type { DynamoClient } from '../../adapters/dynamodb/client.ts';
import { createTables } from '../../adapters/dynamodb/create-tables.ts';
import { makeDynamoTable } from '../../adapters/dynamodb/dynamo-table.ts';
import type { DynamoTable } from '../../adapters/dynamodb/dynamo-table.ts';
import { InvariantError } from '../../src/shared/errors.ts';
import type { LocalEngine } from './local-engine.ts';

export interface DynamoTables {
  readonly client: DynamoClient;
  readonly state: DynamoTable;
  readonly vault: DynamoTable;
}

const NAMES = { state: 'state', vault: 'vault' } as const;

const connect = ({ endpoint }: Pick<LocalEngine, 'endpoint'>): DynamoClient =>
  makeDynamoClient({
    endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    limits: { connectMs: 10_000, requestMs: 10_000, attempts: 2 },
  });

/**
 * Both tables on an engine of their own for the tests of one file. The tests share them, so each uses a tenant
 * of its own.
 */
export const useTables = (start: () => Promise<LocalEngine>): (() => DynamoTables) => {
  const opened: { tables?: DynamoTables; stop?: () => Promise<void> } = {};
  beforeAll(async () => {
    const engine = await start();
    const client = connect(engine);
    await createTables(client, NAMES);
    opened.tables = {
      client,
      state: makeDynamoTable(client, NAMES.state),
      vault: makeDynamoTable(client, NAMES.vault),
    };
    opened.stop = async () => {
      client.documents.destroy();
      await engine.stop();
    };
  }, 30_000);
  afterAll(() => opened.stop?.());
  return () => {
    if (opened.tables === undefined) throw new InvariantError('the tables are there while tests run');
    return opened.tables;
  };
};
