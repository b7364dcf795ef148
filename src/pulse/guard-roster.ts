import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { AskBatch } from './ask-batch.ts';
import { mayBeNear } from './roster-difference.ts';
import type { Round } from './round.ts';
import { storedRoster } from './stored-roster.ts';

/**
 * Whether the roster differs by one or two people from that of the last published round, or of one since then whose result
 * may still come to stand in the channel, so that two results could be subtracted. Where an earlier round or roster is not
 * kept any more it counts as different: rather one round in words.
 */
export const makeIsGuarded = ({
  rounds,
  batches,
}: {
  readonly rounds: AggregateRepository<Round>;
  readonly batches: AggregateRepository<AskBatch>;
}) => {
  /** Undefined where a round is not kept any more: what it published may still stand in the chat. */
  const comparable = async (round: Round): Promise<readonly Round[] | undefined> => {
    const found: Round[] = [];
    let id = round.previous;
    while (id !== undefined) {
      const earlier = await rounds.find(round.tenant, id);
      if (earlier === undefined) return undefined;
      if (earlier.result?.reached === true) {
        found.push(earlier);
        if (earlier.published === true) return found;
      }
      id = earlier.previous;
    }
    return found;
  };

  const isNear = async (earlier: Round, round: Round): Promise<boolean> => {
    const before = await storedRoster(batches, round.tenant, earlier.id);
    const now = await storedRoster(batches, round.tenant, round.id);
    if (before === undefined || now === undefined) return true;
    return mayBeNear(before, now);
  };

  return async (round: Round): Promise<boolean> => {
    const earlierRounds = await comparable(round);
    if (earlierRounds === undefined) return true;
    for (const earlier of earlierRounds) {
      if (await isNear(earlier, round)) return true;
    }
    return false;
  };
};

export type IsGuarded = ReturnType<typeof makeIsGuarded>;
