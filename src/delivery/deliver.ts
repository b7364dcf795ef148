import type { MessageRef } from '../chat/identity.ts';
import type { ChatGateway } from '../ports/chat-gateway.ts';
import type { Clock } from '../ports/clock.ts';
import type { Claim, Delivery } from '../ports/deliveries.ts';
import type { Logger } from '../ports/logger.ts';
import { PortError } from '../shared/errors.ts';
import { minutes, seconds } from '../shared/time.ts';
import type { Instant } from '../shared/time.ts';
import type { Message } from './message.ts';
import type { Parcel } from './parcel.ts';
import type { QuietGate } from './quiet-gate.ts';

/** Longer than the function's time limit, so that a worker never outlives its claim (R9). */
export const LEASE = seconds(90);

/** After this many real attempts a message is parked with its reason; throttling does not count (R9). */
export const ATTEMPTS = 8;

/** Leases end on a five-minute mark: a record says nothing finer about when something was sent. */
export const leaseUntil = (now: Instant): Instant => Math.ceil((now + LEASE) / minutes(5)) * minutes(5);

/** Being told to wait, or that an operator must act first, is not the message's fault. */
const isAttempt = ({ fault }: PortError): boolean => fault !== 'rate-limited' && fault !== 'misconfigured';

interface Deps {
  readonly gateway: ChatGateway;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Renders a queued message as the record is now; nothing when there is nothing left to say. */
  readonly parcels: (message: Message) => Promise<readonly Parcel[]>;
  /** Every post goes through it. */
  readonly gate: QuietGate;
}

/** Its reader has had enough this week: given up for good, and not the platform's doing. */
const SILENCED = 'quiet';

/** A parcel of a message, and whether its reader gets no other one of it, in another channel. */
interface Sending {
  readonly message: Message;
  readonly parcel: Parcel;
  readonly alone: boolean;
}

const sendingsOf = (message: Message, parcels: readonly Parcel[]): readonly Sending[] =>
  parcels.map((parcel) => {
    const { subject } = parcel.reader;
    const others = parcels.some((other) => other !== parcel && other.reader.subject === subject);
    return { message, parcel, alone: !others };
  });

type Attempting = Pick<Deps, 'gateway' | 'logger' | 'gate'>;

const makeGiveUp =
  ({ logger }: Pick<Attempting, 'logger'>) =>
  async (parcel: Parcel, reason: string): Promise<void> => {
    logger.error('delivery-failed', { fault: reason });
    await parcel.records.giveUp(parcel.ref, reason);
    await parcel.refused?.();
  };

/** Posts a parcel whose record was claimed and which was let in, and notes where it stands. */
const makePostAndNote = (deps: Attempting) => {
  const { gateway, logger, gate } = deps;
  const giveUp = makeGiveUp(deps);

  /** Undefined when the platform will never take it. What was posted but not noted keeps its claim until the lease ends. */
  const post = async (
    { message, parcel, alone }: Sending,
    repeated: boolean,
  ): Promise<MessageRef | undefined> => {
    try {
      return await gateway.post(parcel.to, parcel.card);
    } catch (error) {
      if (!(error instanceof PortError)) throw error;
      if (error.fault === 'refused') {
        // Where it may stand after all, here or in another channel, its place is taken.
        if (alone && !repeated) await gate.leave(message, parcel.reader);
        await giveUp(parcel, error.reason);
        return undefined;
      }
      await parcel.records.release(parcel.ref, isAttempt(error));
      throw error;
    }
  };

  return async (sending: Sending, { attempts, doubtful }: Delivery): Promise<void> => {
    const { parcel } = sending;
    // Of an attempt before this one nobody knows whether it was posted too.
    const repeated = doubtful || attempts > 0;
    const posted = await post(sending, repeated);
    if (posted === undefined) return;
    if (repeated) logger.warn('delivery-repeated');
    await parcel.records.settle(parcel.ref, posted);
    await parcel.posted?.(posted);
  };
};

/** The gate stands right before the post, so that nothing else takes a place. */
const makePostUnlessQuiet = (deps: Attempting) => {
  const { logger, gate } = deps;
  const postAndNote = makePostAndNote(deps);

  /** A fault here was no attempt. */
  const isLetIn = async ({ message, parcel }: Sending): Promise<boolean> => {
    try {
      return await gate.enter(message, parcel.reader);
    } catch (error) {
      await parcel.records.release(parcel.ref, false);
      throw error;
    }
  };

  return async (sending: Sending, delivery: Delivery): Promise<void> => {
    if (await isLetIn(sending)) return postAndNote(sending, delivery);
    const { parcel } = sending;
    logger.info('delivery-quiet');
    await parcel.records.giveUp(parcel.ref, SILENCED);
    await parcel.silenced?.();
  };
};

/** What follows once a record is settled; said again each time, since whoever did it may have died before. */
const follow = async (parcel: Parcel, done: Extract<Claim, { outcome: 'done' }>): Promise<void> => {
  if (done.ref !== undefined) await parcel.posted?.(done.ref);
  else if (done.reason === SILENCED) await parcel.silenced?.();
  else await parcel.refused?.();
};

/**
 * Sends what a queued message stands for. Repeatable: what was posted and noted is not posted again; only a crash
 * between the two, or an answer that was lost, leaves a rare duplicate, which is counted. Throws a PortError when it
 * should be tried again: `rate-limited` with the seconds to wait, `conflict` while somebody else is sending and when
 * `hasTime` says that no further post may be begun.
 */
export const makeDeliver = ({ clock, parcels, ...deps }: Deps) => {
  const giveUp = makeGiveUp(deps);
  const postUnlessQuiet = makePostUnlessQuiet(deps);

  const send = async (sending: Sending): Promise<void> => {
    const { parcel } = sending;
    const now = clock.now();
    if (parcel.notAfter !== undefined && now > parcel.notAfter) return;
    const lease = { now, leaseUntil: leaseUntil(now), forgetAt: parcel.forgetAt };
    const claim = await parcel.records.claim(parcel.ref, lease);
    if (claim.outcome === 'busy') throw new PortError('conflict', 'being-sent');
    if (claim.outcome === 'done') return follow(parcel, claim);
    if (parcel.withhold !== undefined) await giveUp(parcel, parcel.withhold);
    else if (claim.delivery.attempts >= ATTEMPTS) await giveUp(parcel, 'tried-too-often');
    else await postUnlessQuiet(sending, claim.delivery);
  };

  return async (message: Message, hasTime: () => boolean = () => true): Promise<void> => {
    for (const sending of sendingsOf(message, await parcels(message))) {
      // The rest comes again, and what was sent is known.
      if (!hasTime()) throw new PortError('conflict', 'out-of-time');
      await send(sending);
    }
  };
};
