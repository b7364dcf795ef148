import type { Comment, Comments } from '../../src/ports/comments.ts';
import type { RoundRef } from '../../src/ports/vault.ts';
import type { Forgetful } from './holdings.ts';
import { forgetTenantIn } from './keys-of-tenant.ts';

/** Keeps pages for as long as it lives; the first of each number stays. */
export const makeMemoryComments = (): Comments & Forgetful => {
  const pages = new Map<string, readonly Comment[]>();
  const keyOf = ({ tenant, round }: RoundRef, page: number): string => `${tenant}#${round}#${page}`;
  return {
    put: async (round, page, comments) => {
      const key = keyOf(round, page);
      if (!pages.has(key)) pages.set(key, structuredClone(comments));
    },
    remove: async (round, page) => {
      pages.delete(keyOf(round, page));
    },
    forgetTenant: (tenant) => forgetTenantIn(pages, tenant),
    page: async (round, page) => structuredClone(pages.get(keyOf(round, page))),
    hide: async (round, page, comment) => {
      const key = keyOf(round, page);
      const stored = pages.get(key) ?? [];
      if (!stored.some(({ id }) => id === comment)) return 'not-found';
      pages.set(
        key,
        stored.map((one) => (one.id === comment ? { id: one.id } : one)),
      );
      return 'hidden';
    },
  };
};
