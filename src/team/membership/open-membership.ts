import type { PersonRef } from '../../chat/identity.ts';
import type { Identify } from '../../people/identify.ts';
import type { NoteProfile } from '../../people/note-profile.ts';
import { makeIsAdmin } from '../../admin/is-admin.ts';
import type { Settings } from '../../admin/settings.ts';
import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { Calendar } from '../../ports/calendar.ts';
import type { Channels } from '../../ports/channels.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Directory } from '../../ports/directory.ts';
import type { People } from '../../ports/people.ts';
import type { Queue } from '../../ports/queue.ts';
import type { AskBatch } from '../../pulse/asks/ask-batch.ts';
import { makeFreePeople } from '../../pulse/roster/free-people.ts';
import type { Round } from '../../pulse/round.ts';
import { makeDispatch } from '../../work/dispatch.ts';
import { makeLeadsOf } from '../authority.ts';
import { makeJoinTeam } from './join-team.ts';
import { makeLeaveTeam } from './leave-team.ts';
import { makeNoteLeads } from '../leads/note-leads.ts';
import { makeNoteMembership } from './note-membership.ts';
import { makeLeadAgain, makeTakeLead } from '../leads/take-lead.ts';
import { makeTeamIn } from '../team-in.ts';
import type { Team } from '../team.ts';

interface Ports {
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
  readonly identify: Identify;
  readonly noteProfile: NoteProfile;
}

/** Everything that people's coming and going does to teams, put together. */
export const openMembership = (ports: Ports) => {
  const { people } = ports;
  const deps = {
    ...ports,
    teamIn: makeTeamIn(ports),
    leadAgain: makeLeadAgain({ takeLead: makeTakeLead(ports), isAdmin: makeIsAdmin(ports) }),
    freePeople: makeFreePeople(ports),
    noteMembership: makeNoteMembership(ports),
    noteLeads: makeNoteLeads({ ...ports, leadsOf: makeLeadsOf(ports), dispatch: makeDispatch(ports) }),
  };

  /** Whoever is deactivated, or a guest by now, leads no more. */
  const noteProfile = async (person: PersonRef): Promise<void> => {
    await ports.noteProfile(person);
    const known = await people.find(person);
    if (known === undefined) return;
    for (const team of known.leads) await deps.noteLeads(known.tenant, team);
  };

  return { joinTeam: makeJoinTeam(deps), leaveTeam: makeLeaveTeam(deps), noteProfile };
};
