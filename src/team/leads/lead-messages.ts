import type { Card } from '../../chat/card.ts';
import type { Notice } from '../../chat/form.ts';
import { mention } from '../../chat/text.ts';
import type { ProposalEnd } from '../../delivery/message.ts';
import { label, strong } from '../../i18n/translate.ts';
import type { Voice } from '../../i18n/translate.ts';
import type { Invitation, Team } from '../team.ts';

const nameOf = ({ name }: Team): string => `#${name}`;

/** To somebody who was named as a lead: what it means, and the choice. */
export const leadInvitationCard = (say: Voice, team: Team, { by }: Invitation): Card => ({
  title: strong(say('invitation.title', { person: mention(by), team: nameOf(team) })),
  nodes: [
    { kind: 'paragraph', text: say('invitation.text') },
    {
      kind: 'actions',
      buttons: [
        {
          label: label(say('button.accept-lead')),
          intent: { kind: 'accept-lead', team: team.id },
          primary: true,
        },
        { label: label(say('button.decline-lead')), intent: { kind: 'decline-lead', team: team.id } },
      ],
    },
    {
      kind: 'footnote',
      text: say(team.state === 'proposed' ? 'invitation.lapses' : 'invitation.lapses-alone'),
    },
  ],
});

/** To who proposed a team that nobody leads. */
export const proposalOverCard = (say: Voice, team: Team, why: ProposalEnd): Card => ({
  title: strong(say(`proposal.${why}`, { team: nameOf(team) })),
  nodes: [{ kind: 'paragraph', text: say('proposal.over-text') }],
});

const notice = (
  say: Voice,
  team: Team,
  what: 'accepted' | 'joined' | 'declined',
  then?: 'accepted' | 'accepted-waits' | 'joined',
): Notice => ({
  title: label(say('invitation.dialog')),
  nodes: [
    { kind: 'paragraph', text: strong(say(`invitation.${what}`, { team: nameOf(team) })) },
    ...(then === undefined ? [] : [{ kind: 'paragraph', text: say(`invitation.${then}-text`) } as const]),
  ],
  close: label(say('button.done')),
});

/** Before the promise it names the lead; later the channel is told. The promise waits for the release. */
export const leadAcceptedNotice = (say: Voice, team: Team, isReleased: boolean): Notice => {
  if (team.state !== 'settling') return notice(say, team, 'joined', 'joined');
  return notice(say, team, 'accepted', isReleased ? 'accepted' : 'accepted-waits');
};

export const leadDeclinedNotice = (say: Voice, team: Team): Notice => notice(say, team, 'declined');
