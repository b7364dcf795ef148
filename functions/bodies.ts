import * as z from 'zod/mini';
import { message } from '../adapters/dynamodb/message-schema.ts';
import { instant, personRef, tenantRef } from '../adapters/dynamodb/schemas.ts';
import type { Errand } from '../src/delivery/errand.ts';
import type { Message } from '../src/delivery/message.ts';
import type { Job } from '../src/work/job.ts';

const job: z.ZodMiniType<Job> = z.object({
  kind: z.enum(['team', 'round', 'asks', 'settings', 'erasure', 'removal', 'look']),
  tenant: tenantRef,
  id: z.string().check(z.minLength(1)),
  due: instant,
});

const errand: z.ZodMiniType<Errand> = z.object({
  kind: z.literal('export'),
  tenant: tenantRef,
  person: personRef,
});

const waiting = z.union([errand, message]);

/** What a queue hands over. Throws for a body that this version does not know: it comes again and ends in the DLQ. */
export const decodeJob = (body: string): Job => job.parse(JSON.parse(body));
export const decodeMessage = (body: string): Message | Errand => waiting.parse(JSON.parse(body));
