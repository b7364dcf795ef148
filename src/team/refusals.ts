import type { PersonRef } from '../chat/identity.ts';
import type { Instant, Zone } from '../shared/time.ts';

/** Every way setting up a team says no. */
export type SetUpRefusal =
  | { readonly code: 'not-a-member' }
  | { readonly code: 'channel-unreadable' }
  | { readonly code: 'channel-shared' }
  | { readonly code: 'channel-public' }
  | { readonly code: 'channel-archived' }
  | { readonly code: 'team-settling' }
  | { readonly code: 'team-exists'; readonly next: Instant; readonly zone: Zone }
  | { readonly code: 'not-in-channel' }
  | { readonly code: 'no-lead' }
  | { readonly code: 'lead-not-in-channel'; readonly people: readonly PersonRef[] }
  | { readonly code: 'lead-not-a-member'; readonly people: readonly PersonRef[] }
  | { readonly code: 'choice-invalid'; readonly field: string };
