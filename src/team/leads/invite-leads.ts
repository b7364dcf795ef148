import type { PersonRef } from '../../chat/identity.ts';
import type { Message } from '../../delivery/message.ts';
import { days } from '../../shared/time.ts';
import type { Instant } from '../../shared/time.ts';
import type { Invitation, Team } from '../team.ts';

/** So long somebody who was named can accept; a proposal that nobody accepts lapses with it. */
export const INVITED_FOR = days(14);

/** Who names people, and when. */
export interface Inviter {
  readonly by: PersonRef;
  readonly now: Instant;
}

/** One invitation for each person who is named by the change that makes the team's next version. */
export const invitationsOf = (
  { version }: Pick<Team, 'version'>,
  named: readonly PersonRef[],
  { by, now }: Inviter,
): readonly Invitation[] =>
  named.map((person, index) => ({ id: `${version + 1}.${index}`, person, by, until: now + INVITED_FOR }));

/**
 * Asks each of those who were just invited whether they want to lead; part of the change that names them. Whoever was
 * named before and has not decided is not asked again.
 */
export const askToLead = (
  { tenant, id }: Pick<Team, 'tenant' | 'id'>,
  invited: readonly Invitation[],
): readonly Message[] =>
  invited.map((invitation) => ({ kind: 'lead-invitation', tenant, team: id, invitation: invitation.id }));
