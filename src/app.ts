import { openAdminWork } from './admin/open-admin-work.ts';
import type { Settings } from './admin/settings.ts';
import { makeAskDesk } from './desk/ask-desk.ts';
import type { Desk } from './desk/desk.ts';
import { openAdminDesk } from './desk/open-admin-desk.ts';
import { makeDesk } from './desk/make-desk.ts';
import { makeOpenForMe, makeTeamOf } from './desk/open-for-me.ts';
import { makeOwnDesk } from './desk/own-desk.ts';
import { openCourseDesk } from './desk/open-course-desk.ts';
import { openSetUpDesk } from './desk/open-set-up-desk.ts';
import { openMineDesk } from './desk/open-mine-desk.ts';
import { makePulseDesk } from './desk/pulse-desk.ts';
import { makeSharedDesk } from './desk/shared-desk.ts';
import { makeLanguageOf, makeSpeakerOf } from './desk/speaker.ts';
import { openChangeDesk } from './desk/open-change-desk.ts';
import { makeTeamDesk } from './desk/team-desk.ts';
import { makeDeliver } from './delivery/deliver.ts';
import type { Errand } from './delivery/errand.ts';
import type { Message } from './delivery/message.ts';
import { makeParcels } from './delivery/make-parcels.ts';
import { makeQuietGate } from './delivery/quiet-gate.ts';
import { makeGoAway } from './people/go-away.ts';
import type { Erasure } from './mine/erasure.ts';
import { openErasure } from './mine/open-erasure.ts';
import { openExport } from './mine/open-export.ts';
import { openNoteProfile } from './people/open-note-profile.ts';
import { makeIdentify, makeKnowMembers } from './people/identify.ts';
import { makeSetOwnTimes } from './people/set-own-times.ts';
import type { Channels } from './ports/channels.ts';
import type { ChatGateway } from './ports/chat-gateway.ts';
import type { Calendar } from './ports/calendar.ts';
import type { Clock } from './ports/clock.ts';
import type { Comments } from './ports/comments.ts';
import type { Deliveries } from './ports/deliveries.ts';
import type { Directory } from './ports/directory.ts';
import type { Holdings } from './ports/holdings.ts';
import type { Keys } from './ports/keys.ts';
import type { Logger } from './ports/logger.ts';
import type { People } from './ports/people.ts';
import type { Queue } from './ports/queue.ts';
import type { Quiet } from './ports/quiet.ts';
import type { Tenants } from './ports/tenants.ts';
import type { AggregateRepository } from './ports/aggregate-repository.ts';
import type { Vault } from './ports/vault.ts';
import { makeAnswerRound, makeIsAsked, makeOpenAnswerForm } from './pulse/answer-round.ts';
import type { AskBatch } from './pulse/ask-batch.ts';
import { makeAskLater } from './pulse/ask-later.ts';
import { openClosing } from './pulse/open-closing.ts';
import { makeFindSlot } from './pulse/find-slot.ts';
import { makeFreezeRoster } from './pulse/freeze-roster.ts';
import type { Look } from './pulse/look.ts';
import { makeNotThisRound } from './pulse/not-this-round.ts';
import { makeOfferTalk } from './pulse/offer-talk.ts';
import { makeLayOutRound } from './pulse/lay-out-round.ts';
import { makeOpenRound } from './pulse/open-round.ts';
import { makeHideComment, makeListHideable } from './pulse/hide-comment.ts';
import { makeMayReadResult } from './pulse/may-read-result.ts';
import { makeLastResult, makeReadResult } from './pulse/past-results.ts';
import { makeReadComments } from './pulse/read-comments.ts';
import { makeReleaseAbsent } from './pulse/release-absent.ts';
import { makeRosterOf } from './pulse/roster.ts';
import { makeAskedLately } from './pulse/asked-lately.ts';
import { makeFreePeople } from './pulse/free-people.ts';
import { makeAudienceOf } from './team/audience.ts';
import type { Round } from './pulse/round.ts';
import { makeSeeOutRound } from './pulse/see-out-round.ts';
import { makeSendAsks } from './pulse/send-asks.ts';
import { makeSendLater } from './pulse/send-later.ts';
import { makePlanRemoval } from './retention/plan-removal.ts';
import type { Removal } from './retention/removal.ts';
import { makeRemoveTenant } from './retention/remove-tenant.ts';
import { makeLeadsOf } from './team/authority.ts';
import { makeClosesAt } from './team/closes-at.ts';
import { makeDisbandTeam } from './team/disband-team.ts';
import { makeEndPause } from './team/end-pause.ts';
import { makeForecastRoster } from './team/forecast-roster.ts';
import { makeLapseProposal } from './team/lapse-proposal.ts';
import { makeNoteLeads } from './team/note-leads.ts';
import { openMembership } from './team/open-membership.ts';
import { makeTeamIn } from './team/team-in.ts';
import { makeSettleTeam } from './team/settle-team.ts';
import type { Team } from './team/team.ts';
import { makeDispatch } from './work/dispatch.ts';
import { makeParkJob, makeRunJob } from './work/run-job.ts';
import type { RunJob } from './work/run-job.ts';

/** The outside world, as the workflows need it. */
export interface Ports {
  readonly teams: AggregateRepository<Team>;
  readonly rounds: AggregateRepository<Round>;
  readonly batches: AggregateRepository<AskBatch>;
  readonly looks: AggregateRepository<Look>;
  readonly settings: AggregateRepository<Settings>;
  readonly erasures: AggregateRepository<Erasure>;
  readonly removals: AggregateRepository<Removal>;
  readonly holdings: Holdings;
  readonly channels: Channels;
  readonly people: People;
  readonly tenants: Tenants;
  readonly comments: Comments;
  readonly deliveries: Deliveries;
  readonly askDeliveries: Deliveries;
  readonly vault: Vault;
  readonly quiet: Quiet;
  readonly queue: Queue;
  readonly keys: Keys;
  readonly calendar: Calendar;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly directory: Directory;
  readonly gateway: ChatGateway;
}

/** What an installation decides. */
export interface Policy {
  /** The command that opens everything, as typed: `/rahmen`. */
  readonly door: string;
  readonly allowPublicChannels: boolean;
  /** The platform's id of the first admin; nobody is one before that is named. */
  readonly firstAdmin?: string | undefined;
  /** Where the whole data sheet can be read. */
  readonly dataSheetUrl?: string | undefined;
  /** Whom to turn to when unwell. */
  readonly contact?: string | undefined;
}

/** Answers people: commands, buttons, forms. */
export const makeFrontDesk = (ports: Omit<Ports, 'gateway'>, policy: Policy): Desk => {
  const identify = makeIdentify(ports);
  const teamIn = makeTeamIn(ports);
  const languageOf = makeLanguageOf(ports);
  const findSlot = makeFindSlot(ports);
  const mayRead = makeMayReadResult(ports);
  const setUp = openSetUpDesk({ ...ports, allowPublicChannels: policy.allowPublicChannels });
  const change = openChangeDesk(ports);
  const pulse = makePulseDesk({
    teamOf: makeTeamOf({ ...ports, teamIn }),
    openForMe: makeOpenForMe({ ...ports, isAsked: makeIsAsked(ports) }),
    openAnswerForm: makeOpenAnswerForm(ports),
    answerRound: makeAnswerRound(ports),
    lastResult: makeLastResult(ports),
    readResult: makeReadResult({ ...ports, mayRead }),
    readComments: makeReadComments({ ...ports, mayRead }),
    listHideable: makeListHideable(ports),
    hideComment: makeHideComment(ports),
    policy,
  });
  return makeDesk({
    ...ports,
    admin: openAdminDesk({ ...ports, policy }),
    languageOf,
    speakerOf: makeSpeakerOf({ identify, languageOf }),
    ...openMembership({ ...ports, identify, noteProfile: openNoteProfile(ports) }),
    planRemoval: makePlanRemoval(ports),
    pulse,
    ask: makeAskDesk({
      findSlot,
      askLater: makeAskLater({ ...ports, findSlot }),
      notThisRound: makeNotThisRound({ ...ports, findSlot }),
      policy,
    }),
    own: makeOwnDesk({
      ...ports,
      setOwnTimes: makeSetOwnTimes(ports),
      goAway: makeGoAway(ports),
      languageOf,
      home: pulse.home,
      policy,
    }),
    mine: openMineDesk(ports, policy),
    shared: makeSharedDesk(ports),
    course: openCourseDesk(ports),
    setUp,
    change,
    team: makeTeamDesk({ ...ports, teamIn: makeTeamIn(ports), setUp, change }),
  });
};

interface BackOffice {
  readonly runJob: RunJob;
  readonly parkJob: ReturnType<typeof makeParkJob>;
}

/** Does what is due. */
export const makeBackOffice = (
  ports: Omit<Ports, 'gateway'>,
  { allowPublicChannels }: Pick<Policy, 'allowPublicChannels'>,
): BackOffice => {
  const knowMembers = makeKnowMembers(ports);
  const dispatch = makeDispatch(ports);
  const freePeople = makeFreePeople(ports);
  const roster = {
    audienceOf: makeAudienceOf({ ...ports, knowMembers, allowPublicChannels }),
    rosterOf: makeRosterOf({ ...ports, askedLately: makeAskedLately(ports) }),
    freezeRoster: makeFreezeRoster(ports),
    releaseAbsent: makeReleaseAbsent({ ...ports, freePeople, noteProfile: openNoteProfile(ports) }),
  };
  const layOutRound = makeLayOutRound(ports);
  const admin = openAdminWork({ ...ports, layOutRound, dispatch });
  const noteLeads = makeNoteLeads({ ...ports, leadsOf: makeLeadsOf(ports), dispatch });
  const { closeRound, attendRound } = openClosing({ ...ports, isReleased: admin.isReleased, dispatch });
  return {
    runJob: makeRunJob({
      ...ports,
      ...admin,
      dispatch,
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
        seeOutRound: makeSeeOutRound({ ...ports, closeRound }),
        offerTalk: makeOfferTalk({ ...ports, dispatch }),
        dispatch,
      }),
      attendRound,
      sendAsks: makeSendAsks({ ...ports, dispatch }),
      sendLater: makeSendLater(ports),
      runErasure: openErasure({ ...ports, noteLeads }),
      removeTenant: makeRemoveTenant(ports),
    }),
    parkJob: makeParkJob(ports),
  };
};

/** Sends what was decided, and what somebody asked for a moment ago. */
export type Post = (message: Message | Errand, hasTime?: () => boolean) => Promise<void>;

export const makePost = (
  ports: Ports,
  { allowPublicChannels }: Pick<Policy, 'allowPublicChannels'>,
): Post => {
  const deliver = makeDeliver({
    ...ports,
    parcels: makeParcels({ ...ports, allowPublicChannels }),
    gate: makeQuietGate(ports),
  });
  const sendExport = openExport({ ...ports, languageOf: makeLanguageOf(ports) });
  return (message, hasTime) => (message.kind === 'export' ? sendExport(message) : deliver(message, hasTime));
};
