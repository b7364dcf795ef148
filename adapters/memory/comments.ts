import type { Comments } from '../../src/ports/comments.ts';
import type { RoundRef } from '../../src/ports/vault.ts';

/** Keeps pages for as long as it lives; the first of each number stays. */
export const makeMemoryComments = (): Comments => {
  const pages = new Map<string, readonly string[]>();
  const keyOf = ({ tenant, round }: RoundRef, page: number): string => `${tenant}#${round}#${page}`;
  return {
    put: async (round, page, comments) => {
      const key = keyOf(round, page);
      if (!pages.has(key)) pages.set(key, [...comments]);
    },
    page: async (round, page) => structuredClone(pages.get(keyOf(round, page))),
  };
};
