import type { PersonRef } from '../../chat/identity.ts';
import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { AskBatch } from '../asks/ask-batch.ts';
import { forgottenAt } from '../../retention/retention.ts';
import { changesBetween } from '../roster/roster-difference.ts';
import type { Round } from '../round.ts';
import { storedRoster } from '../roster/stored-roster.ts';

/** So many published results are looked at before a word about change (T12). */
export const ROUNDS_COMPARED = 3;

/** The rounds of a team before one of them, as far back as they are compared with it. */
export interface EarlierRounds {
  /** Those with a result, the newest first. */
  readonly reached: readonly Round[];
  /** There were rounds before that, which are not looked at. */
  readonly more: boolean;
  /** How many people came or went since then; undefined where nobody can tell any more. */
  readonly changesSince: (earlier: Round) => Promise<number | undefined>;
}

const isPublished = (round: Round): boolean => round.published === true;

/**
 * Reads back to the last three published results, and never further than rosters are kept: a hundred days, however many
 * rounds below the gate lie between.
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
    while (id !== undefined && reached.filter(isPublished).length < ROUNDS_COMPARED) {
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
