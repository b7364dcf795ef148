import type { PersonRef } from '../../chat/identity.ts';
import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { NoteProfile } from '../../people/note-profile.ts';
import type { Team } from '../../team/team.ts';
import type { AskBatch } from '../asks/ask-batch.ts';
import type { FreePeople } from './free-people.ts';
import { storedRoster } from './stored-roster.ts';

interface Deps {
  readonly freePeople: FreePeople;
  readonly batches: AggregateRepository<AskBatch>;
  readonly noteProfile: NoteProfile;
}

/** A few are looked up one by one; of a whole channel that is gone nobody left the organisation because of that (R27). */
const LOOKED_UP_MOST = 20;

/**
 * Frees for other teams whoever the last round asked and is not `present` any more: a leave that nobody told us, or a
 * channel that was archived; and whom the leads took off the list. Who of them has left altogether is erased in time.
 * Idempotent.
 */
export const makeReleaseAbsent =
  ({ freePeople, batches, noteProfile }: Deps) =>
  async (team: Team, present: readonly PersonRef[]): Promise<void> => {
    if (team.currentRound === undefined) return;
    const asked = (await storedRoster(batches, team.tenant, team.currentRound)) ?? [];
    const here = new Set(present);
    const absent = asked.filter((person) => !here.has(person));
    // Whom the leads took off the list may be asked elsewhere, from this opening on.
    await freePeople(team, [...absent, ...(team.leftOut ?? [])]);
    const lookedUp = [...team.leads.filter((lead) => !here.has(lead)), ...absent];
    if (lookedUp.length > LOOKED_UP_MOST) return;
    for (const person of lookedUp) await noteProfile(person);
  };

export type ReleaseAbsent = ReturnType<typeof makeReleaseAbsent>;
