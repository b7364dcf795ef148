import type { PersonRef } from '../chat/identity.ts';
import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { Result } from '../shared/result.ts';
import { ok } from '../shared/result.ts';
import { days } from '../shared/time.ts';
import type { AskBatch } from './ask-batch.ts';
import { BATCH_MOST, batchId } from './ask-batch.ts';
import type { Round } from './round.ts';

/** Long enough to compare with the next results, at four weeks between rounds and some of them below the gate (R7). */
const ROSTER_KEPT = days(100);

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
    forgetAt: round.closesAt + ROSTER_KEPT,
    askAt: round.opensAt,
    closesAt: round.closesAt,
  };
};

/**
 * The roster of a round, the same at every run and for every opener: batch after batch, what is stored counts, and only
 * where nothing is yet is it filled from what `roster` answers now. Joins and leaves after that wait for the next round (R27).
 */
export const makeFreezeRoster = ({ batches }: { readonly batches: AggregateRepository<AskBatch> }) => {
  const storedOf = async (batch: AskBatch): Promise<AskBatch> => {
    await batches.create(batch);
    // Of two openers' batches one stands, and both go on with that one.
    return (await batches.find(batch.tenant, batch.id)) ?? batch;
  };

  return async <No extends { readonly code: string }>(
    round: Round,
    roster: () => Promise<Result<readonly PersonRef[], No>>,
  ): Promise<Result<readonly PersonRef[], No>> => {
    const frozen = new Set<PersonRef>();
    let now: Result<readonly PersonRef[], No> | undefined;
    for (let page = 0; ; page += 1) {
      let batch = await batches.find(round.tenant, batchId(round.id, page));
      if (batch === undefined) {
        now ??= await roster();
        if (!now.ok) return now;
        const rest = now.value.filter((person) => !frozen.has(person));
        batch = await storedOf(batchOf(round, page, rest.slice(0, BATCH_MOST), rest.length <= BATCH_MOST));
      }
      for (const person of batch.people) frozen.add(person);
      if (batch.last) return ok([...frozen]);
    }
  };
};

export type FreezeRoster = ReturnType<typeof makeFreezeRoster>;
