import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { decodeMessage } from './bodies.ts';
import { ATTEMPTS } from '../src/delivery/deliver.ts';
import type { Post } from '../src/app/post.ts';
import type { Logger } from '../src/ports/logger.ts';
import type { Postpone } from './local.ts';
import { classOf, isWait, mayPass, reasonOf, waitAfter } from './faults.ts';
import { handlesOf, inOrder } from './records.ts';

interface Deps {
  readonly deliver: Post;
  readonly postpone: Postpone;
  readonly logger: Logger;
}

/** Nothing new is begun with less than this left, which is more than a send takes (R9). */
export const LAST_START_MS = 10_000;

/**
 * Sends messages, lane by lane. A 429 lets that lane alone wait for as long as the platform says, the failed message
 * and all behind it; it is never slept through and counts as no attempt (R8, R9).
 */
export const makeDeliverHandler =
  ({ deliver, postpone, logger }: Deps) =>
  (event: SQSEvent, remainingMs: () => number): Promise<SQSBatchResponse> => {
    const hasTime = (): boolean => remainingMs() >= LAST_START_MS;
    return inOrder(event, async (record, rest) => {
      const lane = handlesOf([record, ...rest]);
      if (!hasTime()) {
        await postpone(lane, 0);
        return 'again';
      }
      try {
        await deliver(decodeMessage(record.body), hasTime);
        return 'done';
      } catch (error) {
        const tries = Number(record.attributes.ApproximateReceiveCount);
        const fault = reasonOf(error);
        if (isWait(error)) logger.info('delivery-waits', { fault, count: tries });
        else logger.error('delivery-failed', { fault, errorClass: classOf(error), count: tries });
        // Our own bug must not stand before what others wait for; records count the platform's faults themselves.
        if (!mayPass(error) && tries >= ATTEMPTS) {
          logger.error('delivery-dropped', { fault });
          return 'done';
        }
        await postpone(lane, waitAfter(error, tries));
        return 'again';
      }
    });
  };
