import type { RoundRef, Vault } from '../../src/ports/vault.ts';
import type { DynamoTable } from './dynamo-table.ts';
import { eachOf } from './each-of.ts';
import { headKey, slotKey, ttl } from './table.ts';
import { makeVaultClosing } from './vault-closing.ts';
import { makeVaultLater } from './vault-later.ts';
import { makeVaultSlots, readHeadOf } from './vault-slots.ts';

const copyOf = (bytes: Uint8Array | undefined): Uint8Array | undefined => bytes && Uint8Array.from(bytes);

/** The beginning of a round's life: key and empty slots. */
const makeVaultOpening = (table: DynamoTable): Pick<Vault, 'openKey' | 'openSlots' | 'head' | 'extend'> => {
  const readHead = (round: RoundRef) => readHeadOf(table, round);
  return {
    openKey: async (round, { head, key, forgetAt }) => {
      const row = { ...headKey(round), head, key, ...ttl(forgetAt) };
      const stored = await table.put(row, { condition: 'attribute_not_exists(#pk)' });
      // The tombstone of a destroyed key counts as a row, so a late opener finds no key and makes none.
      return copyOf(stored ? key : (await readHead(round))?.key);
    },
    openSlots: async (round, slots, forgetAt) => {
      // One by one, since batches know no conditions, and an unconditional one would empty an answered slot.
      await eachOf(slots, (slot) =>
        table.put({ ...slotKey(round, slot), ...ttl(forgetAt) }, { condition: 'attribute_not_exists(#pk)' }),
      );
    },
    head: async (round) => {
      const { head, key } = (await readHead(round)) ?? {};
      return head && key && { head, key: Uint8Array.from(key) };
    },
    extend: async (round, closesAt) => {
      await table.update(headKey(round), {
        update: 'SET #head.#closesAt = :closesAt',
        condition: 'attribute_exists(#key)',
        values: { ':closesAt': closesAt },
      });
    },
  };
};

/** All rows of a round lie in one partition, so that counting and forgetting it is a query (R1). */
export const makeDynamoVault = (table: DynamoTable): Vault => ({
  ...makeVaultOpening(table),
  ...makeVaultSlots(table),
  ...makeVaultLater(table),
  ...makeVaultClosing(table),
});
