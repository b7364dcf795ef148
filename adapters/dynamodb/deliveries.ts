import type { Deliveries, DeliveryRef } from '../../src/ports/deliveries.ts';
import { makeClaim } from './claim-delivery.ts';
import { deliveryRecord } from './delivery-record.ts';
import type { DeliveriesDeps } from './delivery-record.ts';
import type { Update } from './dynamo-table.ts';
import { parseItem } from './parse-item.ts';

/** One row a record; a claim that holds the lease is a name in it, and what was sent is where. */
export const makeDynamoDeliveries = (deps: DeliveriesDeps): Deliveries => {
  const { table, rowOf } = deps;
  /** A record that went with its round must not come back, so all but a claim needs one that is there. */
  const change = async (ref: DeliveryRef, update: Update) => {
    await table.update(rowOf(ref), { condition: 'attribute_exists(#pk)', ...update });
  };
  return {
    claim: makeClaim(deps),
    posted: async (ref) => {
      const item = await table.get(rowOf(ref), 'strong');
      return item && parseItem(deliveryRecord, item).ref;
    },
    settle: (ref, message) =>
      change(ref, {
        // What was posted needs no lease, and with it goes the only time in the record.
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
