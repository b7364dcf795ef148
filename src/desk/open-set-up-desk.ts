import { makeIsAdmin } from '../admin/is-admin.ts';
import { makeIsReleased } from '../admin/is-released.ts';
import type { Settings } from '../admin/settings.ts';
import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { Calendar } from '../ports/calendar.ts';
import type { Channels } from '../ports/channels.ts';
import type { Clock } from '../ports/clock.ts';
import type { Directory } from '../ports/directory.ts';
import type { People } from '../ports/people.ts';
import type { Queue } from '../ports/queue.ts';
import type { AskBatch } from '../pulse/asks/ask-batch.ts';
import { makeFreePeople } from '../pulse/roster/free-people.ts';
import type { Round } from '../pulse/round.ts';
import { makeAcceptLead } from '../team/leads/accept-lead.ts';
import { makeCheckProposal } from '../team/set-up/check-proposal.ts';
import { makeClaimChannels } from '../team/set-up/claim-channels.ts';
import { makeCountPeople } from '../team/set-up/count-people.ts';
import { makeDeclineLead } from '../team/leads/decline-lead.ts';
import { makeMaySetUp } from '../team/set-up/may-set-up.ts';
import { makePreviewTeam } from '../team/set-up/preview-team.ts';
import { makeSetUpTeam } from '../team/set-up/set-up-team.ts';
import { makeTakeLead } from '../team/leads/take-lead.ts';
import { makeTeamIn } from '../team/team-in.ts';
import type { Team } from '../team/team.ts';
import { makeDispatch } from '../work/dispatch.ts';
import { makeSetUpDesk } from './set-up-desk.ts';
import type { SetUpDesk, SetUpDeskDeps } from './set-up-desk.ts';

interface SetUpPorts {
  readonly teams: AggregateRepository<Team>;
  readonly settings: AggregateRepository<Settings>;
  readonly rounds: AggregateRepository<Round>;
  readonly batches: AggregateRepository<AskBatch>;
  readonly channels: Channels;
  readonly people: People;
  readonly directory: Directory;
  readonly queue: Queue;
  readonly calendar: Calendar;
  readonly clock: Clock;
  readonly allowPublicChannels: boolean;
}

/** Everything that setting a team up takes, put together. */
export const makeSetUpCases = (ports: SetUpPorts): SetUpDeskDeps => {
  const teamIn = makeTeamIn(ports);
  const isAdmin = makeIsAdmin(ports);
  const takeLead = makeTakeLead(ports);
  const dispatch = makeDispatch(ports);
  const maySetUp = makeMaySetUp({ ...ports, teamIn });
  const checkProposal = makeCheckProposal({ ...ports, maySetUp, teamIn });
  const previewTeam = makePreviewTeam({ ...ports, checkProposal, countPeople: makeCountPeople(ports) });
  const claimChannels = makeClaimChannels(ports);
  return {
    maySetUp,
    previewTeam,
    setUpTeam: makeSetUpTeam({ ...ports, previewTeam, claimChannels, takeLead, isAdmin, dispatch }),
    acceptLead: makeAcceptLead({ ...ports, freePeople: makeFreePeople(ports), takeLead, isAdmin, dispatch }),
    declineLead: makeDeclineLead({ ...ports, dispatch }),
    isReleased: makeIsReleased(ports),
  };
};

export const openSetUpDesk = (ports: SetUpPorts): SetUpDesk => makeSetUpDesk(makeSetUpCases(ports));
