import type { PersonRef } from '../chat/identity.ts';
import type { Person } from '../people/person.ts';
import type { People } from '../ports/people.ts';
import type { Result } from '../shared/result.ts';
import { ok, refuse } from '../shared/result.ts';
import { candidatesOf } from '../team/candidates.ts';
import type { Team } from '../team/team.ts';
import { WORDS_FROM } from './gates.ts';

type TooSmall = { readonly code: 'too-small' };

/** Claims people one by one; whoever another team took a moment ago is left out. */
const claim = async (
  people: People,
  team: Team,
  candidates: readonly Person[],
): Promise<readonly Person[]> => {
  const joined: Person[] = [];
  for (const candidate of candidates) {
    const ours = candidate.team === team.id || (await people.join(candidate.person, team.id)) === 'joined';
    if (ours) joined.push(candidate);
  }
  return joined;
};

/**
 * Who is asked: the candidates of the team in the audience, sorted by id, so that the order tells nothing. Refuses, and
 * then claims nobody, when fewer than five could answer: everybody would be asked for nothing.
 */
export const makeRosterOf =
  ({ people }: { readonly people: People }) =>
  async (team: Team, audience: readonly Person[]): Promise<Result<readonly PersonRef[], TooSmall>> => {
    const candidates = candidatesOf(team, audience);
    if (candidates.length < WORDS_FROM) return refuse({ code: 'too-small' });
    const joined = await claim(people, team, candidates);
    if (joined.length >= WORDS_FROM) return ok(joined.map(({ person }) => person).sort());
    for (const { person, team: before } of joined) {
      if (before === undefined) await people.leave(person, team.id);
    }
    return refuse({ code: 'too-small' });
  };

export type RosterOf = ReturnType<typeof makeRosterOf>;
