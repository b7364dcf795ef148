import type { ConversationRef } from '../chat/identity.ts';
import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { Directory } from '../ports/directory.ts';
import { invitationOf } from '../team/leads/invitation.ts';
import { leadInvitationCard } from '../team/leads/lead-messages.ts';
import type { TeamIn } from '../team/team-in.ts';
import { stands } from '../team/team.ts';
import type { Team } from '../team/team.ts';
import type { ChangeDesk } from './change-desk.ts';
import type { Reply } from './reply.ts';
import { asCard } from './reply.ts';
import type { SetUpDesk } from './set-up-desk.ts';
import type { Speaker } from './speaker.ts';
import { makeTeamsOfPerson, whichTeamCard } from './which-team.ts';

export interface TeamDeskDeps {
  readonly teams: AggregateRepository<Team>;
  readonly teamIn: TeamIn;
  readonly directory: Pick<Directory, 'channel'>;
  readonly setUp: Pick<SetUpDesk, 'start'>;
  readonly change: Pick<ChangeDesk, 'card'>;
}

/** The word `team`: the team of the channel, one's own where there is no channel, else setting one up. */
export const makeTeamDesk = ({ teams, teamIn, directory, setUp, change }: TeamDeskDeps) => {
  const teamsOf = makeTeamsOfPerson({ teams });

  /** Undefined where somebody has no team: there is nothing to set up either. One of several is chosen. */
  const own = async (speaker: Speaker): Promise<Reply | undefined> => {
    const [team, ...others] = await teamsOf(speaker.person);
    if (team === undefined) return undefined;
    return others.length === 0
      ? change.card(speaker, team, undefined)
      : asCard(whichTeamCard(speaker.say, 'team', [team, ...others]));
  };

  const word = async (speaker: Speaker, from: ConversationRef): Promise<Reply> => {
    const here = await teamIn(speaker.person.tenant, from);
    // Weeks are kept quiet, so an invitation may not have come by itself.
    const invitation = here && invitationOf(here, speaker.person.person);
    if (here !== undefined && invitation !== undefined) {
      return asCard(leadInvitationCard(speaker.say, here, invitation));
    }
    if (here !== undefined && stands(here)) return change.card(speaker, here, from);
    // In direct messages there is no channel, so whoever has a team means that one.
    const mine = here === undefined ? await own(speaker) : undefined;
    if (mine !== undefined && (await directory.channel(from)) === undefined) return mine;
    return setUp.start(speaker, from);
  };

  return { word, own };
};
