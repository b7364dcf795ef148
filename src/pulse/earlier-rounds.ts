import type { PersonRef } from '../chat/identity.ts';
import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { AskBatch } from './ask-batch.ts';
import { forgottenAt } from '../retention/retention.ts';
import { changesBetween } from './roster-difference.ts';
import type { Round } from './round.ts';
import { storedRoster } from './stored-roster.ts';

/** The rounds of a team before one of them, as far back as it is known who was asked. */
export interface EarlierRounds {
  /** Those with a result, the newest first. */
  readonly reached: readonly Round[];
  /** There were rounds before that: what they published, and to whom, cannot be compared any more. */
  readonly more: boolean;
  /** How many people came or went since then; undefined where nobody can tell any more. */
  readonly changesSince: (earlier: Round) => Promise<number | undefined>;
}

/**
 * Reads back until rosters are not kept any more, so at most a hundred days, however many rounds below the gate lie
 * between.
 */
export const makeEarlierRounds =
  ({
    rounds,
    batches,
  }: {
    readonly rounds: AggregateRepository<Round>;
    readonly batches: AggregateRepository<AskBatch>;
  }) =>
  async (round: Round): Promise<EarlierRounds> => {
    const reached: Round[] = [];
    let id = round.previous;
    while (id !== undefined) {
      const earlier = await rounds.find(round.tenant, id);
      if (earlier === undefined || forgottenAt('roster', earlier.closesAt) <= round.closesAt) break;
      if (earlier.result?.reached === true) reached.push(earlier);
      id = earlier.previous;
    }
    const known = new Map<string, Promise<readonly PersonRef[] | undefined>>();
    const rosterOf = async (of: string): Promise<readonly PersonRef[] | undefined> => {
      const roster = known.get(of) ?? storedRoster(batches, round.tenant, of);
      known.set(of, roster);
      return roster;
    };
    return {
      reached,
      more: id !== undefined,
      changesSince: async (earlier) => {
        const [before, now] = [await rosterOf(earlier.id), await rosterOf(round.id)];
        return before === undefined || now === undefined ? undefined : changesBetween(before, now);
      },
    };
  };
