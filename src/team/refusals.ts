import type { Unfit } from './audience.ts';
import type { PersonRef } from '../chat/identity.ts';
import type { Instant, Zone } from '../shared/time.ts';

/** Every way setting up a team says no. */
export type SetUpRefusal =
  | { readonly code: 'not-a-member' }
  | { readonly code: 'channel-unreadable' }
  | { readonly code: 'channel-shared' }
  | { readonly code: 'channel-public' }
  | { readonly code: 'channel-archived' }
  | { readonly code: 'team-proposed' }
  | { readonly code: 'team-settling' }
  | { readonly code: 'team-waits' }
  | { readonly code: 'team-ending' }
  | { readonly code: 'team-exists'; readonly next: Instant; readonly zone: Zone }
  | { readonly code: 'not-in-channel' }
  | { readonly code: 'no-lead' }
  | { readonly code: 'lead-not-in-channel'; readonly people: readonly PersonRef[] }
  | { readonly code: 'lead-not-a-member'; readonly people: readonly PersonRef[] }
  | { readonly code: 'leads-enough' }
  | AlsoRefusal
  | TooFew
  | { readonly code: 'choice-invalid'; readonly field: string };

type OneOf<Code extends string> = { readonly [One in Code]: { readonly code: One } }[Code];

/** Why a further channel cannot be one of the team's. */
export type AlsoRefusal = OneOf<`also-${Unfit}` | 'also-not-in-channel' | 'also-channel-taken'>;

/** At most `n` people could be asked: too few for anybody to stay unknown (T11). */
export interface TooFew {
  readonly code: 'too-few';
  readonly n: number;
}

/** Every way accepting to lead says no, and saying no to it. */
export type LeadRefusal =
  | { readonly code: 'proposal-over' }
  | { readonly code: 'not-invited' }
  | { readonly code: 'invitation-over' }
  | { readonly code: 'leads-already' }
  | { readonly code: 'guest-cannot-lead' }
  | { readonly code: 'lead-must-be-here' }
  | { readonly code: 'leads-enough' }
  | OneOf<Unfit>;
