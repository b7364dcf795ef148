import * as z from 'zod/mini';
import type { TenantRef } from '../../src/chat/identity.ts';
import type { AggregateKind } from '../../src/work/job.ts';
import type { DynamoTable, Item } from './dynamo-table.ts';
import { parseItem } from './parse-item.ts';
import { OWNER_INDEX, aggregateOf, ownedAggregates } from './table.ts';

const PAGE = 100;

const row = z.object({ pk: z.string(), sk: z.string() });

/** The index holds keys alone, and they name the aggregate. Rows of other kinds may lie between and are passed over. */
export const makeListIds =
  ({ table, kind }: { readonly table: DynamoTable; readonly kind: AggregateKind }) =>
  async (tenant: TenantRef, last?: string): Promise<readonly string[]> => {
    const { owner, from, to } = ownedAggregates({ kind, tenant }, last);
    let after: Item | undefined;
    do {
      const page = await table.query({
        index: OWNER_INDEX,
        where: '#ownerPk = :owner AND #ownerSk BETWEEN :from AND :to',
        values: { ':owner': owner, ':from': from, ':to': to },
        limit: PAGE,
        after,
      });
      const ids = page.items.flatMap((item) => {
        const ref = aggregateOf(parseItem(row, item));
        return ref === undefined || ref.kind !== kind || ref.id === last ? [] : [ref.id];
      });
      if (ids.length > 0) return ids;
      after = page.next;
    } while (after !== undefined);
    return [];
  };
