import * as z from 'zod/mini';
import { message } from './message-schema.ts';
import { instant, tenantRef } from './schemas.ts';

/** The fields that every aggregate's item has; keys and index attributes are dropped on reading. */
export const aggregateFields = {
  tenant: tenantRef,
  id: z.string(),
  version: z.int().check(z.positive()),
  history: z.array(z.object({ command: z.string(), what: z.string() })),
  outbox: z.array(z.object({ id: z.string(), attempt: z.int(), message })),
  due: z.optional(instant),
  redriveAt: z.optional(instant),
  forgetAt: z.optional(instant),
  parked: z.optional(z.string()),
};
