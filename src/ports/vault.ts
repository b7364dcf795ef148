import type { TenantRef } from '../chat/identity.ts';
import type { Instant } from '../shared/time.ts';
import type { Answer, RoundHead } from '../pulse/answers/answer.ts';

/** Where an open round lies. */
export interface RoundRef {
  readonly tenant: TenantRef;
  readonly round: string;
}

export interface KeyRow {
  readonly head: RoundHead;
  readonly key: Uint8Array;
  /** When storage may forget what is left: the same for every row, from the round's calendar (R3). */
  readonly forgetAt: Instant;
}

export interface SlotPage {
  readonly slots: readonly { readonly slot: string; readonly answer?: Answer | undefined }[];
  readonly next?: string;
}

/**
 * The open rounds: key, slots, answers. The second table, which forgets: no backup, no stream, no history (R2).
 * No row holds a person, a time of writing, a version or a counter.
 */
export interface Vault {
  /**
   * Stores the key unless there is one, and answers with a copy of the key that counts: of several openers all get the
   * same. `undefined` once the key was destroyed: a round never gets a second one.
   */
  openKey(round: RoundRef, row: KeyRow): Promise<Uint8Array | undefined>;

  /** Adds an empty slot under every name that has none yet. Changes no slot that is there. Idempotent. */
  openSlots(round: RoundRef, slots: readonly string[], forgetAt: Instant): Promise<void>;

  /** The round's form and a fresh copy of its key, strongly read; undefined before opening and after destruction. */
  head(round: RoundRef): Promise<{ readonly head: RoundHead; readonly key: Uint8Array } | undefined>;

  /**
   * Lets the round's form name a later end. False, and nothing is done, once the key was destroyed and where there never
   * was one. Idempotent; touches no slot.
   */
  extend(round: RoundRef, closesAt: Instant): Promise<boolean>;

  /** What lies in the slot, for whoever holds its name; `no-slot` when there is none. Strongly read. */
  read(round: RoundRef, slot: string): Promise<Answer | 'empty' | 'no-slot'>;

  /**
   * Puts the answer into the slot, replacing an earlier one: one conditional write, and the storage's order on that
   * one row decides whether it was in time. `sealed`: too late, nothing changed. `no-slot`: not on the roster.
   * The very answer that a sealed slot holds is `taken`: it counts, and only its first response was lost (R11).
   */
  answer(round: RoundRef, slot: string, answer: Answer): Promise<'taken' | 'sealed' | 'no-slot'>;

  /**
   * Takes back what lies in the slot, its mark as well: afterwards the row is as if nobody had ever touched it.
   * `sealed`: too late, what lay in it counts. `withdrawn` also where nothing lay in it. Idempotent.
   */
  withdraw(round: RoundRef, slot: string): Promise<'withdrawn' | 'sealed' | 'no-slot'>;

  /**
   * Marks the slot to be asked once more at `at` unless it was marked before, and answers with the mark that counts: the
   * first. One conditional write, which leaves the answer alone; `sealed` and `no-slot` as for {@link answer}.
   */
  later(round: RoundRef, slot: string, at: Instant): Promise<Instant | 'sealed' | 'no-slot'>;

  /** Takes back a mark whose moment is after `now`; one that was met stays, since it works once. Idempotent. */
  notLater(round: RoundRef, slot: string, now: Instant): Promise<void>;

  /** The slots that are marked for `at`, strongly read. */
  marked(round: RoundRef, at: Instant): Promise<readonly string[]>;

  /** Seals every slot of the page; sealed ones stay so. Answers with where to go on, or undefined at the end. */
  seal(round: RoundRef, next?: string): Promise<string | undefined>;

  /** Slots and answers, strongly read, in the order of their names. */
  slots(round: RoundRef, next?: string): Promise<SlotPage>;

  /** Destroys the key. Idempotent. */
  destroyKey(round: RoundRef): Promise<void>;

  /**
   * Overwrites every slot, and where the key was, by an empty sealed tombstone and deletes all else of the round.
   * Answers with where to go on, or undefined at the end. Idempotent.
   */
  empty(round: RoundRef, next?: string): Promise<string | undefined>;

  /** Strongly read: no key, no answer, no mark, no delivery record of the round is left. */
  isEmpty(round: RoundRef): Promise<boolean>;

  /**
   * Deletes every row of a round, tombstones included: for a trial, of which nothing stays. To be called once it is
   * closed. Answers with where to go on, or undefined at the end. Idempotent.
   */
  remove(round: RoundRef, next?: string): Promise<string | undefined>;
}

/**
 * An open round as people reach it: its form, and what lies in the slot whose name somebody holds. Whoever has no more
 * than this can neither list slots nor seal, count or destroy them.
 */
export type VaultSlots = Pick<Vault, 'head' | 'read' | 'answer' | 'withdraw' | 'later' | 'notLater'>;
