import * as z from 'zod';
import type { Claim, Deliveries, DeliveryRef } from '../../src/ports/deliveries.ts';
import type { Ids } from '../../src/ports/ids.ts';
import type { Instant } from '../../src/shared/time.ts';
import type { DynamoTable } from './dynamo-table.ts';
import { parseItem } from './parse-item.ts';
import { instant, messageRef } from './schemas.ts';
import { ttl } from './table.ts';
import type { Key, Owner } from './table.ts';

/** `claim` names the claim that holds the lease: how a lost response is told from a lost race (R11). */
const record = z.object({
  attempts: z.int().default(0),
  doubtful: z.boolean().default(false),
  leaseUntil: instant.optional(),
  claim: z.string().optional(),
  ref: messageRef.optional(),
  reason: z.string().optional(),
});

interface DeliveriesDeps {
  /** The state table, or for asks the vault. */
  readonly table: DynamoTable;
  /** `deliveryRow` for the state table, `askDeliveryRow` for the vault. */
  readonly rowOf: (ref: DeliveryRef) => Key & Partial<Owner>;
  readonly ids: Ids;
}

type Lease = Parameters<Deliveries['claim']>[1];

const makeClaim = ({ table, rowOf, ids }: DeliveriesDeps): Deliveries['claim'] => {
  /** Counts the attempt at once, so that a worker that dies in it has made one. */
  const take = async (ref: DeliveryRef, claim: string, lease: Lease, from?: string) => {
    const { pk, sk, ownerPk, ownerSk } = rowOf(ref);
    const owner = ownerPk === undefined ? '' : ', #ownerPk = :ownerPk, #ownerSk = :ownerSk';
    const doubt = from === undefined ? '' : ', #doubtful = :doubtful';
    const before = await table.update(
      { pk, sk },
      {
        update: `SET #claim = :claim, #leaseUntil = :until, #ttl = :ttl${doubt}${owner} ADD #attempts :one`,
        condition:
          from === undefined
            ? 'attribute_not_exists(#claim) AND attribute_not_exists(#ref) AND attribute_not_exists(#reason)'
            : '#claim = :from',
        values: {
          ':claim': claim,
          ':until': lease.leaseUntil,
          ':ttl': ttl(lease.forgetAt).ttl,
          ':one': 1,
          ...(ownerPk === undefined ? {} : { ':ownerPk': ownerPk, ':ownerSk': ownerSk }),
          ...(from === undefined ? {} : { ':from': from, ':doubtful': true }),
        },
      },
    );
    return before && parseItem(record, before);
  };

  const look = async (
    ref: DeliveryRef,
    claim: string,
    now: Instant,
  ): Promise<Claim | { readonly expired: string }> => {
    const item = await table.get(rowOf(ref), 'strong');
    if (item === undefined) return { outcome: 'busy' };
    const {
      ref: message,
      reason,
      claim: holder,
      leaseUntil = 0,
      attempts,
      doubtful,
    } = parseItem(record, item);
    if (message !== undefined || reason !== undefined) return { outcome: 'done', ref: message };
    if (holder === claim) return { outcome: 'claimed', delivery: { attempts: attempts - 1, doubtful } };
    return holder === undefined || leaseUntil > now ? { outcome: 'busy' } : { expired: holder };
  };

  return async (ref, lease) => {
    const claim = ids.next();
    const fresh = await take(ref, claim, lease);
    if (fresh !== undefined) {
      return { outcome: 'claimed', delivery: { attempts: fresh.attempts, doubtful: fresh.doubtful } };
    }
    const seen = await look(ref, claim, lease.now);
    if ('outcome' in seen) return seen;
    const taken = await take(ref, claim, lease, seen.expired);
    if (taken !== undefined) {
      return { outcome: 'claimed', delivery: { attempts: taken.attempts, doubtful: true } };
    }
    const again = await look(ref, claim, lease.now);
    return 'outcome' in again ? again : { outcome: 'busy' };
  };
};

export const makeDynamoDeliveries = (deps: DeliveriesDeps): Deliveries => {
  const { table, rowOf } = deps;
  /** A record that went with its round must not come back, so all but a claim needs one that is there. */
  const change = async (ref: DeliveryRef, update: Parameters<DynamoTable['update']>[1]) => {
    await table.update(rowOf(ref), { condition: 'attribute_exists(#pk)', ...update });
  };
  return {
    claim: makeClaim(deps),
    posted: async (ref) => {
      const item = await table.get(rowOf(ref), 'strong');
      return item && parseItem(record, item).ref;
    },
    settle: (ref, message) =>
      change(ref, {
        update: 'SET #ref = :ref REMOVE #claim, #leaseUntil, #doubtful',
        values: { ':ref': message },
      }),
    release: (ref, counted) =>
      change(ref, {
        update: `REMOVE #claim, #leaseUntil${counted ? '' : ' ADD #attempts :less'}`,
        // A repeated release must not give back a second attempt.
        condition: 'attribute_exists(#claim)',
        ...(counted ? {} : { values: { ':less': -1 } }),
      }),
    giveUp: (ref, reason) =>
      change(ref, {
        update: 'SET #reason = :reason REMOVE #claim, #leaseUntil',
        values: { ':reason': reason },
      }),
  };
};
