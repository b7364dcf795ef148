import type { Claim, Deliveries, DeliveryRef } from '../../src/ports/deliveries.ts';
import { deliveryRecord } from './delivery-record.ts';
import type { DeliveriesDeps } from './delivery-record.ts';
import type { Update } from './dynamo-table.ts';
import { parseItem } from './parse-item.ts';
import { ttl } from './table.ts';
import type { Owner } from './table.ts';

type Lease = Parameters<Deliveries['claim']>[1];

interface Taking {
  readonly claim: string;
  readonly lease: Lease;
  /** The claim whose lease ran out; absent when nobody should hold one. */
  readonly from?: string;
}

/** Counts the attempt at once, so that a worker that dies in it has made one. */
const taking = ({ claim, lease, from }: Taking, owner: Partial<Owner>): Update => {
  const { ownerPk, ownerSk } = owner;
  const owned = ownerPk === undefined ? '' : ', #ownerPk = :ownerPk, #ownerSk = :ownerSk';
  const doubt = from === undefined ? '' : ', #doubtful = :doubtful';
  return {
    update: `SET #claim = :claim, #leaseUntil = :until, #ttl = :ttl${doubt}${owned} ADD #attempts :one`,
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
  };
};

export const makeClaim = ({ table, rowOf, ids }: DeliveriesDeps): Deliveries['claim'] => {
  const take = async (ref: DeliveryRef, wanted: Taking): Promise<Claim | undefined> => {
    const { pk, sk, ...owner } = rowOf(ref);
    const before = await table.update({ pk, sk }, taking(wanted, owner));
    if (before === undefined) return undefined;
    const { attempts, doubtful } = parseItem(deliveryRecord, before);
    return { outcome: 'claimed', delivery: { attempts, doubtful: doubtful || wanted.from !== undefined } };
  };

  /** A record that is past its time may still lie there: it is made anew, as if there were none. */
  const takeOver = async (ref: DeliveryRef, claim: string, lease: Lease): Promise<Claim> => {
    const { leaseUntil, forgetAt } = lease;
    const row = { ...rowOf(ref), claim, leaseUntil, ...ttl(forgetAt), attempts: 1 };
    const made = await table.create(row);
    return made ? { outcome: 'claimed', delivery: { attempts: 0, doubtful: false } } : { outcome: 'busy' };
  };

  /** Why a claim was not taken: what it is instead, or whose lease ran out. */
  const look = async (ref: DeliveryRef, claim: string, lease: Lease): Promise<Claim | string> => {
    const item = await table.get(rowOf(ref), 'strong');
    if (item === undefined) return takeOver(ref, claim, lease);
    const found = parseItem(deliveryRecord, item);
    if (found.ref !== undefined) return { outcome: 'done', ref: found.ref };
    if (found.reason !== undefined) return { outcome: 'done', ref: undefined, reason: found.reason };
    if (found.claim === claim) {
      const { attempts, doubtful } = found;
      return { outcome: 'claimed', delivery: { attempts: attempts - 1, doubtful } };
    }
    return found.claim === undefined || (found.leaseUntil ?? 0) > lease.now
      ? { outcome: 'busy' }
      : found.claim;
  };

  return async (ref, lease) => {
    const claim = ids.next();
    const fresh = await take(ref, { claim, lease });
    if (fresh !== undefined) return fresh;
    const seen = await look(ref, claim, lease);
    if (typeof seen !== 'string') return seen;
    const taken = await take(ref, { claim, lease, from: seen });
    if (taken !== undefined) return taken;
    const again = await look(ref, claim, lease);
    return typeof again === 'string' ? { outcome: 'busy' } : again;
  };
};
