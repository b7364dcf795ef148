import * as z from 'zod/mini';
import type { Comment, Comments } from '../../src/ports/comments.ts';
import type { RoundRef } from '../../src/ports/vault.ts';
import type { DynamoTable } from './dynamo-table.ts';
import { parseItem } from './parse-item.ts';
import type { FieldsOf } from './schemas.ts';
import { commentsKey, commentsOwner, ttl } from './table.ts';

export const commentFields = { id: z.string(), text: z.optional(z.string()) } satisfies FieldsOf<Comment>;

const row = z.object({ comments: z.array(z.object(commentFields)) });

/** A page is one row beside its round: shown as a whole, made once, never searched. */
export const makeDynamoComments = (table: DynamoTable): Comments => {
  const read = async (round: RoundRef, page: number): Promise<readonly Comment[] | undefined> => {
    const item = await table.get(commentsKey(round, page), 'strong');
    return item && parseItem(row, item).comments;
  };
  return {
    put: async (round, page, comments, forgetAt) => {
      const place = { ...commentsKey(round, page), ...commentsOwner(round, page) };
      await table.create({ ...place, comments, ...ttl(forgetAt) });
    },
    remove: (round, page) => table.remove(commentsKey(round, page)),
    page: read,
    hide: async (round, page, wanted) => {
      const place = (await read(round, page))?.findIndex(({ id }) => id === wanted) ?? -1;
      if (place < 0) return 'not-found';
      // Only this text, so that whoever hides another one at the same moment hides that as well.
      const hidden = await table.update(commentsKey(round, page), {
        update: `REMOVE #comments[${place}].#text`,
        condition: `#comments[${place}].#id = :id`,
        values: { ':id': wanted },
      });
      return hidden === undefined ? 'not-found' : 'hidden';
    },
  };
};
