import type { Instant } from '../shared/time.ts';
import type { RoundRef } from './vault.ts';

/** At most this many comments a page: 50 of 500 characters stay below 32 KB (R13). */
export const COMMENTS_A_PAGE = 50;

export interface Comment {
  /** Made at the close under the round's key, which dies then: names this one among those of its round, leads nowhere. */
  readonly id: string;
  /** Absent once it was hidden. */
  readonly text?: string | undefined;
}

/** Comments of closed rounds, shuffled, in pages made once at the close. */
export interface Comments {
  /** Stores a page unless it is there already: the first one made of complete answers stays. Idempotent. */
  put(round: RoundRef, page: number, comments: readonly Comment[], forgetAt: Instant): Promise<void>;

  /** Undefined when there is no such page. */
  page(round: RoundRef, page: number): Promise<readonly Comment[] | undefined>;

  /**
   * Deletes the text of one comment for good; its place stays. Notes neither a person nor a time. Idempotent, and two
   * at once hide both. `not-found` when the page has no such comment.
   */
  hide(round: RoundRef, page: number, comment: string): Promise<'hidden' | 'not-found'>;

  /** Deletes a page: its round was never published. Idempotent. */
  remove(round: RoundRef, page: number): Promise<void>;
}
