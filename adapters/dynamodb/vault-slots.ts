import type { Answer } from '../../src/pulse/answers/answer.ts';
import type { RoundRef, VaultSlots } from '../../src/ports/vault.ts';
import type { DynamoTable } from './dynamo-table.ts';
import { parseItem } from './parse-item.ts';
import { headKey, slotKey } from './table.ts';
import { headRow, slotRow } from './vault-item.ts';
import { makeMarks } from './vault-later.ts';

export const readHeadOf = async (table: DynamoTable, round: RoundRef) => {
  const item = await table.get(headKey(round), 'strong');
  return item && parseItem(headRow, item);
};

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

/** What lies in a slot, for whoever holds its name. */
const makeAnswers = (table: DynamoTable): Pick<VaultSlots, 'read' | 'answer' | 'withdraw'> => {
  const readSlot = async (round: RoundRef, slot: string) => {
    const item = await table.get(slotKey(round, slot), 'strong');
    return item && parseItem(slotRow, item);
  };
  return {
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
      const wasEmpty = row.answer === undefined && (await readHeadOf(table, round))?.key !== undefined;
      return wasEmpty ? 'withdrawn' : 'sealed';
    },
  };
};

/** The vault as people reach it, without what only a worker does there. */
export const makeDynamoVaultSlots = (table: DynamoTable): VaultSlots => ({
  head: async (round) => {
    const { head, key } = (await readHeadOf(table, round)) ?? {};
    return head && key && { head, key: Uint8Array.from(key) };
  },
  ...makeAnswers(table),
  ...makeMarks(table),
});
