import type { PersonRef } from '../chat/identity.ts';
import type { CancelErasure, PlanErasure } from '../mine/plan-erasure.ts';
import { hasLeft } from '../mine/has-left.ts';
import type { Directory } from '../ports/directory.ts';
import type { People } from '../ports/people.ts';

interface Deps {
  readonly people: People;
  readonly directory: Pick<Directory, 'person'>;
  readonly planErasure: PlanErasure;
  readonly cancelErasure: CancelErasure;
}

/**
 * Asks the platform what somebody is by now: whoever left is erased in 30 days, whoever is back is not. Of people nobody
 * needs nothing is kept. Idempotent.
 */
export const makeNoteProfile =
  ({ people, directory, planErasure, cancelErasure }: Deps) =>
  async (person: PersonRef): Promise<void> => {
    const known = await people.find(person);
    if (known === undefined) return;
    const profile = (await directory.person(person)) ?? { ...known, kind: 'deactivated' as const };
    if (hasLeft(profile)) await planErasure(known.tenant, person);
    else if (hasLeft(known)) await cancelErasure(known.tenant, person);
    await people.remember([profile]);
  };

export type NoteProfile = ReturnType<typeof makeNoteProfile>;
