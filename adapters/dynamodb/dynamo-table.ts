import {
  BatchGetCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { PortError } from '../../src/shared/errors.ts';
import type { DynamoClient } from './client.ts';
import { isLostCondition, toPortError } from './faults.ts';
import type { Key } from './table.ts';

export type Item = Readonly<Record<string, unknown>>;

/**
 * In expressions every attribute is written `#name`, which stands for the attribute of that name: many of
 * ours (`state`, `key`, `name`) are reserved words.
 */
export interface Condition {
  readonly condition: string;
  readonly values?: Item;
}

export interface Update {
  readonly update: string;
  readonly condition?: string;
  readonly values?: Item;
}

export interface Query {
  readonly index?: string;
  readonly where: string;
  readonly values: Item;
  readonly filter?: string;
  /** The attributes that are needed; all when absent. */
  readonly only?: string;
  readonly limit?: number;
  readonly after?: Item | undefined;
}

export interface DynamoTable {
  get(key: Key, read: 'strong' | 'eventual'): Promise<Item | undefined>;
  /** Strongly read, at most 100, no key twice. */
  getMany(keys: readonly Key[]): Promise<readonly Item[]>;
  /** Stores the row unless there is one under its key; false when there is. */
  create(item: Key & Item): Promise<boolean>;
  /** False when the condition did not hold. */
  put(item: Key & Item, condition?: Condition): Promise<boolean>;
  /** What the row was before (empty when there was none); undefined when the condition did not hold. */
  update(key: Key, update: Update): Promise<Item | undefined>;
  remove(key: Key): Promise<void>;
  /** One page. Strongly read, but for an index. */
  query(query: Query): Promise<{ readonly items: readonly Item[]; readonly next: Item | undefined }>;
}

const namesIn = (...expressions: readonly (string | undefined)[]): Record<string, string> | undefined => {
  const found = expressions.flatMap((expression) => expression?.match(/#\w+/gu) ?? []);
  return found.length === 0 ? undefined : Object.fromEntries(found.map((name) => [name, name.slice(1)]));
};

/** Turns the SDK's faults into the port's; nothing of the SDK leaves this folder. */
const guarded = async <Output>(call: () => Promise<Output>): Promise<Output> => {
  try {
    return await call();
  } catch (error) {
    throw toPortError(error);
  }
};

const unlessRefused = <Output>(call: () => Promise<Output>): Promise<Output | undefined> =>
  guarded(async () => {
    try {
      return await call();
    } catch (error) {
      if (isLostCondition(error)) return undefined;
      throw error;
    }
  });

/** A full batch may come back in part; more rounds than this mean that the table is throttled. */
const BATCH_TRIES = 5;

const getMany = async ({ documents, bounds }: DynamoClient, table: string, keys: readonly Key[]) => {
  const items: Item[] = [];
  let open: readonly Item[] = keys.map(({ pk, sk }) => ({ pk, sk }));
  for (let tries = 0; open.length > 0; tries += 1) {
    if (tries === BATCH_TRIES) throw new PortError('unreachable', 'UnprocessedKeys');
    const request = { [table]: { Keys: [...open], ConsistentRead: true } };
    const answer = await documents.send(new BatchGetCommand({ RequestItems: request }), bounds());
    items.push(...(answer.Responses?.[table] ?? []));
    open = answer.UnprocessedKeys?.[table]?.Keys ?? [];
  }
  return items;
};

const queryInput = (TableName: string, query: Query) => ({
  TableName,
  IndexName: query.index,
  ConsistentRead: query.index === undefined,
  KeyConditionExpression: query.where,
  FilterExpression: query.filter,
  ProjectionExpression: query.only,
  ExpressionAttributeNames: namesIn(query.where, query.filter, query.only),
  ExpressionAttributeValues: query.values,
  Limit: query.limit,
  ExclusiveStartKey: query.after,
});

/** One table, by the few operations the repositories need. */
export const makeDynamoTable = (client: DynamoClient, name: string): DynamoTable => {
  const { documents, bounds } = client;
  const TableName = name;
  const put: DynamoTable['put'] = async (item, condition) => {
    const input = {
      TableName,
      Item: item,
      ConditionExpression: condition?.condition,
      ExpressionAttributeNames: namesIn(condition?.condition),
      ExpressionAttributeValues: condition?.values,
    };
    return (await unlessRefused(() => documents.send(new PutCommand(input), bounds()))) !== undefined;
  };
  return {
    put,
    create: (item) => put(item, { condition: 'attribute_not_exists(#pk)' }),
    get: async ({ pk, sk }, read) => {
      const input = { TableName, Key: { pk, sk }, ConsistentRead: read === 'strong' };
      return (await guarded(() => documents.send(new GetCommand(input), bounds()))).Item;
    },
    getMany: (keys) => guarded(() => getMany(client, name, keys)),
    update: async ({ pk, sk }, { update, condition, values }) => {
      const input = {
        TableName,
        Key: { pk, sk },
        UpdateExpression: update,
        ConditionExpression: condition,
        ExpressionAttributeNames: namesIn(update, condition),
        ExpressionAttributeValues: values,
        // Comes with the write and costs nothing.
        ReturnValues: 'ALL_OLD' as const,
      };
      const output = await unlessRefused(() => documents.send(new UpdateCommand(input), bounds()));
      return output && (output.Attributes ?? {});
    },
    remove: async ({ pk, sk }) => {
      await guarded(() => documents.send(new DeleteCommand({ TableName, Key: { pk, sk } }), bounds()));
    },
    query: async (query) => {
      const input = queryInput(name, query);
      const { Items, LastEvaluatedKey } = await guarded(() =>
        documents.send(new QueryCommand(input), bounds()),
      );
      return { items: Items ?? [], next: LastEvaluatedKey };
    },
  };
};
