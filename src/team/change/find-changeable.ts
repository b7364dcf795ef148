import type { Person } from '../../people/person.ts';
import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { Result } from '../../shared/result.ts';
import { ok, refuse } from '../../shared/result.ts';
import type { MayChange } from '../authority.ts';
import type { ChangeRefusal } from './change-refusals.ts';
import { stands } from '../team.ts';
import type { Team } from '../team.ts';

interface Deps {
  readonly teams: AggregateRepository<Team>;
  readonly mayChange: MayChange;
}

/** A team past its set-up or waiting for a release, for whoever may change it: the newest state, and the right asked at this moment. */
export const makeFindChangeable =
  ({ teams, mayChange }: Deps) =>
  async (person: Person, id: string): Promise<Result<Team, ChangeRefusal>> => {
    const team = await teams.find(person.tenant, id);
    if (team === undefined || team.state === 'proposed') return refuse({ code: 'team-not-found' });
    if (!(await mayChange(person, team))) return refuse({ code: 'not-yours-to-change' });
    if (team.state === 'ended') return refuse({ code: 'team-ended' });
    return stands(team) ? ok(team) : refuse({ code: 'team-settling' });
  };

export type FindChangeable = ReturnType<typeof makeFindChangeable>;
