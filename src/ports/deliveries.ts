import type { MessageRef, TenantRef } from '../chat/identity.ts';
import type { Instant } from '../shared/time.ts';

/** Names one delivery record: one aggregate, audience and surface. */
export interface DeliveryRef {
  readonly tenant: TenantRef;
  /** The aggregate it belongs to; asks lie with their round in the vault and die with it. */
  readonly aggregate: string;
  readonly key: string;
}

export interface Delivery {
  /** Real attempts before this one, throttling not counted. One that died is one. */
  readonly attempts: number;
  /** A claim whose lease ran out came before: the message may stand in the chat already. Stays until it is settled. */
  readonly doubtful: boolean;
}

export type Claim =
  | { readonly outcome: 'claimed'; readonly delivery: Delivery }
  /** Posted at `ref`, or given up for `reason`. */
  | { readonly outcome: 'done'; readonly ref: MessageRef }
  | { readonly outcome: 'done'; readonly ref: undefined; readonly reason: string }
  /** Somebody else is sending it at this moment. */
  | { readonly outcome: 'busy' };

/**
 * Delivery records: who sends, what was sent. Chats have no idempotency key, so this record alone decides (R10, R18).
 * Holds no time but the lease's end, rounded up to five minutes.
 */
export interface Deliveries {
  /**
   * Takes the right to send until `leaseUntil`, which the caller rounds up. Exactly one of many callers gets `claimed`.
   * `forgetAt` is when storage may drop the record. The other methods do nothing without a claim: a record that went
   * with its round must not come back.
   */
  claim(ref: DeliveryRef, lease: { now: Instant; leaseUntil: Instant; forgetAt: Instant }): Promise<Claim>;

  /** Where it was posted; undefined while it is not. */
  posted(ref: DeliveryRef): Promise<MessageRef | undefined>;

  /** It was posted. Idempotent. */
  settle(ref: DeliveryRef, message: MessageRef): Promise<void>;

  /** It was not posted; the next claim may come at once. `counted` unless the platform only asked us to wait. */
  release(ref: DeliveryRef, counted: boolean): Promise<void>;

  /** It will not be posted any more, and why: a platform's code. Later claims are `done`. */
  giveUp(ref: DeliveryRef, reason: string): Promise<void>;
}
