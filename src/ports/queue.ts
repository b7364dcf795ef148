import type { Errand } from '../delivery/errand.ts';
import type { Lane, Message } from '../delivery/message.ts';
import type { TenantRef } from '../chat/identity.ts';
import type { Job } from '../work/job.ts';

export interface QueuedMessage {
  readonly message: Message | Errand;
  readonly tenant: TenantRef;
  readonly lane: Lane;
  /** Within five minutes a second message with the same id is dropped, even after the first was handled (R18). */
  readonly deduplicationId: string;
}

/** Two first-in-first-out queues. Within a group one worker at a time, in order; at least once. */
export interface Queue {
  /** Work whose time has come; group = aggregate, deduplicated by aggregate and due instant. */
  enqueueJobs(jobs: readonly Job[]): Promise<void>;

  /** Messages for the chat; group = tenant and lane. Resolves when all are stored, throws if one is not. */
  enqueueMessages(messages: readonly QueuedMessage[]): Promise<void>;
}
