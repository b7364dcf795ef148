import type { PersonRef, TenantRef } from '../../chat/identity.ts';
import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { AskBatch } from '../asks/ask-batch.ts';
import { batchId } from '../asks/ask-batch.ts';

/** Who was asked in a round, from its batches; undefined when they are not all there (any more). */
export const storedRoster = async (
  batches: AggregateRepository<AskBatch>,
  tenant: TenantRef,
  round: string,
): Promise<readonly PersonRef[] | undefined> => {
  const people: PersonRef[] = [];
  for (let page = 0; ; page += 1) {
    const batch = await batches.find(tenant, batchId(round, page));
    if (batch === undefined) return undefined;
    people.push(...batch.people);
    if (batch.last) return people;
  }
};
