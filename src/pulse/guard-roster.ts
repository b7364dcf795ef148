import type { PersonRef } from '../chat/identity.ts';
import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { AskBatch } from './ask-batch.ts';
import type { Round } from './round.ts';
import { storedRoster } from './stored-roster.ts';

/** So few changes let anybody subtract one result from the other (R7). */
const FEW = 2;

const differences = (a: readonly PersonRef[], b: readonly PersonRef[]): number => {
  const [one, other] = [new Set(a), new Set(b)];
  return a.filter((person) => !other.has(person)).length + b.filter((person) => !one.has(person)).length;
};

/**
 * Whether the roster differs by one or two people from that of the last published round, or of one since then whose result
 * may still come to stand in the channel, so that two results could be subtracted. Where an earlier roster is not kept
 * any more it counts as different: rather one round in words.
 */
export const makeIsGuarded = ({
  rounds,
  batches,
}: {
  readonly rounds: AggregateRepository<Round>;
  readonly batches: AggregateRepository<AskBatch>;
}) => {
  const comparable = async (round: Round): Promise<readonly Round[]> => {
    const found: Round[] = [];
    let id = round.previous;
    while (id !== undefined) {
      const earlier = await rounds.find(round.tenant, id);
      if (earlier?.result?.reached === true) {
        found.push(earlier);
        if (earlier.published === true) return found;
      }
      id = earlier?.previous;
    }
    return found;
  };

  const isNear = async (earlier: Round, round: Round): Promise<boolean> => {
    const before = await storedRoster(batches, round.tenant, earlier.id);
    const now = await storedRoster(batches, round.tenant, round.id);
    if (before === undefined || now === undefined) return true;
    const changes = differences(before, now);
    return changes > 0 && changes <= FEW;
  };

  return async (round: Round): Promise<boolean> => {
    for (const earlier of await comparable(round)) {
      if (await isNear(earlier, round)) return true;
    }
    return false;
  };
};

export type IsGuarded = ReturnType<typeof makeIsGuarded>;
