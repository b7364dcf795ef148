import { CreateTableCommand, ResourceInUseException, waitUntilTableExists } from '@aws-sdk/client-dynamodb';
import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import type { DynamoClient } from './client.ts';
import { toPortError } from './faults.ts';
import { DUE_INDEX, OWNER_INDEX } from './table.ts';

/** Both tables of a local engine. The deployed ones come from the template, with backups and expiry (R2). */
export interface TableNames {
  readonly state: string;
  readonly vault: string;
}

const keysOnly = { ProjectionType: 'KEYS_ONLY' } as const;

const schemaOf = (hash: string, range: string) => [
  { AttributeName: hash, KeyType: 'HASH' as const },
  { AttributeName: range, KeyType: 'RANGE' as const },
];

const texts = (...names: readonly string[]) =>
  names.map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const }));

const vaultTable = (TableName: string): CreateTableCommandInput => ({
  TableName,
  BillingMode: 'PAY_PER_REQUEST',
  KeySchema: schemaOf('pk', 'sk'),
  AttributeDefinitions: texts('pk', 'sk'),
});

const stateTable = (TableName: string): CreateTableCommandInput => ({
  ...vaultTable(TableName),
  AttributeDefinitions: [
    ...texts('pk', 'sk', 'ownerPk', 'ownerSk', 'duePk'),
    { AttributeName: 'dueAt', AttributeType: 'N' },
  ],
  GlobalSecondaryIndexes: [
    { IndexName: DUE_INDEX, KeySchema: schemaOf('duePk', 'dueAt'), Projection: keysOnly },
    { IndexName: OWNER_INDEX, KeySchema: schemaOf('ownerPk', 'ownerSk'), Projection: keysOnly },
  ],
});

const createUnlessThere = async (
  { documents }: DynamoClient,
  table: CreateTableCommandInput,
): Promise<void> => {
  try {
    await documents.send(new CreateTableCommand(table));
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw toPortError(error);
  }
};

const PATIENCE = { minDelay: 1, maxDelay: 1, maxWaitTime: 10 } as const;

/** Answers once both can be used. Tables that are there already stay as they are. */
export const createTables = async (client: DynamoClient, names: TableNames): Promise<void> => {
  for (const table of [stateTable(names.state), vaultTable(names.vault)]) {
    await createUnlessThere(client, table);
    await waitUntilTableExists({ client: client.documents, ...PATIENCE }, { TableName: table.TableName });
  }
};
