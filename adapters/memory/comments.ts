import type { Comment, Comments } from '../../src/ports/comments.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { RoundRef } from '../../src/ports/vault.ts';
import type { Instant } from '../../src/shared/time.ts';
import type { Forgetful } from './holdings.ts';
import { forgetTenantIn } from './keys-of-tenant.ts';

interface Page {
  readonly comments: readonly Comment[];
  readonly forgetAt: Instant;
}

/** The first page of each number stays until it is past its time; without a `clock` that never comes. */
export const makeMemoryComments = (clock?: Clock): Comments & Forgetful => {
  const pages = new Map<string, Page>();
  const stored = (key: string): readonly Comment[] | undefined => {
    const page = pages.get(key);
    return page === undefined || (clock !== undefined && page.forgetAt <= clock.now())
      ? undefined
      : page.comments;
  };
  const keyOf = ({ tenant, round }: RoundRef, page: number): string => `${tenant}#${round}#${page}`;
  return {
    put: async (round, page, comments, forgetAt) => {
      const key = keyOf(round, page);
      if (stored(key) === undefined) pages.set(key, structuredClone({ comments, forgetAt }));
    },
    remove: async (round, page) => {
      pages.delete(keyOf(round, page));
    },
    forgetTenant: (tenant) => forgetTenantIn(pages, tenant),
    page: async (round, page) => structuredClone(stored(keyOf(round, page))),
    hide: async (round, page, comment) => {
      const key = keyOf(round, page);
      const comments = stored(key) ?? [];
      if (!comments.some(({ id }) => id === comment)) return 'not-found';
      const left = comments.map((one) => (one.id === comment ? { id: one.id } : one));
      pages.set(key, { comments: left, forgetAt: pages.get(key)?.forgetAt ?? 0 });
      return 'hidden';
    },
  };
};
