import { once } from 'node:events';
import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from '@jest/globals';
import dynalite from 'dynalite';
import { makeDynamoClient } from '../../adapters/dynamodb/client.ts';
import { createTables } from '../../adapters/dynamodb/create-tables.ts';
import { resource } from './compiled-template.ts';

/** The local tables as an engine describes them. */
const describeLocal = async (names: readonly string[]) => {
  const server = dynalite({ createTableMs: 0 }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = makeDynamoClient({ region: 'local', endpoint: `http://127.0.0.1:${port}`, credentials });
  try {
    await createTables(client, { state: 'state', vault: 'vault' });
    const answers = names.map((TableName) => client.documents.send(new DescribeTableCommand({ TableName })));
    return (await Promise.all(answers)).map(({ Table }) => Table);
  } finally {
    client.documents.destroy();
    server.close();
  }
};

test('the local tables have the keys and indexes of the deployed ones', async () => {
  const [state, vault] = await describeLocal(['state', 'vault']);
  const deployed = resource('StateTable').Properties;
  expect(state?.KeySchema).toEqual(deployed['KeySchema']);
  expect(vault?.KeySchema).toEqual(resource('VaultTable').Properties['KeySchema']);
  const indexes = (state?.GlobalSecondaryIndexes ?? []).map(({ IndexName, KeySchema, Projection }) => ({
    IndexName,
    KeySchema,
    Projection,
  }));
  expect(deployed['GlobalSecondaryIndexes']).toEqual(expect.arrayContaining(indexes));
  expect(deployed['GlobalSecondaryIndexes']).toHaveLength(indexes.length);
  const attributes = state?.AttributeDefinitions ?? [];
  expect(deployed['AttributeDefinitions']).toEqual(expect.arrayContaining(attributes));
  expect(deployed['AttributeDefinitions']).toHaveLength(attributes.length);
});
