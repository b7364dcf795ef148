import type { TenantRef } from '../chat/identity.ts';
import type { Aggregate } from '../work/aggregate.ts';

/** An aggregate's JSON is at most this many bytes (R13). */
export const AGGREGATE_MOST_BYTES = 64 * 1024;

/**
 * Keeps aggregates of one kind; every method is one read or one conditional write of one item.
 * Throws an InvariantError for an aggregate over 64 KB, a PortError when storage fails.
 */
export interface AggregateRepository<A extends Aggregate> {
  /** The newest state, read strongly; undefined when there is none in this tenant. */
  find(tenant: TenantRef, id: string): Promise<A | undefined>;

  /** Like {@link find}, but may be a moment old and costs half. */
  glance(tenant: TenantRef, id: string): Promise<A | undefined>;

  /**
   * Stores version 1. `exists` when the id is taken by another command; the same command again is `created`,
   * however often it comes and whatever came after it (the history tells, as long as it reaches back).
   */
  create(aggregate: A): Promise<'created' | 'exists'>;

  /**
   * Replaces the version before `aggregate.version`. If somebody else saved first: PortError `conflict`.
   * If our own response was lost and the SDK repeated the write, the history's entry of this version tells,
   * and it succeeds (R11).
   */
  save(aggregate: A): Promise<void>;

  /**
   * Removes outbox entries that reached the queue and lets the due index show the next business time.
   * Leaves the version alone. Does nothing when they are gone already. `aggregate` as it was saved: if somebody
   * saved since, their state is kept and only the entries go.
   */
  clearOutbox(aggregate: A, entryIds: readonly string[]): Promise<void>;

  /** Takes an aggregate that keeps failing out of the due index and notes why. Idempotent. */
  park(tenant: TenantRef, id: string, reason: string): Promise<void>;

  /**
   * The ids of all in a tenant, page by page in the order of their names. May lack what was created a moment ago and
   * name what is gone. `after` is the last id of the page before.
   */
  ids(tenant: TenantRef, after?: string): Promise<readonly string[]>;

  /** Deletes it, whatever its version. Idempotent; a save that comes later is a `conflict`. */
  remove(tenant: TenantRef, id: string): Promise<void>;
}
