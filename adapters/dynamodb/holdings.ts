import * as z from 'zod/mini';
import type { PersonRef, TenantRef } from '../../src/chat/identity.ts';
import { makeNames } from '../../src/mine/names.ts';
import type { Holdings } from '../../src/ports/holdings.ts';
import type { DynamoTable, Item } from './dynamo-table.ts';
import { eachOf } from './each-of.ts';
import { parseItem } from './parse-item.ts';
import {
  OWNER_INDEX,
  aggregateOf,
  keyIn,
  ownedBy,
  ownedDeliveries,
  personIn,
  quietPartition,
  removalKey,
  roundPartition,
  tenantKey,
  tenantOf,
} from './table.ts';
import type { Key } from './table.ts';

interface Tables {
  readonly state: DynamoTable;
  readonly vault: DynamoTable;
}

const PAGE = 100;

const owned = z.object({ pk: z.string(), sk: z.string(), ownerSk: z.string() });
const ofRound = z.object({ round: z.string() });

const isSame = (one: Key, other: Key): boolean => one.pk === other.pk && one.sk === other.sk;

/** Deletes a whole partition. */
const makeClear =
  ({ vault }: Tables) =>
  async (partition: string): Promise<void> => {
    let after: Item | undefined;
    do {
      const where = {
        where: '#pk = :pk',
        values: { ':pk': partition },
        only: '#pk, #sk',
        limit: PAGE,
        after,
      };
      const page = await vault.query(where);
      await eachOf(page.items, (item) => vault.remove(parseItem(keyIn, item)));
      after = page.next;
    } while (after !== undefined);
  };

/** Where in the vault lies what belongs to a row of the state table: nothing lists the vault itself. */
const makePlacesOf =
  ({ state }: Tables) =>
  async (tenant: TenantRef, key: Key): Promise<readonly string[]> => {
    const person = personIn(key);
    if (person !== undefined) return [quietPartition({ tenant, subject: person })];
    const ref = aggregateOf(key);
    if (ref?.kind === 'team') return [quietPartition({ tenant, subject: ref.id })];
    if (ref?.kind === 'round') return [roundPartition({ tenant, round: ref.id })];
    // The roster is frozen before the round is written: of a round that never came to be there may be rows as well.
    const batch = ref?.kind === 'asks' ? await state.get(key, 'strong') : undefined;
    return batch === undefined ? [] : [roundPartition({ tenant, round: parseItem(ofRound, batch).round })];
  };

/** Reads the tables as they lie there, also what is past its time and was not dropped yet. */
export const makeDynamoHoldings = (tables: Tables): Holdings => {
  const { state } = tables;
  const clear = makeClear(tables);
  const placesOf = makePlacesOf(tables);

  return {
    dropDeliveriesTo: async (person: PersonRef, after) => {
      const { owner, from, to } = ownedDeliveries(tenantOf(person));
      const page = await state.query({
        index: OWNER_INDEX,
        where: '#ownerPk = :owner AND #ownerSk BETWEEN :from AND :to',
        values: { ':owner': owner, ':from': after ?? from, ':to': to },
        limit: PAGE,
      });
      const names = makeNames(person);
      const rows = page.items.map((item) => parseItem(owned, item));
      const theirs = rows.filter(({ sk }) => names(sk));
      await eachOf(theirs, (row) => state.remove(row));
      const last = rows.at(-1)?.ownerSk;
      // The last one is the first of the next page: a page of one and the same row is the end.
      return last === undefined || last === after || page.next === undefined
        ? { met: theirs.length > 0 }
        : { met: theirs.length > 0, next: last };
    },

    removePage: async (tenant) => {
      const page = await state.query({
        index: OWNER_INDEX,
        where: '#ownerPk = :owner',
        values: { ':owner': ownedBy(tenant) },
        // Two of them may stay.
        limit: PAGE,
      });
      const stay = [tenantKey(tenant), removalKey(tenant)];
      const keys = page.items.map((item) => parseItem(keyIn, item));
      const gone = keys.filter((key) => !stay.some((kept) => isSame(kept, key)));
      await eachOf(gone, async (key) => {
        for (const partition of await placesOf(tenant, key)) await clear(partition);
        await state.remove(key);
      });
      return gone.length > 0 ? 'more' : 'done';
    },
  };
};
