import type { TenantRef } from '../../src/chat/identity.ts';
import type { SeenEvents } from '../../src/ports/seen-events.ts';
import { forgottenAt } from '../../src/retention/retention.ts';
import type { Instant } from '../../src/shared/time.ts';
import { days } from '../../src/shared/time.ts';

/** Does `work` unless an event of this id was handled before. */
export type OnceOnly = (tenant: TenantRef, eventId: string, work: () => Promise<void>) => Promise<void>;

/**
 * Slack sends an event up to three times more, with "Delayed Events" hourly for a day (docs.slack.dev/apis/events-api).
 * Looked up before and noted only after success: an event that failed is done again, none is lost. Two at once may
 * both be done; every happening is a set, so that changes nothing.
 */
export const makeOnceOnly =
  (seenEvents: SeenEvents, now: () => Instant): OnceOnly =>
  async (tenant, eventId, work) => {
    if (await seenEvents.has(tenant, eventId)) return;
    await work();
    // From the end of its day on, so that it says nothing of when it came.
    const endOfDay = days(Math.floor(now() / days(1)) + 1);
    await seenEvents.add(tenant, eventId, forgottenAt('seen-event', endOfDay));
  };
