import type { IsAdmin } from '../admin/is-admin.ts';
import type { Person } from '../people/person.ts';
import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { AskBatch } from '../pulse/asks/ask-batch.ts';
import type { Round } from '../pulse/round.ts';
import { storedRoster } from '../pulse/roster/stored-roster.ts';
import { lastRoundOf } from '../team/team.ts';
import type { Team } from '../team/team.ts';
import { makeNames } from './names.ts';

/** What is stored about somebody, as far as it can be read while they wait. Says nothing of answers (R4). */
export interface MyData {
  readonly person: Person;
  readonly team?: Team | undefined;
  readonly leads: readonly Team[];
  readonly admin: boolean;
  /** In how many of their team's rounds they are named as asked. */
  readonly asked: number;
  /** How many entries of their teams' logs name them. */
  readonly logged: number;
}

interface Deps {
  readonly teams: AggregateRepository<Team>;
  readonly rounds: AggregateRepository<Round>;
  readonly batches: AggregateRepository<AskBatch>;
  readonly isAdmin: IsAdmin;
}

/** More rounds have no roster any more, at one a week. */
const LOOK_BACK = 15;

const loggedIn = (teams: readonly Team[], person: Person): number => {
  const names = makeNames(person.person);
  return teams.flatMap(({ log = [] }) => log.filter(names)).length;
};

export const makeMyData = ({ teams, rounds, batches, isAdmin }: Deps) => {
  const askedIn = async (team: Team, person: Person): Promise<number> => {
    let asked = 0;
    const { tenant } = team;
    let id = lastRoundOf(team);
    for (let back = 0; id !== undefined && back < LOOK_BACK; back += 1) {
      const [roster, round] = await Promise.all([
        storedRoster(batches, tenant, id),
        rounds.glance(tenant, id),
      ]);
      if (roster?.includes(person.person) === true) asked += 1;
      id = round?.previous;
    }
    return asked;
  };

  return async (person: Person): Promise<MyData> => {
    const { tenant } = person;
    const [team, admin, ...led] = await Promise.all([
      person.team === undefined ? undefined : teams.glance(tenant, person.team),
      isAdmin(person),
      ...person.leads.map((id) => teams.glance(tenant, id)),
    ]);
    const leads = led.flatMap((one) => one ?? []);
    const own = team === undefined ? leads : [team, ...leads];
    const asked = team === undefined ? 0 : await askedIn(team, person);
    return { person, team, leads, admin, asked, logged: loggedIn(own, person) };
  };
};

export type ReadMyData = ReturnType<typeof makeMyData>;
