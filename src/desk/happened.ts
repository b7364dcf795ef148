import type { Directory } from '../ports/directory.ts';
import type { People } from '../ports/people.ts';
import type { Tenants } from '../ports/tenants.ts';
import { assertNever } from '../shared/errors.ts';
import type { JoinTeam } from '../team/join-team.ts';
import type { LeaveTeam } from '../team/leave-team.ts';
import type { Happening } from './inbound.ts';

interface Deps {
  readonly people: People;
  readonly directory: Pick<Directory, 'person'>;
  readonly tenants: Tenants;
  readonly joinTeam: JoinTeam;
  readonly leaveTeam: LeaveTeam;
}

/** What the platform tells us. All end as sets, so order and repetition do not matter. */
export const makeHappened = ({ people, directory, tenants, joinTeam, leaveTeam }: Deps) => {
  /** Of people nobody needs we keep nothing. The event is a hint: an old one may come late, so the platform is asked. */
  const profileChanged = async ({
    person,
  }: Extract<Happening, { kind: 'profile-changed' }>): Promise<void> => {
    if ((await people.find(person)) === undefined) return;
    const profile = await directory.person(person);
    if (profile !== undefined) await people.remember([profile]);
  };

  return async (happening: Happening): Promise<void> => {
    switch (happening.kind) {
      case 'profile-changed':
        return profileChanged(happening);
      case 'joined':
        return joinTeam(happening);
      case 'left':
        return leaveTeam(happening.person, happening.conversation);
      case 'app-removed':
        return tenants.removed(happening.tenant, happening.when);
      default:
        return assertNever(happening);
    }
  };
};
