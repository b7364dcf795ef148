import { idIn } from '../chat/identity.ts';
import type { People } from '../ports/people.ts';
import type { Tenants } from '../ports/tenants.ts';
import { assertNever } from '../shared/errors.ts';
import type { Happening } from './inbound.ts';

/** What the platform tells us: all sets, so order and repetition do not matter. */
export const makeHappened =
  ({ people, tenants }: { readonly people: People; readonly tenants: Tenants }) =>
  async (happening: Happening): Promise<void> => {
    switch (happening.kind) {
      case 'profile-changed':
        // Of people nobody needs we keep nothing.
        if ((await people.find(happening.profile.person)) !== undefined)
          await people.remember([happening.profile]);
        return;
      case 'left':
        await people.leave(happening.person, idIn(happening.conversation));
        return people.unlead(happening.person, idIn(happening.conversation));
      case 'app-removed':
        return tenants.removed(happening.tenant, happening.when);
      default:
        return assertNever(happening);
    }
  };
