import * as z from 'zod/mini';
import type { Comments } from '../../src/ports/comments.ts';
import type { DynamoTable } from './dynamo-table.ts';
import { parseItem } from './parse-item.ts';
import { commentsKey, commentsOwner } from './table.ts';

const row = z.object({ comments: z.array(z.string()) });

/** A page is one row beside its round: shown as a whole, made once, never searched. */
export const makeDynamoComments = (table: DynamoTable): Comments => ({
  put: async (round, page, comments) => {
    const item = { ...commentsKey(round, page), ...commentsOwner(round, page), comments };
    await table.put(item, { condition: 'attribute_not_exists(#pk)' });
  },
  page: async (round, page) => {
    const item = await table.get(commentsKey(round, page), 'strong');
    return item && parseItem(row, item).comments;
  },
});
