import { makeAdminParcels } from '../admin/admin-parcels.ts';
import { makeTrialParcels } from '../admin/trial-parcels.ts';
import { makeReleaseNewsParcels } from '../admin/release-news-parcels.ts';
import { makeLanguageOf } from '../people/language-of.ts';
import { makeIsReleased } from '../admin/is-released.ts';
import type { Tenants } from '../ports/tenants.ts';
import { makeAskParcels } from '../pulse/asks/ask-parcels.ts';
import { makeLaterParcels } from '../pulse/asks/later-parcels.ts';
import { makeAskingTeam } from '../pulse/answers/own-round.ts';
import { makeLeadParcels, makeResultParcels } from '../pulse/results/result-parcels.ts';
import { makeRoundPostParcels } from '../pulse/course/round-post-parcels.ts';
import { assertNever } from '../shared/errors.ts';
import { makeAdminNoticeParcels } from '../team/notices/admin-notice-parcels.ts';
import { makeChangeParcels, makeRosterNewsParcels } from '../team/change/change-parcels.ts';
import { makeInvitationParcels } from '../team/leads/lead-parcels.ts';
import { makeCourseParcels } from '../team/course/course-parcels.ts';
import { makeTeamParcels } from '../team/notices/team-parcels.ts';
import type { Message } from './message.ts';
import type { Parcel } from './parcel.ts';

type Deps = { readonly tenants: Tenants } & Parameters<typeof makeTeamParcels>[0] &
  Omit<Parameters<typeof makeAdminParcels>[0], 'languageOf'> &
  Omit<Parameters<typeof makeTrialParcels>[0], 'languageOf'> &
  Parameters<typeof makeIsReleased>[0] &
  Omit<Parameters<typeof makeAskParcels>[0], 'askingTeam'> &
  Omit<Parameters<typeof makeLaterParcels>[0], 'askingTeam'> &
  Omit<Parameters<typeof makeRoundPostParcels>[0], 'askingTeam'> &
  Parameters<typeof makeResultParcels>[0];

const makeRenderers = (deps: Deps) => {
  const askingTeam = makeAskingTeam({ ...deps, isReleased: makeIsReleased(deps) });
  return {
    team: makeTeamParcels(deps),
    adminNotices: makeAdminNoticeParcels({ ...deps, languageOf: makeLanguageOf(deps) }),
    invitations: makeInvitationParcels(deps),
    changes: makeChangeParcels(deps),
    rosterNews: makeRosterNewsParcels(deps),
    news: makeReleaseNewsParcels(deps),
    admin: makeAdminParcels({ ...deps, languageOf: makeLanguageOf(deps) }),
    trial: makeTrialParcels({ ...deps, languageOf: makeLanguageOf(deps) }),
    asks: makeAskParcels({ ...deps, askingTeam }),
    later: makeLaterParcels({ ...deps, askingTeam }),
    course: makeCourseParcels(deps),
    posts: makeRoundPostParcels({ ...deps, askingTeam }),
    result: makeResultParcels(deps),
    lead: makeLeadParcels(deps),
  };
};

/** Which workflow renders which message; nothing for a tenant that removed the app. */
export const makeParcels = (deps: Deps) => {
  const renderers = makeRenderers(deps);
  const render = async (message: Message): Promise<readonly Parcel[]> => {
    switch (message.kind) {
      case 'promise':
      case 'team-notice':
        return renderers.team(message);
      case 'admin-notice':
        return renderers.adminNotices(message);
      case 'lead-invitation':
      case 'proposal-over':
        return renderers.invitations(message);
      case 'team-changed':
      case 'leaderless':
        return renderers.changes(message);
      case 'roster-news':
        return renderers.rosterNews(message);
      case 'release-news':
        return renderers.news(message);
      case 'admin-news':
        return renderers.admin(message);
      case 'trial-ask':
      case 'trial-result':
        return renderers.trial(message);
      case 'asks':
        return renderers.asks(message);
      case 'later':
        return renderers.later(message);
      case 'too-small':
      case 'talk':
        return renderers.course(message);
      case 'round-ask':
      case 'reminder':
      case 'extension':
        return renderers.posts(message);
      case 'result':
        return renderers.result(message);
      case 'result-for-lead':
        return renderers.lead(message);
      default:
        return assertNever(message);
    }
  };
  return async (message: Message): Promise<readonly Parcel[]> =>
    (await deps.tenants.isActive(message.tenant)) ? render(message) : [];
};
