import { makeIsReleased } from './admin/is-released.ts';
import type { Settings } from './admin/settings.ts';
import { makeTellTeams } from './admin/tell-teams.ts';
import { makeWaitForRelease } from './admin/wait-for-release.ts';
import type { Desk } from './desk/desk.ts';
import { makeDesk } from './desk/make-desk.ts';
import { makeOpenForMe, makeTeamOf } from './desk/open-for-me.ts';
import { makePulseDesk } from './desk/pulse-desk.ts';
import { makeSharedDesk } from './desk/shared-desk.ts';
import { makeLanguageOf, makeSpeakerOf } from './desk/speaker.ts';
import { makeTeamDesk } from './desk/team-desk.ts';
import { makeDeliver } from './delivery/deliver.ts';
import type { Deliver } from './delivery/deliver.ts';
import { makeParcels } from './delivery/make-parcels.ts';
import { makeQuietGate } from './delivery/quiet-gate.ts';
import { makeIdentify, makeKnowMembers } from './people/identify.ts';
import type { Channels } from './ports/channels.ts';
import type { ChatGateway } from './ports/chat-gateway.ts';
import type { Calendar } from './ports/calendar.ts';
import type { Clock } from './ports/clock.ts';
import type { Comments } from './ports/comments.ts';
import type { Deliveries } from './ports/deliveries.ts';
import type { Directory } from './ports/directory.ts';
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
import { makeCloseRound } from './pulse/close-round.ts';
import { makeCountRound } from './pulse/count-round.ts';
import { makeIsGuarded } from './pulse/guard-roster.ts';
import { makeFreezeRoster } from './pulse/freeze-roster.ts';
import { makeOpenRound } from './pulse/open-round.ts';
import { makeLastResult, makeReadComments } from './pulse/past-results.ts';
import { makeReleaseAbsent } from './pulse/release-absent.ts';
import { makeRosterOf } from './pulse/roster.ts';
import { makeAudienceOf } from './team/audience.ts';
import type { Round } from './pulse/round.ts';
import { makeSendAsks } from './pulse/send-asks.ts';
import { makeMaySetUp, makeSetUpTeam } from './team/set-up-team.ts';
import { makeJoinTeam } from './team/join-team.ts';
import { makeLeaveTeam } from './team/leave-team.ts';
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
  readonly settings: AggregateRepository<Settings>;
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
  /** Whom to turn to when unwell. */
  readonly contact?: string | undefined;
}

/** Answers people: commands, buttons, forms. */
export const makeFrontDesk = (ports: Omit<Ports, 'gateway'>, policy: Policy): Desk => {
  const identify = makeIdentify(ports);
  const languageOf = makeLanguageOf(ports);
  const setUp = { ...ports, allowPublicChannels: policy.allowPublicChannels };
  return makeDesk({
    ...ports,
    languageOf,
    speakerOf: makeSpeakerOf({ identify, languageOf }),
    joinTeam: makeJoinTeam({ ...ports, identify }),
    leaveTeam: makeLeaveTeam(ports),
    pulse: makePulseDesk({
      teamOf: makeTeamOf(ports),
      openForMe: makeOpenForMe({ ...ports, isAsked: makeIsAsked(ports) }),
      openAnswerForm: makeOpenAnswerForm(ports),
      answerRound: makeAnswerRound(ports),
      lastResult: makeLastResult(ports),
      readComments: makeReadComments(ports),
      policy,
    }),
    shared: makeSharedDesk(ports),
    team: makeTeamDesk({ maySetUp: makeMaySetUp(setUp), setUpTeam: makeSetUpTeam(setUp) }),
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
  const roster = {
    audienceOf: makeAudienceOf({ ...ports, knowMembers, allowPublicChannels }),
    rosterOf: makeRosterOf(ports),
    freezeRoster: makeFreezeRoster(ports),
    releaseAbsent: makeReleaseAbsent(ports),
  };
  const isReleased = makeIsReleased(ports);
  const countRound = makeCountRound({ ...ports, isGuarded: makeIsGuarded(ports) });
  return {
    runJob: makeRunJob({
      ...ports,
      dispatch,
      isReleased,
      waitForRelease: makeWaitForRelease({ ...ports, isReleased, dispatch }),
      tellTeams: makeTellTeams({ ...ports, dispatch }),
      settleTeam: makeSettleTeam({ ...ports, ...roster, claimMembers: roster.rosterOf, dispatch }),
      openRound: makeOpenRound({ ...ports, ...roster, dispatch }),
      closeRound: makeCloseRound({ ...ports, countRound, isReleased, dispatch }),
      sendAsks: makeSendAsks({ ...ports, dispatch }),
    }),
    parkJob: makeParkJob(ports),
  };
};

/** Sends what was decided. */
export const makePost = (
  ports: Ports,
  { allowPublicChannels }: Pick<Policy, 'allowPublicChannels'>,
): Deliver =>
  makeDeliver({
    ...ports,
    parcels: makeParcels({ ...ports, allowPublicChannels }),
    gate: makeQuietGate(ports),
  });
