import type { Vault, VaultSlots } from '../../src/ports/vault.ts';
import type { DynamoTable, Item } from './dynamo-table.ts';
import { parseItem } from './parse-item.ts';
import { SLOT_PREFIX, keyIn, roundPartition, slotKey, slotOf } from './table.ts';
import { slotRow } from './vault-item.ts';

/** Marks on slots: whom to ask once more, and when. They lie in the slot's own row, so that its seal ends them too. */
export const makeMarks = (table: DynamoTable): Pick<VaultSlots, 'later' | 'notLater'> => ({
  later: async (round, slot, at) => {
    const marked = await table.update(slotKey(round, slot), {
      update: 'SET #later = :at',
      condition: 'attribute_exists(#pk) AND attribute_not_exists(#sealed) AND attribute_not_exists(#later)',
      values: { ':at': at },
    });
    if (marked !== undefined) return at;
    const item = await table.get(slotKey(round, slot), 'strong');
    if (item === undefined) return 'no-slot';
    return parseItem(slotRow, item).later ?? 'sealed';
  },
  notLater: async (round, slot, now) => {
    await table.update(slotKey(round, slot), {
      update: 'REMOVE #later',
      condition: '#later > :now',
      values: { ':now': now },
    });
  },
});

/** Finds whom to ask once more. */
export const makeMarked = (table: DynamoTable): Pick<Vault, 'marked'> => ({
  marked: async (round, at) => {
    const found: string[] = [];
    let after: Item | undefined;
    do {
      const page = await table.query({
        where: '#pk = :pk AND begins_with(#sk, :slot)',
        values: { ':pk': roundPartition(round), ':slot': SLOT_PREFIX, ':at': at },
        filter: '#later = :at',
        only: '#pk, #sk',
        after,
      });
      found.push(...page.items.map((item) => slotOf(parseItem(keyIn, item))));
      after = page.next;
    } while (after !== undefined);
    return found;
  },
});
