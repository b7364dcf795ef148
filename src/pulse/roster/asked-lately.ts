import type { PersonRef, TenantRef } from '../../chat/identity.ts';
import type { Person } from '../../people/person.ts';
import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { Clock } from '../../ports/clock.ts';
import type { People } from '../../ports/people.ts';
import { days } from '../../shared/time.ts';
import type { Instant } from '../../shared/time.ts';
import type { Team } from '../../team/team.ts';
import type { Round } from '../round.ts';

/** Nobody is asked by two teams within this long (R7). */
const APART = days(7);

interface Deps {
  readonly people: Pick<People, 'departures'>;
  readonly rounds: AggregateRepository<Round>;
  readonly clock: Clock;
}

/** The last moment at which a round can have asked somebody; when it did is noted nowhere. */
const askedBy = ({ settings }: Person, { opensAt, closesAt }: Round): Instant =>
  settings?.asks?.kind === 'at' || settings?.asks?.kind === 'now' ? closesAt : opensAt;

/** Whom the team they left may have asked within the last seven days: they wait for a later round of the new one. */
export const makeAskedLately = ({ people, rounds, clock }: Deps) => {
  const found = async (tenant: TenantRef, ids: Iterable<string>): Promise<ReadonlyMap<string, Round>> => {
    const known = new Map<string, Round>();
    for (const id of new Set(ids)) {
      const round = await rounds.glance(tenant, id);
      if (round !== undefined) known.set(id, round);
    }
    return known;
  };

  return async (team: Team, candidates: readonly Person[]): Promise<ReadonlySet<PersonRef>> => {
    const now = clock.now();
    // Whoever is in the team already left no other one.
    const newcomers = candidates.filter((person) => person.team === undefined);
    const departures = await people.departures(
      newcomers.map(({ person }) => person),
      now,
    );
    if (departures.size === 0) return new Set();
    const known = await found(team.tenant, departures.values());
    const lately = newcomers.filter((person) => {
      const round = known.get(departures.get(person.person) ?? '');
      return round !== undefined && round.team !== team.id && askedBy(person, round) + APART > now;
    });
    return new Set(lately.map(({ person }) => person));
  };
};

export type AskedLately = ReturnType<typeof makeAskedLately>;
