import type { RoundRef, SlotPage, Vault } from '../../src/ports/vault.ts';
import type { DynamoTable, Item } from './dynamo-table.ts';
import { eachOf } from './each-of.ts';
import { parseItem } from './parse-item.ts';
import { DELIVERY_PREFIX, SLOT_PREFIX, headKey, keyIn, roundPartition, slotOf } from './table.ts';
import { bareRow, slotRow } from './vault-item.ts';

/** Rows a step takes before it says where to go on: a step stays far below a worker's time. */
const PAGE = 200;

const tombstone = { sealed: true } as const;

const slotsOf = (round: RoundRef) => ({
  where: '#pk = :pk AND begins_with(#sk, :slot)',
  values: { ':pk': roundPartition(round), ':slot': SLOT_PREFIX },
});

const rowsOf = (round: RoundRef) => ({ where: '#pk = :pk', values: { ':pk': roundPartition(round) } });

const startAfter = (round: RoundRef, sk: string | undefined) =>
  sk === undefined ? undefined : { pk: roundPartition(round), sk };

const goOn = (last: Item | undefined): string | undefined => last && parseItem(keyIn, last).sk;

/** Nothing more comes in, and what is there can be counted. */
const makeSealing = (table: DynamoTable): Pick<Vault, 'seal' | 'slots'> => ({
  seal: async (round, next) => {
    const page = await table.query({
      ...slotsOf(round),
      // A repeated run pays for the slots that the one before did not reach.
      filter: 'attribute_not_exists(#sealed)',
      only: '#pk, #sk, #ttl',
      limit: PAGE,
      after: startAfter(round, next),
    });
    await eachOf(page.items, (item) =>
      table.update(parseItem(bareRow, item), {
        update: 'SET #sealed = :sealed',
        // Without it a slot that storage forgot just now would come back, without its `ttl`.
        condition: 'attribute_exists(#pk)',
        values: { ':sealed': true },
      }),
    );
    return goOn(page.next);
  },
  slots: async (round, next): Promise<SlotPage> => {
    const page = await table.query({ ...slotsOf(round), limit: PAGE, after: startAfter(round, next) });
    const rows = page.items.map((item) => parseItem(slotRow, item));
    const slots = rows.map((row) => ({ slot: slotOf(row), answer: row.answer }));
    const last = goOn(page.next);
    return last === undefined ? { slots } : { slots, next: last };
  },
});

/** What was counted is forgotten. */
const makeForgetting = (table: DynamoTable): Pick<Vault, 'destroyKey' | 'empty' | 'isEmpty' | 'remove'> => ({
  destroyKey: async (round) => {
    await table.update(headKey(round), {
      update: 'SET #sealed = :sealed REMOVE #key, #head',
      condition: 'attribute_exists(#pk)',
      values: { ':sealed': true },
    });
  },
  empty: async (round, next) => {
    const page = await table.query({
      ...rowsOf(round),
      // All but tombstones.
      filter: 'attribute_not_exists(#sealed) OR attribute_exists(#answer) OR attribute_exists(#later)',
      only: '#pk, #sk, #ttl',
      limit: PAGE,
      after: startAfter(round, next),
    });
    await eachOf(page.items, async (item) => {
      const row = parseItem(bareRow, item);
      if (row.sk.startsWith(DELIVERY_PREFIX)) await table.remove(row);
      else await table.put({ ...row, ...tombstone });
    });
    return goOn(page.next);
  },
  remove: async (round, next) => {
    const page = await table.query({
      ...rowsOf(round),
      only: '#pk, #sk',
      limit: PAGE,
      after: startAfter(round, next),
    });
    await eachOf(page.items, (item) => table.remove(parseItem(keyIn, item)));
    return goOn(page.next);
  },
  isEmpty: async (round) => {
    let after: Item | undefined;
    do {
      const page = await table.query({
        ...rowsOf(round),
        filter:
          'attribute_exists(#answer) OR attribute_exists(#later) OR attribute_exists(#key) OR attribute_exists(#attempts)',
        only: '#pk, #sk',
        after,
      });
      if (page.items.length > 0) return false;
      after = page.next;
    } while (after !== undefined);
    return true;
  },
});

/** The closing half of a round's life (rule R1). Every step can be repeated. */
export const makeVaultClosing = (table: DynamoTable) => ({
  ...makeSealing(table),
  ...makeForgetting(table),
});
