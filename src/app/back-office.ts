import type { Policy, Ports } from '../app.ts';
import { makeIsAdmin } from '../admin/is-admin.ts';
import { openAdminWork } from '../admin/open-admin-work.ts';
import { openErasure } from '../mine/open-erasure.ts';
import { makeEndPauses } from '../people/end-pauses.ts';
import { openNoteProfile } from '../people/open-note-profile.ts';
import { makeKnowMembers } from '../people/identify.ts';
import { openClosing } from '../pulse/course/open-closing.ts';
import { makeFreezeRoster } from '../pulse/roster/freeze-roster.ts';
import { makeOfferTalk } from '../pulse/course/offer-talk.ts';
import { makeLayOutRound } from '../pulse/course/lay-out-round.ts';
import { makeOpenRound } from '../pulse/course/open-round.ts';
import { makeReleaseAbsent } from '../pulse/roster/release-absent.ts';
import { makeRosterOf } from '../pulse/roster/roster.ts';
import { makeAskedLately } from '../pulse/roster/asked-lately.ts';
import { makeFreePeople } from '../pulse/roster/free-people.ts';
import { makeAudienceOf } from '../team/audience.ts';
import { makeAskingTeam, makeEndUnowned } from '../pulse/answers/own-round.ts';
import { makeSeeOutRound } from '../pulse/course/see-out-round.ts';
import { makeSendAsks } from '../pulse/asks/send-asks.ts';
import { makeSendLater } from '../pulse/asks/send-later.ts';
import { makeRemoveTenant } from '../retention/remove-tenant.ts';
import { makeLeadsOf } from '../team/authority.ts';
import { makeClosesAt } from '../team/course/closes-at.ts';
import { makeDisbandTeam } from '../team/course/disband-team.ts';
import { makeEndPause } from '../team/course/end-pause.ts';
import { makeForecastRoster } from '../team/membership/forecast-roster.ts';
import { makeLapseInvitations } from '../team/leads/lapse-invitations.ts';
import { makeLapseProposal } from '../team/set-up/lapse-proposal.ts';
import { makeNoteLeads } from '../team/leads/note-leads.ts';
import { makePresentLeads } from '../team/leads/present-leads.ts';
import { makeSettleTeam } from '../team/set-up/settle-team.ts';
import { makeLeadAgain, makeTakeLead } from '../team/leads/take-lead.ts';
import { makeDispatch } from '../work/dispatch.ts';
import { makeParkJob, makeRunJob } from '../work/run-job.ts';
import type { RunJob } from '../work/run-job.ts';

interface BackOffice {
  readonly runJob: RunJob;
  readonly parkJob: ReturnType<typeof makeParkJob>;
}

type WorkPorts = Omit<Ports, 'gateway'>;

/** Who is in a team's channels, who leads it, and who is asked. */
const openRosters = (
  ports: WorkPorts,
  {
    allowPublicChannels,
    freePeople,
  }: { readonly allowPublicChannels: boolean; readonly freePeople: ReturnType<typeof makeFreePeople> },
) => {
  const leadAgain = makeLeadAgain({ takeLead: makeTakeLead(ports), isAdmin: makeIsAdmin(ports) });
  return {
    audienceOf: makeAudienceOf({ ...ports, knowMembers: makeKnowMembers(ports), allowPublicChannels }),
    rosterOf: makeRosterOf({ ...ports, askedLately: makeAskedLately(ports) }),
    endPauses: makeEndPauses(ports),
    freezeRoster: makeFreezeRoster(ports),
    presentLeads: makePresentLeads({ ...ports, leadAgain }),
    releaseAbsent: makeReleaseAbsent({ ...ports, freePeople, noteProfile: openNoteProfile(ports) }),
  };
};

/** Does what is due. */
export const makeBackOffice = (
  ports: WorkPorts,
  { allowPublicChannels }: Pick<Policy, 'allowPublicChannels'>,
): BackOffice => {
  const dispatch = makeDispatch(ports);
  const freePeople = makeFreePeople(ports);
  const roster = openRosters(ports, { allowPublicChannels, freePeople });
  const layOutRound = makeLayOutRound(ports);
  const admin = openAdminWork({ ...ports, layOutRound, dispatch });
  const noteLeads = makeNoteLeads({ ...ports, leadsOf: makeLeadsOf(ports), dispatch });
  const { closeRound, attendRound } = openClosing({ ...ports, isReleased: admin.isReleased, dispatch });
  const endUnowned = makeEndUnowned(ports);
  return {
    runJob: makeRunJob({
      ...ports,
      ...admin,
      dispatch,
      lapseInvitations: makeLapseInvitations(ports),
      lapseProposal: makeLapseProposal({ ...ports, dispatch }),
      settleTeam: makeSettleTeam({ ...ports, ...roster, dispatch }),
      forecastRoster: makeForecastRoster({ ...ports, ...roster, dispatch }),
      endPause: makeEndPause(ports),
      noteLeads,
      disbandTeam: makeDisbandTeam({ ...ports, freePeople, closesAt: makeClosesAt(ports) }),
      openRound: makeOpenRound({
        ...ports,
        layOutRound,
        ...roster,
        endUnowned,
        seeOutRound: makeSeeOutRound({ ...ports, closeRound }),
        offerTalk: makeOfferTalk({ ...ports, dispatch }),
        dispatch,
      }),
      attendRound,
      sendAsks: makeSendAsks({
        ...ports,
        endUnowned,
        askingTeam: makeAskingTeam({ ...ports, ...admin }),
        dispatch,
      }),
      sendLater: makeSendLater(ports),
      runErasure: openErasure({ ...ports, noteLeads }),
      removeTenant: makeRemoveTenant(ports),
    }),
    parkJob: makeParkJob(ports),
  };
};
