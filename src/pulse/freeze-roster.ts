import type { PersonRef } from '../chat/identity.ts';
import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { Result } from '../shared/result.ts';
import { ok } from '../shared/result.ts';
import type { AskBatch } from './ask-batch.ts';
import { BATCH_MOST, batchId } from './ask-batch.ts';
import type { Round } from './round.ts';

const batchOf = (round: Round, page: number, people: readonly PersonRef[], last: boolean): AskBatch => {
  const id = batchId(round.id, page);
  return {
    tenant: round.tenant,
    id,
    version: 1,
    history: [{ command: `open/${id}`, what: 'frozen' }],
    outbox: [],
    due: round.opensAt,
    round: round.id,
    people,
    last,
    askAt: round.opensAt,
    closesAt: round.closesAt,
  };
};

/**
 * The roster of a round, the same at every run: what an earlier run stored whole counts, else what `roster` answers
 * now is stored in batches. Joins and leaves after that wait for the next round (R27).
 */
export const makeFreezeRoster = ({ batches }: { readonly batches: AggregateRepository<AskBatch> }) => {
  const stored = async (round: Round): Promise<readonly PersonRef[] | undefined> => {
    const people: PersonRef[] = [];
    for (let page = 0; ; page += 1) {
      const batch = await batches.find(round.tenant, batchId(round.id, page));
      if (batch === undefined) return undefined;
      people.push(...batch.people);
      if (batch.last) return people;
    }
  };

  return async <No extends { readonly code: string }>(
    round: Round,
    roster: () => Promise<Result<readonly PersonRef[], No>>,
  ): Promise<Result<readonly PersonRef[], No>> => {
    const earlier = await stored(round);
    if (earlier !== undefined) return ok(earlier);
    const now = await roster();
    if (!now.ok) return now;
    const pages = Math.ceil(now.value.length / BATCH_MOST);
    for (let page = 0; page < pages; page += 1) {
      const people = now.value.slice(page * BATCH_MOST, (page + 1) * BATCH_MOST);
      await batches.create(batchOf(round, page, people, page === pages - 1));
    }
    return now;
  };
};

export type FreezeRoster = ReturnType<typeof makeFreezeRoster>;
