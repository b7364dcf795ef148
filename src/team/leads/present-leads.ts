import type { PersonRef } from '../../chat/identity.ts';
import { isFullMember } from '../../people/person.ts';
import type { Person } from '../../people/person.ts';
import type { People } from '../../ports/people.ts';
import type { LeadAgain } from './take-lead.ts';
import type { Team } from '../team.ts';

interface Deps {
  readonly people: Pick<People, 'unlead'>;
  readonly leadAgain: LeadAgain;
}

/**
 * Who of the team's leads leads it as far as its audience tells: in its channels, a full member, and with no more teams
 * than one may lead. Notes it of each of them. Idempotent.
 */
export const makePresentLeads =
  ({ people, leadAgain }: Deps) =>
  async (team: Team, audience: readonly Person[]): Promise<readonly PersonRef[]> => {
    const leads: PersonRef[] = [];
    for (const lead of team.leads) {
      const person = audience.find((one) => one.person === lead && isFullMember(one));
      if (person === undefined) await people.unlead(lead, team.id);
      else if (await leadAgain(person, team.id)) leads.push(lead);
    }
    return leads;
  };

export type PresentLeads = ReturnType<typeof makePresentLeads>;
