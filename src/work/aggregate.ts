import type { TenantRef } from '../chat/identity.ts';
import type { Instant } from '../shared/time.ts';
import { minutes } from '../shared/time.ts';
import type { Message } from '../delivery/message.ts';
import type { AggregateKind } from './job.ts';

/** A message that must reach the queue. It lives in the aggregate's own item until it has. */
export interface OutboxEntry {
  readonly id: string;
  /** How often it was handed to the queue; part of the deduplication id, so that a repair is not swallowed (R18). */
  readonly attempt: number;
  readonly message: Message;
}

export interface HistoryEntry {
  /** The id of the command or job that wrote it: how a lost response is told from a lost race (R11). */
  readonly command: string;
  readonly what: string;
}

/** What every aggregate has. One aggregate is one item; one change is one conditional write. */
export interface Aggregate {
  readonly tenant: TenantRef;
  readonly id: string;
  /** 1 when created, one more with each change. Clearing the outbox does not count. */
  readonly version: number;
  readonly history: readonly HistoryEntry[];
  readonly outbox: readonly OutboxEntry[];
  /** When business asks for it next; absent when nothing is planned. */
  readonly due?: Instant | undefined;
  /** When the outbox is looked at again if it is not empty by then. */
  readonly redriveAt?: Instant | undefined;
  /** When storage may drop it; absent for what is kept. */
  readonly forgetAt?: Instant | undefined;
  /** Why it was taken out of the due index after failing too often. */
  readonly parked?: string | undefined;
}

export interface AggregateRef {
  readonly kind: AggregateKind;
  readonly tenant: TenantRef;
  readonly id: string;
}

/** Newest entries kept: enough to recognise one's own write, small enough for an item (R13). */
export const HISTORY_KEPT = 100;
export const OUTBOX_MOST = 20;

const REDRIVE_AFTER = minutes(2);

/** What the due index holds for it: the next business time, or sooner while messages still wait. */
export const wakesAt = (aggregate: Aggregate): Instant | undefined => {
  if (aggregate.parked !== undefined) return undefined;
  if (aggregate.outbox.length === 0) return aggregate.due;
  const redrive = aggregate.redriveAt ?? 0;
  return aggregate.due === undefined ? redrive : Math.min(aggregate.due, redrive);
};

export interface Change {
  readonly command: string;
  readonly what: string;
  readonly now: Instant;
  readonly messages?: readonly Message[];
}

/** The next version: one history entry more, messages in the outbox under ids made from the command's. */
export const changed = <A extends Aggregate>(aggregate: A, change: Change): A => {
  const added = (change.messages ?? []).map((message, index) => ({
    id: `${change.command}.${index}`,
    attempt: 0,
    message,
  }));
  const outbox = [...aggregate.outbox, ...added];
  return {
    ...aggregate,
    version: aggregate.version + 1,
    history: [...aggregate.history, { command: change.command, what: change.what }].slice(-HISTORY_KEPT),
    outbox,
    redriveAt: outbox.length === 0 ? undefined : change.now + REDRIVE_AFTER,
  };
};
