import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { Round } from '../../pulse/round.ts';
import type { Instant } from '../../shared/time.ts';
import type { Team } from '../team.ts';

/** When the team's open round closes, as it is planned now; undefined when none is open. */
export const makeClosesAt =
  ({ rounds }: { readonly rounds: AggregateRepository<Round> }) =>
  async ({ tenant, currentRound }: Pick<Team, 'tenant' | 'currentRound'>): Promise<Instant | undefined> => {
    const round = currentRound === undefined ? undefined : await rounds.find(tenant, currentRound);
    return round === undefined || round.state === 'closed' ? undefined : round.closesAt;
  };

export type ClosesAt = ReturnType<typeof makeClosesAt>;
