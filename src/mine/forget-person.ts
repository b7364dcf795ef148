import type { PersonRef, TenantRef } from '../chat/identity.ts';
import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { Clock } from '../ports/clock.ts';
import type { People } from '../ports/people.ts';
import type { Team } from '../team/team.ts';
import type { Withdraw, Withdrawn } from './withdraw.ts';

interface Deps {
  readonly teams: AggregateRepository<Team>;
  readonly people: People;
  readonly withdraw: Withdraw;
  readonly clock: Clock;
}

/** One that counts already is told whatever became of the others. */
const together = (each: readonly Withdrawn[]): Withdrawn => {
  if (each.includes('sealed')) return 'sealed';
  return each.includes('open') ? 'open' : 'none';
};

/**
 * Forgets a person's own row, and before it, while it tells where to look, what they said in a round that is open: of
 * their team, of one they left, and of those they lead, since they may have been asked before they did. Idempotent.
 */
export const makeForget = ({ teams, people, withdraw, clock }: Deps) => {
  const roundsOf = async (tenant: TenantRef, person: PersonRef): Promise<ReadonlySet<string>> => {
    const [known, left] = await Promise.all([people.find(person), people.departures([person], clock.now())]);
    const ids = new Set([...(known?.leads ?? []), ...(known?.team === undefined ? [] : [known.team])]);
    const theirs = await Promise.all([...ids].map((id) => teams.find(tenant, id)));
    return new Set([...left.values(), ...theirs.flatMap((team) => team?.currentRound ?? [])]);
  };

  return async (tenant: TenantRef, person: PersonRef): Promise<Withdrawn> => {
    const each: Withdrawn[] = [];
    for (const round of await roundsOf(tenant, person)) each.push(await withdraw(person, { tenant, round }));
    await people.forget(person);
    return together(each);
  };
};

export type Forget = ReturnType<typeof makeForget>;
