import { canBeAsked } from '../../people/person.ts';
import type { Person } from '../../people/person.ts';
import type { Team } from '../team.ts';

/**
 * Who of the audience is on the list for the next round: members and guests, without who accepted to lead, bots, outsiders, people of
 * another pulse team and whoever the leads took off. What people set for themselves makes no difference here: this is
 * what leads see.
 */
export const candidatesOf = (team: Team, audience: readonly Person[]): readonly Person[] => {
  const { leads, leftOut = [] } = team;
  const apart = new Set([...leads, ...leftOut]);
  return audience
    .filter(canBeAsked)
    .filter(({ person }) => !apart.has(person))
    .filter((person) => person.team === undefined || person.team === team.id);
};
