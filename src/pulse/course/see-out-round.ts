import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Instant } from '../../shared/time.ts';
import type { Team } from '../../team/team.ts';
import { freeFrom } from './extend-round.ts';
import type { Round } from '../round.ts';

interface Deps {
  readonly rounds: AggregateRepository<Round>;
  readonly closeRound: (round: Round) => Promise<void>;
  readonly clock: Clock;
}

/**
 * From when on the team's next round may open, its present one seen out: one whose end has come is closed first, or stays
 * open once more, so that never two are open, whichever of the two jobs comes first (rule R14).
 */
export const makeSeeOutRound =
  ({ rounds, closeRound, clock }: Deps) =>
  async ({ tenant, currentRound }: Pick<Team, 'tenant' | 'currentRound'>): Promise<Instant> => {
    const find = async (): Promise<Round | undefined> =>
      currentRound === undefined ? undefined : rounds.find(tenant, currentRound);
    let round = await find();
    if (round?.state === 'open' && round.closesAt <= clock.now()) {
      await closeRound(round);
      round = await find();
    }
    return round === undefined ? 0 : freeFrom(round);
  };

export type SeeOutRound = ReturnType<typeof makeSeeOutRound>;
