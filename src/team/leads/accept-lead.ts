import type { IsAdmin } from '../../admin/is-admin.ts';
import type { ConversationRef, PersonRef } from '../../chat/identity.ts';
import type { Person } from '../../people/person.ts';
import { isFullMember } from '../../people/person.ts';
import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { Calendar } from '../../ports/calendar.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Directory } from '../../ports/directory.ts';
import type { People } from '../../ports/people.ts';
import type { Queue } from '../../ports/queue.ts';
import type { FreePeople } from '../../pulse/roster/free-people.ts';
import type { Result } from '../../shared/result.ts';
import { ok, refuse } from '../../shared/result.ts';
import type { Instant } from '../../shared/time.ts';
import { changed } from '../../work/aggregate.ts';
import type { Dispatch } from '../../work/dispatch.ts';
import { withFreshState } from '../../work/with-fresh-state.ts';
import { unfitness } from '../audience.ts';
import { decisionOf, invitationOf, undecidedWithout } from './invitation.ts';
import type { LeadRefusal } from '../refusals.ts';
import type { TakeLead } from './take-lead.ts';
import { plannedAgain } from '../team-due.ts';
import type { Invitation, Team } from '../team.ts';
import { toldChange } from '../change/tell-change.ts';

export interface AcceptLeadDeps {
  readonly teams: AggregateRepository<Team>;
  readonly people: Pick<People, 'find' | 'unlead'>;
  readonly freePeople: FreePeople;
  readonly directory: Pick<Directory, 'channel' | 'members'>;
  readonly allowPublicChannels: boolean;
  readonly takeLead: TakeLead;
  readonly isAdmin: IsAdmin;
  readonly queue: Queue;
  readonly dispatch: Dispatch;
  readonly calendar: Calendar;
  readonly clock: Clock;
}

/** The first one starts the team. Whoever accepts before the promise stands in it; of a later one the team is told. */
const withLead = (
  team: Team,
  { person }: Person,
  { now, calendar }: { readonly now: Instant; readonly calendar: Calendar },
): Team => {
  const id = decisionOf('accept', team, person);
  const next: Team = {
    ...team,
    leads: [...team.leads, person],
    invited: undecidedWithout(team, person),
    leaderless: undefined,
  };
  const isTold = team.promised === true || (team.way === 'talk' && team.state === 'active');
  if (!isTold) {
    const first: Partial<Team> = team.state === 'proposed' ? { state: 'settling', due: now } : {};
    return changed<Team>({ ...plannedAgain(next), ...first }, { command: id, what: 'lead accepted', now });
  }
  const zone = calendar.knows(team.zone) ? team.zone : 'UTC';
  const what = [{ kind: 'lead-joined' as const, people: [person] }];
  return toldChange({ ...next, zone }, { id, by: person, what, now }, calendar);
};

/** Whether its home is fit and read at this moment, and the person in it or in a further channel that is both. */
const checkPlace = ({ directory, allowPublicChannels }: AcceptLeadDeps) => {
  const read = async (conversation: ConversationRef): Promise<Result<readonly PersonRef[], LeadRefusal>> => {
    const [channel, members] = await Promise.all([
      directory.channel(conversation),
      directory.members(conversation),
    ]);
    const unfit = unfitness(channel, allowPublicChannels);
    if (unfit !== undefined) return refuse({ code: unfit });
    return members === undefined ? refuse({ code: 'channel-unreadable' }) : ok(members);
  };

  return async (team: Team, { person }: Person): Promise<Result<undefined, LeadRefusal>> => {
    const home = await read(team.home);
    if (!home.ok) return home;
    if (home.value.includes(person)) return ok(undefined);
    const further = await Promise.all((team.alsoIn ?? []).map(read));
    const isHere = further.some((members) => members.ok && members.value.includes(person));
    return isHere ? ok(undefined) : refuse({ code: 'lead-must-be-here' });
  };
};

/** Whether this person may lead the team, asked at this moment; if so, it is noted that they do. */
const makeMayLead = (deps: AcceptLeadDeps) => {
  const { people, takeLead, isAdmin } = deps;
  const placeIsFine = checkPlace(deps);

  const isByAdmin = async (person: Person, by: PersonRef): Promise<boolean> => {
    if (await isAdmin(person)) return true;
    const inviter = await people.find(by);
    return inviter !== undefined && isAdmin(inviter);
  };

  return async (team: Team, person: Person, { by }: Invitation): Promise<Result<undefined, LeadRefusal>> => {
    if (!isFullMember(person)) return refuse({ code: 'guest-cannot-lead' });
    const place = await placeIsFine(team, person);
    if (!place.ok) return place;
    const { tenant, id } = team;
    const byAdmin = await isByAdmin(person, by);
    const taken = await takeLead({ tenant, person: person.person, team: id, byAdmin });
    return taken ? ok(undefined) : refuse({ code: 'leads-enough' });
  };
};

/**
 * Somebody who was named agrees to lead. Everything is asked at this moment: whether the invitation still stands, whether
 * they are a full member in one of the team's channels, and whether it would be a third team: then who invited them must
 * be an admin, or be the one who accepts. A further channel that is unfit or cannot be read is left out, as when a round
 * opens. Again is the same. From then on they are not in its rounds; a slot they have in the open one stays.
 */
export const makeAcceptLead = (deps: AcceptLeadDeps) => {
  const { teams, people, freePeople, queue, dispatch, calendar, clock } = deps;
  const mayLead = makeMayLead(deps);

  const attempt = async (person: Person, id: string): Promise<Result<Team, LeadRefusal>> => {
    const team = await teams.find(person.tenant, id);
    if (team === undefined || team.state === 'ended') {
      await people.unlead(person.person, id);
      return refuse({ code: 'proposal-over' });
    }
    if (team.leads.includes(person.person)) {
      // A crash may have come between.
      await freePeople(team, [person.person]);
      return ok(team);
    }
    const invitation = invitationOf(team, person.person);
    if (invitation === undefined) return refuse({ code: 'not-invited' });
    const now = clock.now();
    if (invitation.until <= now) return refuse({ code: 'invitation-over' });
    const allowed = await mayLead(team, person, invitation);
    if (!allowed.ok) return allowed;
    const next = withLead(team, person, { now, calendar });
    await teams.save(next);
    await freePeople(team, [person.person]);
    await dispatch(teams, next);
    if (next.state === 'settling') {
      await queue.enqueueJobs([{ kind: 'team', tenant: next.tenant, id, due: now }]);
    }
    return ok(next);
  };

  return ({
    person,
    team,
  }: {
    readonly person: Person;
    readonly team: string;
  }): Promise<Result<Team, LeadRefusal>> => withFreshState(() => attempt(person, team));
};

export type AcceptLead = ReturnType<typeof makeAcceptLead>;
