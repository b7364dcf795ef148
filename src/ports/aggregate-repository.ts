import type { TenantRef } from '../chat/identity.ts';
import type { Aggregate } from '../work/aggregate.ts';

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
   * however often it comes (the newest history entry tells).
   */
  create(aggregate: A): Promise<'created' | 'exists'>;

  /**
   * Replaces the version before `aggregate.version`. If somebody else saved first: PortError `conflict`.
   * If our own response was lost and the SDK repeated the write, the newest history entries tell, and it succeeds (R11).
   */
  save(aggregate: A): Promise<void>;

  /**
   * Removes outbox entries that reached the queue and lets the due index show the next business time.
   * Leaves the version alone. Does nothing when they are gone already.
   */
  clearOutbox(aggregate: A, entryIds: readonly string[]): Promise<void>;

  /** Takes an aggregate that keeps failing out of the due index and notes why. Idempotent. */
  park(tenant: TenantRef, id: string, reason: string): Promise<void>;
}
