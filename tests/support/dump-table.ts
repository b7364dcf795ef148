import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { DynamoClient } from '../../adapters/dynamodb/client.ts';

/** Every row of a table as it lies there, in the order of keys. */
export const dumpTable = async (
  { documents }: DynamoClient,
  table: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> => {
  const rows: Record<string, unknown>[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await documents.send(new ScanCommand({ TableName: table, ExclusiveStartKey: from }));
    rows.push(...(page.Items ?? []));
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
  const keyOf = (row: Record<string, unknown>): string => `${String(row['pk'])} ${String(row['sk'])}`;
  return rows.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
};
