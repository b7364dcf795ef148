import type { Quiet, QuietPlace } from '../../src/ports/quiet.ts';
import { spread } from '../../src/shared/hash.ts';
import type { DynamoTable } from './dynamo-table.ts';
import { keyIn, quietKey, quietPartition, ttl } from './table.ts';
import { parseItem } from './parse-item.ts';

/** Tells the few messages of one week apart and says nothing of them; of two readers of one message not the same. */
const mark = ({ subject, key }: QuietPlace): string => spread(`${subject} ${key}`, 2 ** 32).toString(36);

/** One row for a subject and a week, with a mark for each place taken: one conditional write. */
export const makeDynamoQuiet = (table: DynamoTable): Quiet => ({
  take: async (place, { limit, forgetAt }) => {
    const taken = await table.update(quietKey(place), {
      update: 'SET #ttl = :ttl ADD #places :marks',
      condition: 'attribute_not_exists(#places) OR size(#places) < :limit OR contains(#places, :mark)',
      values: {
        ':ttl': ttl(forgetAt).ttl,
        ':marks': new Set([mark(place)]),
        ':mark': mark(place),
        ':limit': limit,
      },
    });
    return taken === undefined ? 'spent' : 'granted';
  },
  giveBack: async (place) => {
    await table.update(quietKey(place), {
      update: 'DELETE #places :marks',
      condition: 'attribute_exists(#pk)',
      values: { ':marks': new Set([mark(place)]) },
    });
  },
  forget: async (tenant, subject) => {
    // Storage drops a week within days, so that one page holds them all.
    const { items } = await table.query({
      where: '#pk = :pk',
      values: { ':pk': quietPartition({ tenant, subject }) },
      only: '#pk, #sk',
    });
    for (const item of items) await table.remove(parseItem(keyIn, item));
  },
});
