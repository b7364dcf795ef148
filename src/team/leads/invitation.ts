import type { PersonRef } from '../../chat/identity.ts';
import { forgottenAt } from '../../retention/retention.ts';
import { spread } from '../../shared/hash.ts';
import type { Instant } from '../../shared/time.ts';
import type { ProposalEnd } from '../../delivery/message.ts';
import { changed } from '../../work/aggregate.ts';
import { lastRoundOf } from '../team.ts';
import type { Invitation, Team } from '../team.ts';

/** Different for two people who decide at the same moment, and no name of anybody. */
export const decisionOf = (what: 'accept' | 'decline', team: Team, person: PersonRef): string =>
  `${what}/${team.id}/${team.version}/${spread(person, 2 ** 32)}`;

export const invitationOf = (
  { invited = [] }: Pick<Team, 'invited'>,
  person: PersonRef,
): Invitation | undefined => invited.find((invitation) => invitation.person === person);

export const undecidedWithout = ({ invited = [] }: Team, person: PersonRef): Team['invited'] => {
  const left = invited.filter((invitation) => invitation.person !== person);
  return left.length === 0 ? undefined : left;
};

/** A proposal that came to nothing: its channels are free, and who proposed it is told once. */
export const endedProposal = (
  team: Team,
  { command, why, now }: { readonly command: string; readonly why: ProposalEnd; readonly now: Instant },
): Team => {
  const over: Team = {
    ...team,
    state: 'ended',
    invited: undefined,
    due: undefined,
    // Nothing came of it, but of a team that was there before the results are kept.
    forgetAt: forgottenAt(lastRoundOf(team) === undefined ? 'ended-proposal' : 'ended-team', now),
  };
  const { tenant, id } = team;
  const message = { kind: 'proposal-over', tenant, team: id, version: team.version + 1, why } as const;
  return changed(over, { command, what: `proposal ${why}`, now, messages: [message] });
};
