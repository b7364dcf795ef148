import type { PersonRef } from '../../chat/identity.ts';
import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { Clock } from '../../ports/clock.ts';
import type { People } from '../../ports/people.ts';
import { forgottenAt } from '../../retention/retention.ts';
import type { Team } from '../../team/team.ts';
import type { AskBatch } from '../asks/ask-batch.ts';
import type { Round } from '../round.ts';
import { storedRoster } from './stored-roster.ts';

interface Deps {
  readonly people: Pick<People, 'leave' | 'departed'>;
  readonly rounds: AggregateRepository<Round>;
  readonly batches: AggregateRepository<AskBatch>;
  readonly clock: Clock;
}

/**
 * Frees people of a team for other ones. Whom its last round asked keeps a note of that round for as long as another team
 * might ask them in the same week; of all others nothing is noted. Idempotent; does nothing for whom the team has not.
 */
export const makeFreePeople = ({ people, rounds, batches, clock }: Deps) => {
  /** The round whose asks are not a week old yet, and whom it asked. */
  const lastAsked = async ({ tenant, currentRound }: Team) => {
    const round = currentRound === undefined ? undefined : await rounds.glance(tenant, currentRound);
    if (round === undefined) return undefined;
    const forgetAt = forgottenAt('departure', round.closesAt);
    if (forgetAt <= clock.now()) return undefined;
    const asked = await storedRoster(batches, tenant, round.id);
    return asked === undefined ? undefined : { round: round.id, forgetAt, asked: new Set(asked) };
  };

  return async (team: Team, leaving: readonly PersonRef[]): Promise<void> => {
    if (leaving.length === 0) return;
    const last = await lastAsked(team);
    for (const person of leaving) {
      if (last?.asked.has(person)) {
        await people.departed(person, { round: last.round, forgetAt: last.forgetAt });
      }
      await people.leave(person, team.id);
    }
  };
};

export type FreePeople = ReturnType<typeof makeFreePeople>;
