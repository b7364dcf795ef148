import type { Message, ReleaseNews } from '../delivery/message.ts';
import type { Team } from '../team/team.ts';

/** One message for each lead, about the team as it is after this change. */
export const newsForLeads = (
  { tenant, id, leads, version }: Pick<Team, 'tenant' | 'id' | 'leads' | 'version'>,
  news: ReleaseNews,
): readonly Message[] =>
  leads.map((_, lead) => ({ kind: 'release-news', tenant, team: id, lead, version, news }));
