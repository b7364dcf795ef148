import type { RoundRef } from './vault.ts';

/** At most this many comments a page: 50 of 500 characters stay below 32 KB (R13). */
export const COMMENTS_A_PAGE = 50;

/** Comments of closed rounds, shuffled, in pages made once at the close. */
export interface Comments {
  /** Stores a page; the same page again changes nothing that can be seen, since its order is fixed by the round's key. */
  put(round: RoundRef, page: number, comments: readonly string[]): Promise<void>;

  /** Undefined when there is no such page. */
  page(round: RoundRef, page: number): Promise<readonly string[] | undefined>;
}
