import type { RoundRef } from './vault.ts';

/** At most this many comments a page: 50 of 500 characters stay below 32 KB (R13). */
export const COMMENTS_A_PAGE = 50;

/** Comments of closed rounds, shuffled, in pages made once at the close. */
export interface Comments {
  /** Stores a page unless it is there already: the first one made of complete answers stays. Idempotent. */
  put(round: RoundRef, page: number, comments: readonly string[]): Promise<void>;

  /** Undefined when there is no such page. */
  page(round: RoundRef, page: number): Promise<readonly string[] | undefined>;
}
