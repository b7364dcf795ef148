import type { PersonRef } from '../../chat/identity.ts';
import { hours } from '../../shared/time.ts';
import type { Instant } from '../../shared/time.ts';
import type { Aggregate } from '../../work/aggregate.ts';

/** At most this many people share one batch, so that it stays a small item (R13, R16). */
export const BATCH_MOST = 250;

/**
 * The people of one round who are asked at one instant, which is when it is due: once they are, it is forgotten. All
 * batches together are the round's frozen roster.
 */
export interface AskBatch extends Aggregate {
  readonly round: string;
  readonly people: readonly PersonRef[];
  /** Whether it is the last of its round: without it the roster is not whole yet. */
  readonly last: boolean;
  readonly closesAt: Instant;
}

/** An ask this close to the end is not sent any more (R16). */
const TOO_LATE = hours(1);

/** The last moment at which the batch's people may be asked. */
export const lastAsk = ({ closesAt }: Pick<AskBatch, 'closesAt'>): Instant => closesAt - TOO_LATE;

export const batchId = (round: string, page: number): string => `${round}.${page}`;
