import type { Fields } from '../json.ts';
import { textArg } from '../json.ts';
import { refuse } from './method.ts';

const encode = (index: number): string => Buffer.from(`next:${index}`).toString('base64');

const decode = (cursor: string): number | undefined => {
  const [, index] = /^next:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString()) ?? [];
  return index === undefined ? undefined : Number(index);
};

/** One page of a list under `name`, with the cursor of the next; an empty cursor is the last page. */
export const page = (args: Fields, name: string, all: readonly unknown[], usual = 100): Fields => {
  const limit = Number(textArg(args, 'limit')) || usual;
  if (limit < 1 || limit > 1000) return refuse('invalid_limit');
  const cursor = textArg(args, 'cursor');
  const from = cursor === '' ? 0 : decode(cursor);
  if (from === undefined || from > all.length) return refuse('invalid_cursor');
  const more = from + limit < all.length;
  return {
    ok: true,
    [name]: all.slice(from, from + limit),
    response_metadata: { next_cursor: more ? encode(from + limit) : '' },
  };
};
