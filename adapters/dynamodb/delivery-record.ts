import * as z from 'zod/mini';
import type { DeliveryRef } from '../../src/ports/deliveries.ts';
import type { Ids } from '../../src/ports/ids.ts';
import type { DynamoTable } from './dynamo-table.ts';
import { instant, messageRef } from './schemas.ts';
import type { Key, Owner } from './table.ts';

/** `claim` names the claim that holds the lease: how a lost response is told from a lost race (R11). */
export const deliveryFields = {
  attempts: z._default(z.int(), 0),
  doubtful: z._default(z.boolean(), false),
  leaseUntil: z.optional(instant),
  claim: z.optional(z.string()),
  ref: z.optional(messageRef),
  reason: z.optional(z.string()),
};

export const deliveryRecord = z.object(deliveryFields);

/** One implementation for both tables: only the place of a row differs. */
export interface DeliveriesDeps {
  /** The state table, or for asks the vault. */
  readonly table: DynamoTable;
  /** `deliveryRow` for the state table, `askDeliveryRow` for the vault. */
  readonly rowOf: (ref: DeliveryRef) => Key & Partial<Owner>;
  readonly ids: Ids;
}
