import type { TenantRef } from '../chat/identity.ts';
import type { Instant } from '../shared/time.ts';

export type AggregateKind = 'team' | 'round' | 'asks' | 'settings' | 'erasure' | 'removal' | 'look';

/** Names an aggregate whose time may have come. The job re-checks when it fires; one that comes too early does nothing. */
export interface Job {
  readonly kind: AggregateKind;
  readonly tenant: TenantRef;
  readonly id: string;
  /** The planned instant that made it due. */
  readonly due: Instant;
}

export const jobGroup = (job: Job): string => `${job.tenant}#${job.kind}#${job.id}`;
