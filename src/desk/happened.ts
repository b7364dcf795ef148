import type { NoteProfile } from '../people/note-profile.ts';
import type { PlanRemoval } from '../retention/plan-removal.ts';
import { assertNever } from '../shared/errors.ts';
import type { JoinTeam } from '../team/membership/join-team.ts';
import type { LeaveTeam } from '../team/membership/leave-team.ts';
import type { Happening } from './inbound.ts';

export interface HappenedDeps {
  readonly noteProfile: NoteProfile;
  readonly joinTeam: JoinTeam;
  readonly leaveTeam: LeaveTeam;
  readonly planRemoval: PlanRemoval;
}

/** What the platform tells us. All end as sets, so order and repetition do not matter. */
export const makeHappened =
  ({ noteProfile, joinTeam, leaveTeam, planRemoval }: HappenedDeps) =>
  async (happening: Happening): Promise<void> => {
    switch (happening.kind) {
      case 'profile-changed':
        // A hint: an old event may come late.
        return noteProfile(happening.person);
      case 'joined':
        return joinTeam(happening);
      case 'left':
        return leaveTeam(happening.person, happening.conversation);
      case 'app-removed':
        return planRemoval(happening.tenant, happening.when);
      default:
        return assertNever(happening);
    }
  };
