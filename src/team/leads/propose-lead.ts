import type { FormValues } from '../../chat/form.ts';
import type { Person } from '../../people/person.ts';
import { isFullMember } from '../../people/person.ts';
import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { Calendar } from '../../ports/calendar.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Result } from '../../shared/result.ts';
import { ok, refuse } from '../../shared/result.ts';
import type { Dispatch } from '../../work/dispatch.ts';
import { withFreshState } from '../../work/with-fresh-state.ts';
import type { LeadsOf } from '../authority.ts';
import type { ChangeRefusal } from '../change/change-refusals.ts';
import { changeLeads } from './change-leads.ts';
import type { CheckLeads } from './check-leads.ts';
import { askToLead } from './invite-leads.ts';
import type { Present } from '../membership/present.ts';
import { refsIn } from '../set-up/read-team-form.ts';
import { isLogged, toldChange } from '../change/tell-change.ts';
import { channelsOf } from '../team.ts';
import type { Team } from '../team.ts';

export const LEAD_FIELD = 'lead';

interface Deps {
  readonly teams: AggregateRepository<Team>;
  readonly leadsOf: LeadsOf;
  readonly present: Present;
  readonly checkLeads: CheckLeads;
  readonly dispatch: Dispatch;
  readonly calendar: Calendar;
  readonly clock: Clock;
}

interface Command {
  readonly nonce: string;
  readonly person: Person;
  readonly team: string;
  readonly values: FormValues;
}

/** A team that nobody leads, for a full member who is in one of its channels. */
export const makeFindLeaderless =
  ({ teams, leadsOf, present }: Pick<Deps, 'teams' | 'leadsOf' | 'present'>) =>
  async (person: Person, id: string): Promise<Result<Team, ChangeRefusal>> => {
    const team = await teams.find(person.tenant, id);
    if (team === undefined || team.state === 'proposed') return refuse({ code: 'team-not-found' });
    if (team.state === 'ended') return refuse({ code: 'team-ended' });
    const here = await present(team);
    if (here === undefined) return refuse({ code: 'channel-unreadable' });
    const isHere = here.some((one) => one.person === person.person);
    if (!isHere || !isFullMember(person)) return refuse({ code: 'not-yours-to-change' });
    return (await leadsOf(team)).length > 0 ? refuse({ code: 'has-lead' }) : ok(team);
  };

/**
 * Proposes somebody for a team that nobody leads any more: they are asked, and lead it once they accept. Any full member
 * of the team may; told to the team once. Answers whether anybody new was asked.
 */
export const makeProposeLead = (deps: Deps) => {
  const { teams, checkLeads, dispatch, calendar, clock } = deps;
  const findLeaderless = makeFindLeaderless(deps);

  const attempt = async ({ nonce, person, team: id, values }: Command) => {
    const found = await findLeaderless(person, id);
    if (!found.ok) return found;
    if (isLogged(found.value, nonce)) return ok<Team | undefined>(found.value);
    const [lead] = refsIn(values[LEAD_FIELD]);
    if (lead === undefined) return refuse({ code: 'no-lead' as const });
    const fit = await checkLeads(channelsOf(found.value), [lead]);
    if (!fit.ok) return fit;
    const now = clock.now();
    const wish = { shown: [], chosen: [lead], by: person.person, now };
    const named = changeLeads(found.value, wish, []);
    if (!named.ok) return named;
    const { team, what, invited } = named.value;
    if (what.length === 0) return ok<Team | undefined>(undefined);
    const messages = askToLead(team, invited);
    const told = toldChange(team, { id: nonce, by: person.person, what, now, messages }, calendar);
    await teams.save(told);
    return ok<Team | undefined>(told);
  };

  return async (command: Command): Promise<Result<boolean, ChangeRefusal>> => {
    const done = await withFreshState(() => attempt(command));
    if (!done.ok) return done;
    if (done.value !== undefined) await dispatch(teams, done.value);
    return ok(done.value !== undefined);
  };
};

export type ProposeLead = ReturnType<typeof makeProposeLead>;
export type FindLeaderless = ReturnType<typeof makeFindLeaderless>;
