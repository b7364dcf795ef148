import type { ConversationRef } from '../chat/identity.ts';
import type { Instant } from '../shared/time.ts';

/** A channel is meant for this team. */
export interface ChannelClaim {
  readonly team: string;
  /** What claimed it: two people who set up the same team at once are two. */
  readonly command: string;
  /** Tells a team that is just being written from one that never was; no finer than five minutes. */
  readonly since: Instant;
}

/** Which team a channel is claimed for: one at most. Whether that team has it, its own item says. */
export interface Channels {
  /** Strongly read; undefined when nobody claims it. */
  find(channel: ConversationRef): Promise<ChannelClaim | undefined>;

  /**
   * Claims the channel unless another claim stands; the same command's is renewed. `instead` is a claim that nobody
   * stands behind any more, and is replaced if it is still that one. False when the claim was not made. One conditional
   * write, so of many at once exactly one gets it.
   */
  claim(channel: ConversationRef, claim: ChannelClaim, instead?: ChannelClaim): Promise<boolean>;

  /** From `forgetAt` on the claim is forgotten, if exactly this one stands: its team is over. Idempotent. */
  expire(channel: ConversationRef, claim: ChannelClaim, forgetAt: Instant): Promise<void>;

  /** Frees the channel if exactly this claim stands. Idempotent. */
  release(channel: ConversationRef, claim: ChannelClaim): Promise<void>;
}
