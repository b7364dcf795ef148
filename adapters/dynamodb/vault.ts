import type { Vault } from '../../src/ports/vault.ts';
import type { DynamoTable } from './dynamo-table.ts';
import { eachOf } from './each-of.ts';
import { headKey, slotKey, ttl } from './table.ts';
import { makeVaultClosing } from './vault-closing.ts';
import { makeMarked } from './vault-later.ts';
import { makeDynamoVaultSlots, readHeadOf } from './vault-slots.ts';

const copyOf = (bytes: Uint8Array | undefined): Uint8Array | undefined => bytes && Uint8Array.from(bytes);

/** The beginning of a round's life: key and empty slots. */
const makeVaultOpening = (table: DynamoTable): Pick<Vault, 'openKey' | 'openSlots' | 'extend'> => ({
  openKey: async (round, { head, key, forgetAt }) => {
    const row = { ...headKey(round), head, key, ...ttl(forgetAt) };
    const stored = await table.put(row, { condition: 'attribute_not_exists(#pk)' });
    // The tombstone of a destroyed key counts as a row, so a late opener finds no key and makes none.
    return copyOf(stored ? key : (await readHeadOf(table, round))?.key);
  },
  openSlots: async (round, slots, forgetAt) => {
    // One by one, since batches know no conditions, and an unconditional one would empty an answered slot.
    await eachOf(slots, (slot) =>
      table.put({ ...slotKey(round, slot), ...ttl(forgetAt) }, { condition: 'attribute_not_exists(#pk)' }),
    );
  },
  extend: async (round, closesAt) => {
    const before = await table.update(headKey(round), {
      update: 'SET #head.#closesAt = :closesAt',
      condition: 'attribute_exists(#key)',
      values: { ':closesAt': closesAt },
    });
    return before !== undefined;
  },
});

/** All rows of a round lie in one partition, so that counting and forgetting it is a query (R1). */
export const makeDynamoVault = (table: DynamoTable): Vault => ({
  ...makeVaultOpening(table),
  ...makeDynamoVaultSlots(table),
  ...makeMarked(table),
  ...makeVaultClosing(table),
});
