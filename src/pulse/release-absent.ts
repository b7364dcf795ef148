import type { PersonRef } from '../chat/identity.ts';
import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { People } from '../ports/people.ts';
import type { Team } from '../team/team.ts';
import type { AskBatch } from './ask-batch.ts';
import { storedRoster } from './stored-roster.ts';

interface Deps {
  readonly people: People;
  readonly batches: AggregateRepository<AskBatch>;
}

/**
 * Frees for other teams whoever the last round asked and is not `present` any more: a leave that nobody told us, or a
 * channel that was archived. Idempotent.
 */
export const makeReleaseAbsent =
  ({ people, batches }: Deps) =>
  async (team: Team, present: readonly PersonRef[]): Promise<void> => {
    if (team.currentRound === undefined) return;
    const asked = (await storedRoster(batches, team.tenant, team.currentRound)) ?? [];
    const here = new Set(present);
    for (const person of asked) {
      if (!here.has(person)) await people.leave(person, team.id);
    }
  };

export type ReleaseAbsent = ReturnType<typeof makeReleaseAbsent>;
