import type { DynamoClient } from '../../adapters/dynamodb/client.ts';

export interface Capacity {
  readonly table: number;
  readonly index: number;
}

const numberAt = (value: unknown, ...path: readonly string[]): number => {
  const found = path.reduce<unknown>(
    (at, name) => (typeof at === 'object' && at !== null ? Reflect.get(at, name) : undefined),
    value,
  );
  return typeof found === 'number' ? found : 0;
};

/** Asks the engine what each request costs; the answer sums up what came since the last call. */
export const meterCapacity = ({ documents }: DynamoClient): (() => Capacity) => {
  const sum = { table: 0, index: 0 };
  documents.middlewareStack.add(
    (next) => async (args) => {
      Object.assign(args.input, { ReturnConsumedCapacity: 'INDEXES' });
      const result = await next(args);
      const consumed: unknown = Reflect.get(result.output, 'ConsumedCapacity');
      for (const one of Array.isArray(consumed) ? consumed : [consumed]) {
        const table = numberAt(one, 'Table', 'CapacityUnits');
        sum.table += table;
        sum.index += numberAt(one, 'CapacityUnits') - table;
      }
      return result;
    },
    { step: 'initialize', name: 'meterCapacity' },
  );
  return () => {
    const used = { ...sum };
    Object.assign(sum, { table: 0, index: 0 });
    return used;
  };
};
