import type { TenantRef } from '../chat/identity.ts';
import type { Instant } from '../shared/time.ts';

/** One of the few places that a person or a team has in a week for messages nobody asked for. */
export interface QuietPlace {
  readonly tenant: TenantRef;
  /** A person's ref, or a team's id. */
  readonly subject: string;
  /** Names the week, by the clock of the subject. */
  readonly week: string;
  /** Names the message. What is kept of it says neither which one it was nor of which kind. */
  readonly key: string;
}

/**
 * Who was written to how often in a week (DESIGN principle 5). Lies in the vault, so that no backup knows it, holds no
 * time, and goes a day after its week.
 */
export interface Quiet {
  /**
   * Takes a place if fewer than `limit` are taken; exactly `limit` of many callers with keys of their own get one.
   * Idempotent: a message that has its place is granted it again, whatever was taken meanwhile.
   */
  take(place: QuietPlace, most: { limit: number; forgetAt: Instant }): Promise<'granted' | 'spent'>;

  /** The message will never be posted. Idempotent. */
  giveBack(place: QuietPlace): Promise<void>;

  /** Forgets all weeks of a subject. */
  forget(tenant: TenantRef, subject: string): Promise<void>;
}
