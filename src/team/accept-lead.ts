import type { IsAdmin } from '../admin/is-admin.ts';
import type { Person } from '../people/person.ts';
import { isFullMember } from '../people/person.ts';
import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { Calendar } from '../ports/calendar.ts';
import type { Clock } from '../ports/clock.ts';
import type { Directory } from '../ports/directory.ts';
import type { People } from '../ports/people.ts';
import type { Queue } from '../ports/queue.ts';
import type { Result } from '../shared/result.ts';
import { ok, refuse } from '../shared/result.ts';
import type { Instant } from '../shared/time.ts';
import { changed } from '../work/aggregate.ts';
import type { Dispatch } from '../work/dispatch.ts';
import { withFreshState } from '../work/with-fresh-state.ts';
import { unfitness } from './audience.ts';
import { decisionOf, undecidedWithout } from './invitation.ts';
import type { LeadRefusal } from './refusals.ts';
import type { TakeLead } from './take-lead.ts';
import { channelsOf } from './team.ts';
import type { Team } from './team.ts';
import { toldChange } from './tell-change.ts';

export interface AcceptLeadDeps {
  readonly teams: AggregateRepository<Team>;
  readonly people: Pick<People, 'leave' | 'unlead'>;
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
    return changed<Team>({ ...next, ...first }, { command: id, what: 'lead accepted', now });
  }
  const zone = calendar.knows(team.zone) ? team.zone : 'UTC';
  const what = [{ kind: 'lead-joined' as const, people: [person] }];
  return toldChange({ ...next, zone }, { id, by: person, what, now }, calendar);
};

/** Fit and read at this moment, all of them; and whether the person is in one. */
const checkPlace =
  ({ directory, allowPublicChannels }: AcceptLeadDeps) =>
  async (team: Team, { person }: Person): Promise<Result<undefined, LeadRefusal>> => {
    let here = false;
    for (const conversation of channelsOf(team)) {
      const [channel, members] = await Promise.all([
        directory.channel(conversation),
        directory.members(conversation),
      ]);
      const unfit = members === undefined ? 'channel-unreadable' : unfitness(channel, allowPublicChannels);
      if (unfit !== undefined) return refuse({ code: unfit });
      here ||= members?.includes(person) === true;
    }
    return here ? ok(undefined) : refuse({ code: 'lead-must-be-here' });
  };

/**
 * Somebody who was named agrees to lead. Everything is asked at this moment: whether the invitation still stands, whether
 * they are a full member in one of the team's channels and those are fit, and whether it would be a third team: then an
 * admin must have proposed it, or be the one who accepts. Again is the same. From then on they are not in its rounds.
 */
export const makeAcceptLead = (deps: AcceptLeadDeps) => {
  const { teams, people, takeLead, isAdmin, queue, dispatch, calendar, clock } = deps;
  const placeIsFine = checkPlace(deps);

  const mayLead = async (team: Team, person: Person): Promise<Result<undefined, LeadRefusal>> => {
    if (!isFullMember(person)) return refuse({ code: 'guest-cannot-lead' });
    const place = await placeIsFine(team, person);
    if (!place.ok) return place;
    const { tenant, id } = team;
    const byAdmin = (await isAdmin(tenant, person.person)) || (await isAdmin(tenant, team.setUpBy));
    const taken = await takeLead({ tenant, person: person.person, team: id, byAdmin });
    return taken ? ok(undefined) : refuse({ code: 'leads-enough' });
  };

  const attempt = async (person: Person, id: string): Promise<Result<Team, LeadRefusal>> => {
    const team = await teams.find(person.tenant, id);
    if (team === undefined || team.state === 'ended') {
      await people.unlead(person.person, id);
      return refuse({ code: 'proposal-over' });
    }
    if (team.leads.includes(person.person)) return ok(team);
    if (team.invited?.includes(person.person) !== true) return refuse({ code: 'not-invited' });
    const allowed = await mayLead(team, person);
    if (!allowed.ok) return allowed;
    const next = withLead(team, person, { now: clock.now(), calendar });
    await teams.save(next);
    await people.leave(person.person, id);
    await dispatch(teams, next);
    if (next.state === 'settling') {
      await queue.enqueueJobs([{ kind: 'team', tenant: next.tenant, id, due: clock.now() }]);
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
