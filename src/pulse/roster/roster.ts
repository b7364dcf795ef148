import type { PersonRef } from '../../chat/identity.ts';
import type { Person } from '../../people/person.ts';
import type { People } from '../../ports/people.ts';
import type { Result } from '../../shared/result.ts';
import { ok, refuse } from '../../shared/result.ts';
import { candidatesOf } from '../../team/membership/candidates.ts';
import type { Team } from '../../team/team.ts';
import type { AskedLately } from './asked-lately.ts';
import { WORDS_FROM } from '../results/gates.ts';

/** `size`: how many could be asked, whatever they set for themselves. */
type TooSmall = { readonly code: 'too-small'; readonly size: number };

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
 * Who is asked: the candidates of the team in the audience, without whom another team asked within the last week (R7),
 * sorted by id, so that the order tells nothing. Whoever left the pulse for good is one of them like all others, and is
 * passed over when asks are sent: no number that anybody sees may tell (R28).
 * Refuses, and then claims nobody, when fewer than five could answer: everybody would be asked for nothing.
 */
export const makeRosterOf =
  ({ people, askedLately }: { readonly people: People; readonly askedLately: AskedLately }) =>
  async (team: Team, audience: readonly Person[]): Promise<Result<readonly PersonRef[], TooSmall>> => {
    const listed = candidatesOf(team, audience);
    const lately = await askedLately(team, listed);
    const candidates = listed.filter(({ person }) => !lately.has(person));
    if (candidates.length < WORDS_FROM) return refuse({ code: 'too-small', size: candidates.length });
    const joined = await claim(people, team, candidates);
    if (joined.length >= WORDS_FROM) return ok(joined.map(({ person }) => person).sort());
    for (const { person, team: before } of joined) {
      if (before === undefined) await people.leave(person, team.id);
    }
    return refuse({ code: 'too-small', size: joined.length });
  };

export type RosterOf = ReturnType<typeof makeRosterOf>;
