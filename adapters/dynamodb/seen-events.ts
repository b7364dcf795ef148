import type { SeenEvents } from '../../src/ports/seen-events.ts';
import type { DynamoTable } from './dynamo-table.ts';
import { eventKey, ttl } from './table.ts';

/**
 * A row that is there says it all. Storage may drop it up to two days late, which only means that a repetition is
 * recognised for longer.
 */
export const makeDynamoSeenEvents = (table: DynamoTable): SeenEvents => ({
  has: async (tenant, eventId) => (await table.get(eventKey(tenant, eventId), 'strong')) !== undefined,
  add: async (tenant, eventId, forgetAt) => {
    await table.put({ ...eventKey(tenant, eventId), ...ttl(forgetAt) });
  },
});
