import type { Message, TeamNotice } from '../delivery/message.ts';
import { openingOf } from './team.ts';
import type { Team } from './team.ts';

/** One message for each lead about the opening that is next. */
export const leadNotices = (
  team: Pick<Team, 'tenant' | 'id' | 'leads' | 'nextOpening'>,
  notice: TeamNotice,
): readonly Message[] =>
  team.leads.map((_, lead) => ({
    kind: 'team-notice',
    tenant: team.tenant,
    team: team.id,
    lead,
    round: openingOf(team).number,
    notice,
  }));
