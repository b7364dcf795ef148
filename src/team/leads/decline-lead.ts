import type { PersonRef, TenantRef } from '../../chat/identity.ts';
import type { Person } from '../../people/person.ts';
import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { Channels } from '../../ports/channels.ts';
import type { Clock } from '../../ports/clock.ts';
import type { People } from '../../ports/people.ts';
import type { Result } from '../../shared/result.ts';
import { ok, refuse } from '../../shared/result.ts';
import { changed } from '../../work/aggregate.ts';
import type { Dispatch } from '../../work/dispatch.ts';
import { withFreshState } from '../../work/with-fresh-state.ts';
import { decisionOf, endedProposal, invitationOf, undecidedWithout } from './invitation.ts';
import { makeLetGoChannels } from '../set-up/let-go-channels.ts';
import type { LeadRefusal } from '../refusals.ts';
import { plannedAgain } from '../team-due.ts';
import type { Team } from '../team.ts';

interface Deps {
  readonly teams: AggregateRepository<Team>;
  readonly people: Pick<People, 'unlead'>;
  readonly channels: Pick<Channels, 'find' | 'expire'>;
  readonly dispatch: Dispatch;
  readonly clock: Clock;
}

interface Declining {
  readonly tenant: TenantRef;
  readonly person: PersonRef;
  readonly team: string;
}

/**
 * Somebody who was named does not want to lead: they are dropped without a word to anybody, unless nobody is left who
 * could; then the proposal is over and who made it is told. Again is the same; refused for who leads by now.
 */
export const makeDeclineLead = ({ teams, people, channels, dispatch, clock }: Deps) => {
  const letGoChannels = makeLetGoChannels({ channels });
  const attempt = async ({ tenant, person, team: id }: Declining): Promise<Result<Team, LeadRefusal>> => {
    const team = await teams.find(tenant, id);
    if (team === undefined || team.state === 'ended') return refuse({ code: 'proposal-over' });
    if (team.leads.includes(person)) return refuse({ code: 'leads-already' });
    if (invitationOf(team, person) === undefined) return ok(team);
    const now = clock.now();
    const command = decisionOf('decline', team, person);
    const invited = undecidedWithout(team, person);
    const next =
      team.state === 'proposed' && invited === undefined
        ? endedProposal(team, { command, why: 'declined', now })
        : changed<Team>(plannedAgain({ ...team, invited }), { command, what: 'lead declined', now });
    const letGo = await letGoChannels(team);
    await teams.save(next);
    await letGo(next.forgetAt);
    await people.unlead(person, id);
    await dispatch(teams, next);
    return ok(next);
  };

  return ({
    person: { tenant, person },
    team,
  }: {
    readonly person: Person;
    readonly team: string;
  }): Promise<Result<Team, LeadRefusal>> => withFreshState(() => attempt({ tenant, person, team }));
};

export type DeclineLead = ReturnType<typeof makeDeclineLead>;
