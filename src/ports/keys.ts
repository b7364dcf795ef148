import type { PersonRef } from '../chat/identity.ts';

/** Secrets of a round. The caller overwrites a key after use with {@link Keys.forget}; nobody keeps one. */
export interface Keys {
  /** 32 random bytes. */
  newKey(): Uint8Array;

  /** HMAC-SHA-256 of the person under the key, as 64 lower-case hex digits: the name of their slot. */
  slotOf(key: Uint8Array, person: PersonRef): string;

  /**
   * A sort key or a name that is fixed for one key and label and tells nothing without the key, which is destroyed:
   * two workers that shuffle the same round get the same order and the same names (HMAC-SHA-256, hex).
   */
  orderOf(key: Uint8Array, label: string): string;

  /** Overwrites the bytes. */
  forget(key: Uint8Array): void;
}
