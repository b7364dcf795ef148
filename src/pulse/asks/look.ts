import type { TenantRef } from '../../chat/identity.ts';
import { forgottenAt } from '../../retention/retention.ts';
import { hours, minutes } from '../../shared/time.ts';
import type { Instant } from '../../shared/time.ts';
import type { Aggregate } from '../../work/aggregate.ts';

/**
 * A moment of an open round at which somebody wants to be asked once more. Who it is lies in the vault alone; this says
 * that there is somebody to look for, is the same whoever made it, and is removed when its time has come.
 */
export interface Look extends Aggregate {
  readonly round: string;
  readonly at: Instant;
}

/** So coarse that a moment does not tell when somebody pressed the button. */
const GRID = minutes(30);
const LATER = hours(1);
/** Later than this before the end nobody is asked once more (R28). */
const TOO_LATE = hours(2);

const never = (): boolean => false;

/**
 * In an hour, by the half hour; sooner where that would be too late for the round, or at a moment that is kept free.
 * Undefined when there is no such moment any more.
 */
export const laterAt = (
  now: Instant,
  closesAt: Instant,
  isKeptFree: (at: Instant) => boolean = never,
): Instant | undefined => {
  const wanted = Math.round((now + LATER) / GRID) * GRID;
  const latest = Math.floor((closesAt - TOO_LATE) / GRID) * GRID;
  let at = Math.min(wanted, latest);
  while (at > now && isKeptFree(at)) at -= GRID;
  return at > now ? at : undefined;
};

/** The same for everybody who wants to be asked at that moment. */
export const lookOf = (tenant: TenantRef, round: string, at: Instant): Look => {
  const id = `${round}.${at}`;
  return {
    tenant,
    id,
    version: 1,
    history: [{ command: `look/${id}`, what: 'planned' }],
    outbox: [],
    due: at,
    forgetAt: forgottenAt('look', at),
    round,
    at,
  };
};
