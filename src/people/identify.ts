import type { Actor, PersonRef } from '../chat/identity.ts';
import type { Directory } from '../ports/directory.ts';
import type { People } from '../ports/people.ts';
import type { EndPauses } from './end-pauses.ts';
import type { Person } from './person.ts';

interface Deps {
  readonly people: People;
  readonly directory: Directory;
  readonly endPauses: EndPauses;
}

/**
 * Who acts, as the platform describes them; asked there once and remembered. Undefined when it does not know them. A
 * pause of theirs that is over is forgotten: nobody reads of it any more.
 */
export const makeIdentify =
  ({ people, directory, endPauses }: Deps) =>
  async (actor: Actor): Promise<Person | undefined> => {
    const known = await people.find(actor.person);
    if (known !== undefined) return (await endPauses([known]))[0];
    const profile = await directory.person(actor.person);
    if (profile === undefined) return undefined;
    if (profile.kind !== 'outsider') await people.remember([profile]);
    return { ...profile, leads: [] };
  };

export type Identify = ReturnType<typeof makeIdentify>;

/**
 * The persons of a channel with their profiles. Unknown ones are looked for page by page among the tenant's people and
 * remembered; who is not found there is from outside and left out. Nobody is asked for one by one (R27).
 */
export const makeKnowMembers =
  ({ people, directory }: Pick<Deps, 'people' | 'directory'>) =>
  async (members: readonly PersonRef[], tenant: Actor['tenant']): Promise<readonly Person[]> => {
    const known = await people.findMany(members);
    const missing = new Set(members);
    for (const { person } of known) missing.delete(person);
    if (missing.size === 0) return known;

    let next: string | undefined;
    while (missing.size > 0) {
      const page = await directory.people(tenant, next);
      const found = page.profiles.filter(({ person }) => missing.delete(person));
      await people.remember(found);
      next = page.next;
      if (next === undefined) break;
    }
    return people.findMany(members);
  };

export type KnowMembers = ReturnType<typeof makeKnowMembers>;
