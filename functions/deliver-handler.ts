import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { decodeMessage } from './bodies.ts';
import type { Deliver } from '../src/delivery/deliver.ts';
import type { Logger } from '../src/ports/logger.ts';
import { PortError } from '../src/shared/errors.ts';
import type { Postpone } from './local.ts';
import { backOff, classOf } from './faults.ts';
import { handlesOf, inOrder } from './records.ts';

interface Deps {
  readonly deliver: Deliver;
  readonly postpone: Postpone;
  readonly logger: Logger;
}

/** Nothing new is begun with less than this left: a send takes five seconds at most (R9). */
const LAST_START_MS = 10_000;

/**
 * Sends messages, lane by lane. A 429 lets that lane alone wait for as long as the platform says, the failed message
 * and all behind it; it is never slept through and counts as no attempt (R8, R9).
 */
export const makeDeliverHandler =
  ({ deliver, postpone, logger }: Deps) =>
  (event: SQSEvent, remainingMs: () => number): Promise<SQSBatchResponse> =>
    inOrder(event, async (record, rest) => {
      const lane = handlesOf([record, ...rest]);
      if (remainingMs() < LAST_START_MS) {
        await postpone(lane, 0);
        return 'again';
      }
      try {
        await deliver(decodeMessage(record.body));
        return 'done';
      } catch (error) {
        const limited = error instanceof PortError && error.fault === 'rate-limited';
        if (!limited) logger.error('delivery-failed', { errorClass: classOf(error) });
        const seconds = limited
          ? error.retryAfterSeconds
          : backOff(Number(record.attributes.ApproximateReceiveCount));
        await postpone(lane, seconds);
        return 'again';
      }
    });
