import type { PersonRef, TenantRef } from '../chat/identity.ts';
import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { People } from '../ports/people.ts';
import type { Team } from '../team/team.ts';
import type { Withdraw, Withdrawn } from './withdraw.ts';

interface Deps {
  readonly teams: AggregateRepository<Team>;
  readonly people: People;
  readonly withdraw: Withdraw;
}

/**
 * Forgets a person's own row, and before it, while it tells where to look, what they said in their team's open round.
 * Idempotent.
 */
export const makeForget =
  ({ teams, people, withdraw }: Deps) =>
  async (tenant: TenantRef, person: PersonRef): Promise<Withdrawn> => {
    const known = await people.find(person);
    const team = known?.team === undefined ? undefined : await teams.find(tenant, known.team);
    const round = team?.currentRound;
    const withdrawn = round === undefined ? 'none' : await withdraw(person, { tenant, round });
    await people.forget(person);
    return withdrawn;
  };

export type Forget = ReturnType<typeof makeForget>;
