import type { PersonRef } from '../chat/identity.ts';
import type { Message } from '../delivery/message.ts';
import type { Team } from './team.ts';

/** Asks whoever was just named whether they want to lead; part of the change that names them. */
export const invitationsTo = (
  { tenant, id, version }: Pick<Team, 'tenant' | 'id' | 'version'>,
  named: readonly PersonRef[],
): readonly Message[] =>
  named.length === 0 ? [] : [{ kind: 'lead-invitation', tenant, team: id, version: version + 1 }];
