import { makeAdminParcels } from '../admin/admin-parcels.ts';
import { makeTrialParcels } from '../admin/trial-parcels.ts';
import { makeReleaseNewsParcels } from '../admin/release-news-parcels.ts';
import type { Tenants } from '../ports/tenants.ts';
import { makeAskParcels } from '../pulse/ask-parcels.ts';
import { makeLaterParcels } from '../pulse/later-parcels.ts';
import { makeLeadParcels, makeResultParcels } from '../pulse/result-parcels.ts';
import { makeRoundPostParcels } from '../pulse/round-post-parcels.ts';
import { assertNever } from '../shared/errors.ts';
import { makeChangeParcels, makeRosterNewsParcels } from '../team/change-parcels.ts';
import { makeInvitationParcels } from '../team/lead-parcels.ts';
import { makeCourseParcels } from '../team/course-parcels.ts';
import { makeTeamParcels } from '../team/team-parcels.ts';
import type { Message } from './message.ts';
import type { Parcel } from './parcel.ts';

type Deps = { readonly tenants: Tenants } & Parameters<typeof makeTeamParcels>[0] &
  Parameters<typeof makeAdminParcels>[0] &
  Parameters<typeof makeTrialParcels>[0] &
  Parameters<typeof makeAskParcels>[0] &
  Parameters<typeof makeLaterParcels>[0] &
  Parameters<typeof makeRoundPostParcels>[0] &
  Parameters<typeof makeResultParcels>[0];

/** Which workflow renders which message; nothing for a tenant that removed the app. */
export const makeParcels = (deps: Deps) => {
  const team = makeTeamParcels(deps);
  const invitations = makeInvitationParcels(deps);
  const changes = makeChangeParcels(deps);
  const rosterNews = makeRosterNewsParcels(deps);
  const news = makeReleaseNewsParcels(deps);
  const admin = makeAdminParcels(deps);
  const trial = makeTrialParcels(deps);
  const asks = makeAskParcels(deps);
  const later = makeLaterParcels(deps);
  const course = makeCourseParcels(deps);
  const posts = makeRoundPostParcels(deps);
  const result = makeResultParcels(deps);
  const lead = makeLeadParcels(deps);
  const render = async (message: Message): Promise<readonly Parcel[]> => {
    switch (message.kind) {
      case 'promise':
      case 'team-notice':
        return team(message);
      case 'lead-invitation':
      case 'proposal-over':
        return invitations(message);
      case 'team-changed':
      case 'leaderless':
        return changes(message);
      case 'roster-news':
        return rosterNews(message);
      case 'release-news':
        return news(message);
      case 'admin-news':
        return admin(message);
      case 'trial-ask':
      case 'trial-result':
        return trial(message);
      case 'asks':
        return asks(message);
      case 'later':
        return later(message);
      case 'too-small':
      case 'talk':
        return course(message);
      case 'round-ask':
      case 'reminder':
      case 'extension':
        return posts(message);
      case 'result':
        return result(message);
      case 'result-for-lead':
        return lead(message);
      default:
        return assertNever(message);
    }
  };
  return async (message: Message): Promise<readonly Parcel[]> =>
    (await deps.tenants.isActive(message.tenant)) ? render(message) : [];
};
