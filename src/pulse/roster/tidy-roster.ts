import { isNobody } from '../../chat/identity.ts';
import type { PersonRef, TenantRef } from '../../chat/identity.ts';
import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { Clock } from '../../ports/clock.ts';
import { changed } from '../../work/aggregate.ts';
import { withFreshState } from '../../work/with-fresh-state.ts';
import type { AskBatch } from '../asks/ask-batch.ts';
import { batchId } from '../asks/ask-batch.ts';

/** Rosters are sorted by id: a place between two neighbours would narrow down who was erased from it. */
const nobodyLast = (people: readonly PersonRef[]): readonly PersonRef[] => [
  ...people.filter((person) => !isNobody(person)),
  ...people.filter(isNobody),
];

/**
 * Moves the places of whoever was erased to the end of each batch. Only for a round that is not open any more: until
 * then messages on their way name people by their place. Writes nothing where nobody was erased. Idempotent.
 */
export const makeTidyRoster =
  ({ batches, clock }: { readonly batches: AggregateRepository<AskBatch>; readonly clock: Clock }) =>
  async (tenant: TenantRef, round: string): Promise<void> => {
    const tidy = async (id: string): Promise<'last' | 'more'> => {
      const batch = await batches.find(tenant, id);
      if (batch === undefined) return 'last';
      const people = nobodyLast(batch.people);
      if (people.some((person, place) => person !== batch.people[place])) {
        const command = `places/${batch.version}`;
        await batches.save(
          changed({ ...batch, people }, { command, what: 'places moved', now: clock.now() }),
        );
      }
      return batch.last ? 'last' : 'more';
    };
    for (let page = 0; ; page += 1) {
      const id = batchId(round, page);
      if ((await withFreshState(() => tidy(id))) === 'last') return;
    }
  };

export type TidyRoster = ReturnType<typeof makeTidyRoster>;
