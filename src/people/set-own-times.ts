import type { FormValues } from '../chat/form.ts';
import type { People } from '../ports/people.ts';
import type { Result } from '../shared/result.ts';
import type { Person } from './person.ts';
import type { OwnTimes } from './read-own-times.ts';
import { readOwnTimes } from './read-own-times.ts';
import type { OwnRefusal } from './refusals.ts';

/** Keeps how and in which language the person wants to be asked. Refuses an incomplete form. Idempotent. */
export const makeSetOwnTimes =
  ({ people }: { readonly people: People }) =>
  async (person: Person, values: FormValues): Promise<Result<OwnTimes, OwnRefusal>> => {
    const chosen = readOwnTimes(values);
    if (chosen.ok) await people.prefer(person.person, chosen.value);
    return chosen;
  };

export type SetOwnTimes = ReturnType<typeof makeSetOwnTimes>;
