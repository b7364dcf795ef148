import type { PersonRef } from '../chat/identity.ts';
import type { KnowMembers } from '../people/identify.ts';
import { canBeAsked } from '../people/person.ts';
import type { Directory } from '../ports/directory.ts';
import type { People } from '../ports/people.ts';
import type { TeamNotice } from '../delivery/message.ts';
import type { Result } from '../shared/result.ts';
import { ok, refuse } from '../shared/result.ts';
import type { Team } from '../team/team.ts';
import { WORDS_FROM } from './gates.ts';

type NotOpened = { readonly code: TeamNotice };

interface Deps {
  readonly directory: Directory;
  readonly people: People;
  readonly knowMembers: KnowMembers;
}

/**
 * Who is asked: members and guests in the team's channel, without leads, bots, outsiders and people of another pulse
 * team. Sorted by id, so that the order tells nothing. Refuses when the channel cannot be read or is shared, and when
 * fewer than five could answer: then everybody would be asked for nothing.
 */
export const makeRosterOf =
  ({ directory, people, knowMembers }: Deps) =>
  async (team: Team): Promise<Result<readonly PersonRef[], NotOpened>> => {
    const channel = await directory.channel(team.home);
    if (channel === undefined || channel.archived) return refuse({ code: 'channel-unreadable' });
    if (channel.shared) return refuse({ code: 'channel-shared' });
    const members = await directory.members(team.home);
    if (members === undefined) return refuse({ code: 'channel-unreadable' });

    const candidates = (await knowMembers(members, team.tenant))
      .filter(canBeAsked)
      .filter(({ person }) => !team.leads.includes(person));
    const roster: PersonRef[] = [];
    for (const candidate of candidates) {
      const joined =
        candidate.team === team.id || (await people.join(candidate.person, team.id)) === 'joined';
      if (joined) roster.push(candidate.person);
    }
    return roster.length < WORDS_FROM ? refuse({ code: 'too-small' }) : ok(roster.sort());
  };
