import { makeIsAdmin } from '../admin/is-admin.ts';
import type { Settings } from '../admin/settings.ts';
import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { Calendar } from '../ports/calendar.ts';
import type { Channels } from '../ports/channels.ts';
import type { Clock } from '../ports/clock.ts';
import type { Directory } from '../ports/directory.ts';
import type { People } from '../ports/people.ts';
import type { Queue } from '../ports/queue.ts';
import type { Round } from '../pulse/round.ts';
import { makeLeadsOf, makeMayChange } from '../team/authority.ts';
import { makeAddChannels, makeFreeDropped } from '../team/change/change-channels.ts';
import { makeChangeRoster, makeReadRoster } from '../team/change/change-roster.ts';
import { makeChangeSettings } from '../team/change/change-settings.ts';
import { makeCheckLeads } from '../team/leads/check-leads.ts';
import { makeCheckFurther } from '../team/set-up/check-proposal.ts';
import { makeClaimChannels } from '../team/set-up/claim-channels.ts';
import { makeClosesAt } from '../team/course/closes-at.ts';
import { makeFindChangeable } from '../team/change/find-changeable.ts';
import { makeEndTeam, makePauseTeam, makeResumeTeam } from '../team/course/pause-team.ts';
import { makePresent } from '../team/membership/present.ts';
import { makeFindLeaderless, makeProposeLead } from '../team/leads/propose-lead.ts';
import { makeTeamIn } from '../team/team-in.ts';
import type { Team } from '../team/team.ts';
import { makeDispatch } from '../work/dispatch.ts';
import { makeChangeDesk } from './change-desk.ts';
import type { ChangeDesk } from './change-desk.ts';

interface ChangePorts {
  readonly teams: AggregateRepository<Team>;
  readonly rounds: AggregateRepository<Round>;
  readonly settings: AggregateRepository<Settings>;
  readonly channels: Channels;
  readonly people: People;
  readonly directory: Directory;
  readonly queue: Queue;
  readonly calendar: Calendar;
  readonly clock: Clock;
  readonly allowPublicChannels: boolean;
}

/** Everything that changing a team takes, put together. */
export const openChangeDesk = (ports: ChangePorts): ChangeDesk => {
  const mayChange = makeMayChange({ isAdmin: makeIsAdmin(ports) });
  const deps = {
    ...ports,
    mayChange,
    leadsOf: makeLeadsOf(ports),
    closesAt: makeClosesAt(ports),
    present: makePresent(ports),
    checkLeads: makeCheckLeads(ports),
    findChangeable: makeFindChangeable({ ...ports, mayChange }),
    addChannels: makeAddChannels({
      checkFurther: makeCheckFurther({ ...ports, teamIn: makeTeamIn(ports) }),
      claimChannels: makeClaimChannels(ports),
    }),
    freeDropped: makeFreeDropped(ports),
    dispatch: makeDispatch(ports),
  };
  return makeChangeDesk({
    ...deps,
    readRoster: makeReadRoster(deps),
    changeSettings: makeChangeSettings(deps),
    changeRoster: makeChangeRoster(deps),
    pauseTeam: makePauseTeam(deps),
    resumeTeam: makeResumeTeam(deps),
    endTeam: makeEndTeam(deps),
    findLeaderless: makeFindLeaderless(deps),
    proposeLead: makeProposeLead(deps),
  });
};
