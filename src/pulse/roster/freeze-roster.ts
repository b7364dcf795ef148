import type { PersonRef } from '../../chat/identity.ts';
import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { Calendar } from '../../ports/calendar.ts';
import type { People } from '../../ports/people.ts';
import { forgottenAt } from '../../retention/retention.ts';
import type { Result } from '../../shared/result.ts';
import { ok } from '../../shared/result.ts';
import type { Land } from '../../shared/holidays.ts';
import type { AskBatch } from '../asks/ask-batch.ts';
import { batchId } from '../asks/ask-batch.ts';
import { planAsks } from '../asks/plan-asks.ts';
import type { Planned, PlannedAsk } from '../asks/plan-asks.ts';
import type { Round } from '../round.ts';

const batchOf = (round: Round, page: number, ask: PlannedAsk, last: boolean): AskBatch => {
  const id = batchId(round.id, page);
  return {
    tenant: round.tenant,
    id,
    version: 1,
    history: [{ command: `open/${id}`, what: 'frozen' }],
    outbox: [],
    due: ask.instant,
    round: round.id,
    people: ask.people,
    last,
    forgetAt: forgottenAt('roster', round.closesAt),
    closesAt: round.closesAt,
  };
};

/** Whoever was left is gone: the roster needs a last batch all the same. */
const nobody = ({ opensAt }: Round): PlannedAsk => ({ instant: opensAt, people: [] });

interface Deps {
  readonly batches: AggregateRepository<AskBatch>;
  readonly people: Pick<People, 'findMany'>;
  readonly calendar: Calendar;
}

/**
 * The roster of a round, the same at every run and for every opener: batch after batch, what is stored counts, and only
 * where nothing is yet is it filled from what `roster` answers now. Joins and leaves after that wait for the next round
 * (R27). Own times are frozen with it; public holidays of `land` are kept free.
 */
export const makeFreezeRoster = ({ batches, people, calendar }: Deps) => {
  const storedOf = async (batch: AskBatch): Promise<AskBatch> => {
    await batches.create(batch);
    // Of two openers' batches one stands, and both go on with that one.
    return (await batches.find(batch.tenant, batch.id)) ?? batch;
  };

  /** With what decides when they are asked. */
  const withSettings = async (roster: readonly PersonRef[]): Promise<readonly Planned[]> => {
    const known = new Map(
      (await people.findMany(roster)).map((one): [PersonRef, Planned] => [one.person, one]),
    );
    return roster.map((person) => known.get(person) ?? { person });
  };

  return async <No extends { readonly code: string }>(
    round: Round,
    land: Land | undefined,
    roster: () => Promise<Result<readonly PersonRef[], No>>,
  ): Promise<Result<readonly PersonRef[], No>> => {
    const frozen = new Set<PersonRef>();
    let now: readonly Planned[] | undefined;
    for (let page = 0; ; page += 1) {
      let batch = await batches.find(round.tenant, batchId(round.id, page));
      if (batch === undefined) {
        if (now === undefined) {
          const found = await roster();
          if (!found.ok) return found;
          now = await withSettings(found.value);
        }
        const rest = now.filter(({ person }) => !frozen.has(person));
        const [first = nobody(round), ...more] = planAsks(rest, { round, land, calendar });
        batch = await storedOf(batchOf(round, page, first, more.length === 0));
      }
      for (const person of batch.people) frozen.add(person);
      if (batch.last) return ok([...frozen]);
    }
  };
};

export type FreezeRoster = ReturnType<typeof makeFreezeRoster>;
