import type { PersonRef } from '../chat/identity.ts';
import type { Message } from '../delivery/message.ts';
import type { Team } from './team.ts';

/**
 * Asks each of those who were just named whether they want to lead; part of the change that names them. Whoever was named
 * before and has not decided is not asked again.
 */
export const invitationsTo = (
  { tenant, id, version }: Pick<Team, 'tenant' | 'id' | 'version'>,
  named: readonly PersonRef[],
): readonly Message[] =>
  named.map((person) => ({ kind: 'lead-invitation', tenant, team: id, version: version + 1, person }));
