import { days } from '../shared/time.ts';
import type { Instant } from '../shared/time.ts';

/** How long something is kept, and from which moment on. */
interface Kept {
  readonly days: number;
  /** `close`: the planned end of the round. `day`: the end of the day. */
  readonly from:
    | 'close'
    | 'ended'
    | 'planned'
    | 'sent'
    | 'day'
    | 'week'
    | 'left'
    | 'removed'
    | 'deleted'
    | 'written';
}

/**
 * How long everything is kept that does not stay until somebody deletes it: the one place. Storage drops rows past
 * their time within days, and until then no reading shows them. The data sheet names the same numbers.
 */
export const RETENTION = {
  /** Results, comments, and what was asked: 24 months. */
  result: { days: 730, from: 'close' },
  /** A result that never came to stand in its channel: nobody can read it. */
  'unposted-result': { days: 30, from: 'close' },
  /**
   * What an open round leaves in the vault is emptied at its close. This is the net beneath: rows are written before
   * anybody knows whether it stays open a week longer, past some holidays, over a clock change.
   */
  'open-round': { days: 17, from: 'close' },
  /** Who was asked: so long a next result may follow that must not differ by one or two people (R7). */
  roster: { days: 100, from: 'close' },
  /** The last round of a team that somebody left: so long no other team asks them (R7). */
  departure: { days: 7, from: 'close' },
  /** What was sent where. */
  'delivery-record': { days: 30, from: 'sent' },
  /** A team that nobody wanted to lead. */
  'ended-proposal': { days: 30, from: 'ended' },
  /** A team that ended: so long its results can be read. */
  'ended-team': { days: 730, from: 'ended' },
  /** That somebody wants to be asked once more at a moment; who it is lies in the vault. */
  look: { days: 7, from: 'planned' },
  /** How often somebody was written to in a week. */
  quiet: { days: 1, from: 'week' },
  /** Which events of the platform were handled; also the day in which it came. */
  'seen-event': { days: 1, from: 'day' },
  /** Somebody whom the platform does not know any more. */
  'person-left': { days: 30, from: 'left' },
  /** Everything of a tenant that removed the app. */
  tenant: { days: 30, from: 'removed' },
  /** That there was a tenant, when nothing else is left of it. */
  'tenant-name': { days: 30, from: 'deleted' },
  /** Copies of the state table that storage keeps by itself; there are none of the vault. */
  backup: { days: 35, from: 'written' },
  /** Log lines of the functions; of the one that answers people only a week. */
  log: { days: 30, from: 'written' },
  'click-log': { days: 7, from: 'written' },
  /** Messages and jobs on their way, at the longest. */
  queue: { days: 14, from: 'written' },
} as const satisfies Readonly<Record<string, Kept>>;

export type KeptThing = keyof typeof RETENTION;

/** When something is forgotten whose time counts from `start`. */
export const forgottenAt = (thing: KeptThing, start: Instant): Instant => start + days(RETENTION[thing].days);
