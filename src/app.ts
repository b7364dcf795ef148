import type { Desk } from './desk/desk.ts';
import { makeDesk } from './desk/make-desk.ts';
import { makeOpenForMe, makeTeamOf } from './desk/open-for-me.ts';
import { makePulseDesk } from './desk/pulse-desk.ts';
import { makeSharedDesk } from './desk/shared-desk.ts';
import { makeSpeakerOf } from './desk/speaker.ts';
import { makeTeamDesk } from './desk/team-desk.ts';
import { makeDeliver } from './delivery/deliver.ts';
import type { Deliver } from './delivery/deliver.ts';
import { makeParcels } from './delivery/make-parcels.ts';
import { makeIdentify, makeKnowMembers } from './people/identify.ts';
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
  readonly people: People;
  readonly tenants: Tenants;
  readonly comments: Comments;
  readonly deliveries: Deliveries;
  readonly askDeliveries: Deliveries;
  readonly vault: Vault;
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
  const setUp = { ...ports, allowPublicChannels: policy.allowPublicChannels };
  return makeDesk({
    ...ports,
    speakerOf: makeSpeakerOf(identify),
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
  const countRound = makeCountRound({ ...ports, isGuarded: makeIsGuarded(ports) });
  return {
    runJob: makeRunJob({
      ...ports,
      dispatch,
      settleTeam: makeSettleTeam({ ...ports, ...roster, claimMembers: roster.rosterOf, dispatch }),
      openRound: makeOpenRound({ ...ports, ...roster, dispatch }),
      closeRound: makeCloseRound({ ...ports, countRound, dispatch }),
      sendAsks: makeSendAsks({ ...ports, dispatch }),
    }),
    parkJob: makeParkJob(ports),
  };
};

/** Sends what was decided. */
export const makePost = (
  ports: Omit<Ports, 'calendar'>,
  { allowPublicChannels }: Pick<Policy, 'allowPublicChannels'>,
): Deliver => makeDeliver({ ...ports, parcels: makeParcels({ ...ports, allowPublicChannels }) });
