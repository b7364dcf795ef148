import type { Settings } from '../admin/settings.ts';
import type { PersonRef, TenantRef } from '../chat/identity.ts';
import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { AskBatch } from '../pulse/asks/ask-batch.ts';
import type { Round } from '../pulse/round.ts';
import type { Team } from '../team/team.ts';
import type { Aggregate } from '../work/aggregate.ts';
import { makeNames } from './names.ts';

/** Something stored that names somebody, and in which of its fields. */
export interface Mention {
  readonly what: 'team' | 'round' | 'asks' | 'settings';
  /** A team's name with its `#`, else the id of the round. */
  readonly id: string;
  readonly fields: readonly string[];
}

interface Deps {
  readonly teams: AggregateRepository<Team>;
  readonly rounds: AggregateRepository<Round>;
  readonly batches: AggregateRepository<AskBatch>;
  readonly settings: AggregateRepository<Settings>;
}

/** Everything of one kind in a tenant. */
const eachOf = async function* <A extends Aggregate>(
  repository: AggregateRepository<A>,
  tenant: TenantRef,
): AsyncGenerator<A> {
  let ids = await repository.ids(tenant);
  while (ids.length > 0) {
    for (const id of ids) {
      const found = await repository.find(tenant, id);
      if (found !== undefined) yield found;
    }
    ids = await repository.ids(tenant, ids.at(-1));
  }
};

/**
 * Everything in the tenant that names a person, but their own row: reads all of its teams, rounds, rosters and settings,
 * so it is for an export alone.
 */
export const makeFindMentions =
  ({ teams, rounds, batches, settings }: Deps) =>
  async (tenant: TenantRef, person: PersonRef): Promise<readonly Mention[]> => {
    const names = makeNames(person);
    const found: Mention[] = [];
    const look = async <A extends Aggregate>(
      what: Mention['what'],
      repository: AggregateRepository<A>,
      idOf: (aggregate: A) => string,
    ): Promise<void> => {
      for await (const aggregate of eachOf(repository, tenant)) {
        const fields = Object.entries(aggregate).flatMap(([field, value]) => (names(value) ? [field] : []));
        if (fields.length > 0) found.push({ what, id: idOf(aggregate), fields });
      }
    };
    await look('settings', settings, ({ id }) => id);
    await look('team', teams, ({ name }) => `#${name}`);
    await look('round', rounds, ({ id }) => id);
    await look('asks', batches, ({ round }) => round);
    return found;
  };

export type FindMentions = ReturnType<typeof makeFindMentions>;
