import type { Clock } from '../../src/ports/clock.ts';
import type { Condition, DynamoTable, Item, Update } from './dynamo-table.ts';
import { ttl } from './table.ts';

/** DynamoDB drops a row within days of its `ttl`. Until then it is gone for whoever asks here (DESIGN 9). */
export const makeForgettingTable = (table: DynamoTable, clock: Clock): DynamoTable => {
  const now = (): number => ttl(clock.now()).ttl;
  const isKept = (item: Item): boolean => typeof item['ttl'] !== 'number' || item['ttl'] > now();
  const KEPT = '(attribute_not_exists(#ttl) OR #ttl > :rightNow)';
  const both = (condition: string | undefined): string =>
    condition === undefined ? KEPT : `(${condition}) AND ${KEPT}`;
  const withNow = (values: Item | undefined): Item => ({ ...values, ':rightNow': now() });

  return {
    ...table,
    get: async (key, read) => {
      const item = await table.get(key, read);
      return item !== undefined && isKept(item) ? item : undefined;
    },
    getMany: async (keys) => (await table.getMany(keys)).filter(isKept),
    // Over a row that is forgotten it is created anew, not changed.
    create: (item) =>
      table.put(item, {
        condition: 'attribute_not_exists(#pk) OR #ttl <= :rightNow',
        values: { ':rightNow': now() },
      }),
    put: (item, condition?: Condition) =>
      condition === undefined
        ? table.put(item)
        : table.put(item, { condition: both(condition.condition), values: withNow(condition.values) }),
    update: (key, { update, condition, values }: Update) =>
      table.update(key, { update, condition: both(condition), values: withNow(values) }),
    // An index holds keys alone, and what they name is read one by one.
    query: (query) =>
      query.index === undefined
        ? table.query({ ...query, filter: both(query.filter), values: withNow(query.values) })
        : table.query(query),
  };
};
