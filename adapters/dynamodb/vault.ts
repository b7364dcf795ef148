import type { Answer } from '../../src/pulse/answer.ts';
import type { RoundRef, Vault } from '../../src/ports/vault.ts';
import type { DynamoTable } from './dynamo-table.ts';
import { eachOf } from './each-of.ts';
import { parseItem } from './parse-item.ts';
import { headKey, slotKey, ttl } from './table.ts';
import { makeVaultClosing } from './vault-closing.ts';
import { headRow, slotRow } from './vault-item.ts';
import { makeVaultLater } from './vault-later.ts';

const copyOf = (bytes: Uint8Array | undefined): Uint8Array | undefined => bytes && Uint8Array.from(bytes);

const sameAnswer = (one: Answer | undefined, other: Answer): boolean => {
  const items = Object.keys(other.marks);
  return (
    one !== undefined &&
    one.comment === other.comment &&
    one.theme === other.theme &&
    Object.keys(one.marks).length === items.length &&
    items.every((item) => one.marks[item] === other.marks[item])
  );
};

/** The open half of a round's life: key, slots, answers. */
const makeVaultOpening = (
  table: DynamoTable,
): Pick<Vault, 'openKey' | 'openSlots' | 'head' | 'extend' | 'read' | 'answer' | 'withdraw'> => {
  const readHead = async (round: RoundRef) => {
    const item = await table.get(headKey(round), 'strong');
    return item && parseItem(headRow, item);
  };
  const readSlot = async (round: RoundRef, slot: string) => {
    const item = await table.get(slotKey(round, slot), 'strong');
    return item && parseItem(slotRow, item);
  };
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
    read: async (round, slot) => {
      const row = await readSlot(round, slot);
      return row === undefined ? 'no-slot' : (row.answer ?? 'empty');
    },
    answer: async (round, slot, answer) => {
      // An update rather than a put, so that the row keeps the `ttl` that all rows of the round share.
      const taken = await table.update(slotKey(round, slot), {
        update: 'SET #answer = :answer',
        condition: 'attribute_exists(#pk) AND attribute_not_exists(#sealed)',
        values: { ':answer': answer },
      });
      if (taken !== undefined) return 'taken';
      const row = await readSlot(round, slot);
      if (row === undefined) return 'no-slot';
      // Our own answer, sealed before the SDK repeated the write whose response was lost (R11): it counts.
      return sameAnswer(row.answer, answer) ? 'taken' : 'sealed';
    },
    withdraw: async (round, slot) => {
      const withdrawn = await table.update(slotKey(round, slot), {
        update: 'REMOVE #answer, #later',
        condition: 'attribute_exists(#pk) AND attribute_not_exists(#sealed)',
      });
      if (withdrawn !== undefined) return 'withdrawn';
      const row = await readSlot(round, slot);
      if (row === undefined) return 'no-slot';
      // Answers go only after the key: while it is there, a sealed slot without one was empty when it was sealed.
      const wasEmpty = row.answer === undefined && (await readHead(round))?.key !== undefined;
      return wasEmpty ? 'withdrawn' : 'sealed';
    },
  };
};

/** All rows of a round lie in one partition, so that counting and forgetting it is a query (R1). */
export const makeDynamoVault = (table: DynamoTable): Vault => ({
  ...makeVaultOpening(table),
  ...makeVaultLater(table),
  ...makeVaultClosing(table),
});
