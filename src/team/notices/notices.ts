import type { ConversationRef } from '../../chat/identity.ts';
import type { Message, TeamNotice } from '../../delivery/message.ts';
import { openingOf } from '../team.ts';
import type { Team } from '../team.ts';

type Told = Pick<Team, 'tenant' | 'id' | 'leads' | 'nextOpening'>;

/** One message for each lead about the opening that is next. */
const leadNotices = (team: Told, notice: TeamNotice): readonly Message[] =>
  team.leads.map((_, lead) => ({
    kind: 'team-notice',
    tenant: team.tenant,
    team: team.id,
    lead,
    round: openingOf(team).number,
    notice,
  }));

/** What keeps a team from its opening: to each of its leads, and to the admins where it concerns them (R27). */
export const notices = (team: Told, notice: TeamNotice): readonly Message[] => [
  ...leadNotices(team, notice),
  { kind: 'admin-notice', tenant: team.tenant, team: team.id, round: openingOf(team).number, notice },
];

/** Which further channels are left out from now on; the leads are told of each once, until it is fit again. */
export const channelsLeftOut = (
  team: Team,
  unfit: readonly ConversationRef[],
): { readonly noted: Pick<Team, 'unfit'>; readonly messages: readonly Message[] } => {
  const isNews = unfit.some((channel) => team.unfit?.includes(channel) !== true);
  return {
    noted: { unfit: unfit.length === 0 ? undefined : unfit },
    messages: isNews ? leadNotices(team, 'channel-left-out') : [],
  };
};
